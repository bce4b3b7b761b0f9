using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>What a person has said about when they may be spoken to; what is null was not said, and the settings of the bot hold.</summary>
public sealed record Preferences
{
    public static readonly Preferences None = new();

    /// <summary>An IANA zone id; it wins over the zone that Teams tells.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Start of the working day on their own clock; outside the working day it is quiet.</summary>
    public LocalTime? From { get; init; }

    /// <summary>End of the working day, after <see cref="From"/>.</summary>
    public LocalTime? To { get; init; }

    /// <summary>The days on which they work; empty for Monday to Friday.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>Whose public holidays count: <c>DE</c>, <c>DE-BY</c>, or <c>NONE</c>.</summary>
    public string? Country { get; init; }

    /// <summary>Paused, or out of office; it always has an end.</summary>
    public Pause? Pause { get; init; }

    /// <summary>They said "stop": nothing is sent unasked until they say "start".</summary>
    public Instant? StoppedAt { get; init; }

    public IReadOnlyList<MutedDeal> Muted { get; init; } = [];

    public bool HasHours => From is not null || To is not null || Days.Count > 0;

    public MutedDeal? MuteOf(string? dealId, Instant now) =>
        Muted.FirstOrDefault(muted => muted.DealId == dealId && (muted.Until is null || muted.Until > now));

    public Preferences Mute(MutedDeal muted) => this with { Muted = [.. Muted.Where(other => other.DealId != muted.DealId), muted] };

    public Preferences Unmute(string dealId) => this with { Muted = [.. Muted.Where(muted => muted.DealId != dealId)] };
}

/// <param name="Since">When they said so.</param>
public sealed record Pause(Instant Since, Instant Until);

/// <summary>A deal of which its rep is not reminded.</summary>
/// <param name="Until">Null until they unmute it, or the deal closes.</param>
public sealed record MutedDeal(string DealId, Instant Since, Instant? Until);

/// <summary>What stood before the last change of the preferences, for "undo".</summary>
public sealed record PreferencesBefore(Preferences Preferences, Instant ChangedAt);

/// <summary>A question outside the interview that waits for its answer in words.</summary>
public sealed record OpenQuestion(QuestionTopic About, Instant AskedAt);

public enum QuestionTopic
{
    Pause,
    Snooze,

    /// <summary>Which mail is to be checked.</summary>
    Mail,
}
