using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>How a reminder ended.</summary>
public enum ReminderEnd
{
    Answered,
    NotASalesMeeting,
    MeetingCancelled,
    DealClosed,
    RepForgotten,

    /// <summary>Whoever asked does not want to know any more.</summary>
    Withdrawn,
}

/// <summary>One meeting's follow-up: its message, its interview and how it ended.</summary>
public sealed record ReminderDocument : ILetter<ReminderDocument>
{
    public const string Kind = "reminder";

    public required string Tenant { get; init; }
    public required string DealId { get; init; }
    public required Meeting Meeting { get; init; }
    public required Delivery Delivery { get; init; }
    public InterviewState Interview { get; init; } = InterviewState.Start;
    public ReminderEnd? End { get; init; }

    /// <summary>The rep chose the moment, so working hours do not hold it back.</summary>
    public bool RepChoseTime { get; init; }

    /// <summary>Grows with every change that the card shows; an action from a card with another version is stale.</summary>
    public int Version { get; init; }

    /// <summary>What the bot last said about the answers; it stands on the card until they are complete.</summary>
    public string? Note { get; init; }

    /// <summary>The chat that the card was posted to.</summary>
    public ConversationReference? Chat { get; init; }

    /// <summary>The daily message that tells the rep of it while nobody knows whether its card arrived.</summary>
    public string? NoticeId { get; init; }

    /// <summary>The list that asks about this meeting together with others; null when it has its own card.</summary>
    public string? ListId { get; init; }

    /// <summary>When its question was first put, by its card or a list; null until then.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>When the rep last did something with it, by a press or in words, or asked for it.</summary>
    public Instant? TouchedAt { get; init; }

    /// <summary>Why it waits although its moment has come; null when it does not.</summary>
    public AttentionReason? HeldFor { get; init; }

    /// <summary>How many daily messages it has joined.</summary>
    public int Notices { get; init; }

    /// <summary>What the deal knew before this answer, for undo.</summary>
    public FollowUp? Before { get; init; }

    /// <summary>What this answer gave the deal; only that can be taken back or changed here.</summary>
    public FollowUp? Captured { get; init; }

    /// <summary>What the rep told of the appointment that this answer held; null until they do, and once a new answer is in.</summary>
    public ToldOutcome? Outcome { get; init; }

    /// <summary>When the rep last answered or dismissed it, for "undo"; stays when it is opened again.</summary>
    public Instant? SavedAt { get; init; }

    /// <summary>The last typed message that was taken, so that a repeated delivery of it changes nothing.</summary>
    public string? LastMessageId { get; init; }

    /// <summary>Set when it was brought to the rep to mend a stalled deal.</summary>
    public Ask? Ask { get; init; }

    public string Id => Ask?.Number is { } number ? Keys.Ask(number) : Keys.Reminder(Meeting.Id);

    public string Partition => Keys.DealPartition(Tenant, DealId);

    public ReminderPointer Pointer => new(DealId, Id);

    public bool IsOpen => End is null;

    /// <summary>An answer, a dismissal, or what was told of an appointment can be taken back.</summary>
    public bool CanUndo => End is ReminderEnd.Answered or ReminderEnd.NotASalesMeeting || (Outcome is not null && Captured is not null);

    /// <summary>What it gave the deal stands while it is open again, to be changed.</summary>
    public bool IsEdited(Deal deal) => IsOpen && Outcome is null && SavedAt is not null && deal.FollowUp?.CapturedAt == SavedAt;

    /// <summary>The rep has seen it, or may have.</summary>
    public bool IsAnswerable => IsOpen && (Delivery.IsInDoubt || Delivery.State is DeliveryState.Sent or DeliveryState.Dead || ListId is not null);

    /// <summary>It can be answered, also where its card was held back.</summary>
    public bool IsWaiting => IsAnswerable || (IsOpen && HeldFor is not null);

    public ReminderDocument Finish(ReminderEnd end) => this with { End = end, Version = Version + 1 };

    static JsonTypeInfo<ReminderDocument> ILetter<ReminderDocument>.Json => BotJson.Default.ReminderDocument;

    public ReminderDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => this.ToDocument();

    /// <summary>The card that was on its way shows an older state.</summary>
    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [CardUpdate.Of(this, now)];

    public ReminderDocument Stop(ReminderEnd end) => Finish(end) with { Delivery = Delivery.Cancel(end.ToString()) };
}
