using FollowUpBot.Bot.Digests;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>One week of a channel: its figures, and how bad each stalled deal was.</summary>
/// <param name="Week">By ISO 8601: <c>2026-W48</c>.</param>
/// <param name="Stalled">By the deal's id; kept for the last two weeks only.</param>
public sealed record WeekEntry(string Week, WeekFigures Figures, IReadOnlyDictionary<string, Severity> Stalled)
{
    /// <summary>The moment that the card tells of; null in weeks stored before it was kept.</summary>
    public Instant? PostedAt { get; init; }

    /// <summary>As <see cref="DigestContents.MendedBefore"/>.</summary>
    public int MendedBefore { get; init; }

    /// <summary>As <see cref="DigestContents.Waiting"/>.</summary>
    public int Waiting { get; init; }
}

/// <summary>The last weeks of a channel, the oldest first.</summary>
public sealed record WeeksDocument(IReadOnlyList<WeekEntry> Weeks)
{
    public const string Kind = "weeks";

    public IReadOnlyList<WeekEntry> Before(string week) => [.. Weeks.Where(entry => string.CompareOrdinal(entry.Week, week) < 0)];
}
