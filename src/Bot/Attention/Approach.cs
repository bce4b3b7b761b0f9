using FollowUpBot.Bot.Mail;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>What a message to a person is, the most welcome last: where the day's budget runs low, the others wait.</summary>
public enum ApproachKind
{
    /// <summary>A word about a deal that a manager's card will show.</summary>
    HeadsUp,

    /// <summary>A manager asks for a mend.</summary>
    MendAsk,

    /// <summary>The morning's list: what is still open, and what may not have arrived.</summary>
    MorningList,

    /// <summary>The first question about a meeting.</summary>
    Reminder,

    /// <summary>The first questions about several meetings, in one card.</summary>
    SeveralReminders,

    /// <summary>How an appointment went.</summary>
    Outcome,

    /// <summary>Before an appointment: worthless after it.</summary>
    PrepCard,
}

/// <summary>A message that wants to go to a person unasked, or at a moment that they chose.</summary>
/// <param name="Letter">The stored letter's id.</param>
/// <param name="Round">Of its delivery: sent anew it counts anew.</param>
/// <param name="DealId">Null when it is about several deals.</param>
public sealed record Approach(ApproachKind Kind, string Letter, int Round, string? DealId)
{
    /// <summary>When the person asked for it; null when they did not. What they asked for comes when they said and counts against nothing.</summary>
    public Instant? AskedForAt { get; init; }

    /// <summary>From then on it is of no use and is left out.</summary>
    public Instant? Expires { get; init; }

    public string About => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Letter}#{Round}");
}

/// <summary>Why a message went, waits or is left out.</summary>
public enum AttentionReason
{
    /// <summary>It went.</summary>
    Sent,

    /// <summary>Outside the person's working hours.</summary>
    QuietHours,

    /// <summary>A weekend, a holiday, or another day on which they do not work.</summary>
    DayOff,

    /// <summary>They paused, or are out of office.</summary>
    Paused,

    /// <summary>They said "stop".</summary>
    Stopped,

    /// <summary>They muted the deal.</summary>
    Muted,

    /// <summary>They were in the middle of an answer.</summary>
    Talking,

    /// <summary>They have had as much today as they should.</summary>
    Budget,

    /// <summary>It came with others in one card.</summary>
    Several,

    /// <summary>It could only have come too late.</summary>
    TooLate,
}

/// <summary>What becomes of an approach.</summary>
public abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>It goes now; the day's budget has paid for it.</summary>
    public sealed record Go : Ruling;

    /// <summary>It is looked at again then.</summary>
    public sealed record Wait(Instant Until, AttentionReason Reason) : Ruling;

    /// <summary>It waits until the person says otherwise.</summary>
    public sealed record Hold(AttentionReason Reason) : Ruling;

    /// <summary>Others are due with it: one card for all of them goes then.</summary>
    public sealed record Join(Instant At) : Ruling
    {
        /// <summary>The card's letter, in the person's partition.</summary>
        public string ListId { get; init; } = "";
    }

    /// <summary>It is never sent.</summary>
    public sealed record Drop(AttentionReason Reason) : Ruling;

    /// <summary>How a letter stands that does not go now: it waits, or else becomes what its kind says.</summary>
    public Delivery PutOff(Delivery delivery, Delivery otherwise) => this is Wait wait ? delivery with { DueAt = wait.Until } : otherwise;
}
