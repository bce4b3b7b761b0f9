using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>What became of a stalled deal since last week's card.</summary>
public enum DigestChange
{
    /// <summary>Nobody can say: there is no last week.</summary>
    Unknown,
    New,
    Worse,
    Unchanged,
}

/// <summary>One stalled deal and whose it is.</summary>
public sealed record DigestRow(StalledDeal Stalled, string OwnerName, DigestChange Change = DigestChange.Unknown)
{
    /// <summary>What comes first: the amount, and red counts twice.</summary>
    public decimal Weight => WeightOf(Stalled.Deal, Stalled.Worst.Severity);

    /// <inheritdoc cref="Weight"/>
    public static decimal WeightOf(Deal deal, Severity severity) => (deal.Facts.Amount ?? 0) * (severity == Severity.Red ? 2 : 1);
}

/// <summary>A deal that stood on the card as stalled, and what became of it since, in words.</summary>
/// <param name="Weight">As it was when the card was posted: a mended row keeps its place.</param>
public sealed record MendedRow(Deal Deal, string OwnerName, string Label, string How, decimal Weight);

/// <summary>A week's figures of the open deals.</summary>
/// <param name="Firm">Deals with a firm step ahead.</param>
/// <param name="Hope">Deals of which nobody knows why the buyer wants it.</param>
public sealed record WeekFigures(int Open, int Firm, int Hope);

/// <summary>What a digest card shows, the worst first.</summary>
/// <param name="Zone">The channel's zone.</param>
public sealed record DigestContents(IReadOnlyList<DigestRow> Deals, Instant At, DateTimeZone Zone)
{
    /// <summary>Who has follow-ups waiting that cannot be brought to them: they have not installed the app, or blocked it.</summary>
    public IReadOnlyList<string> Unreached { get; init; } = [];

    public bool IsEmpty => Deals.Count == 0 && Unreached.Count == 0;

    /// <summary>How many deals stood on last week's card and are fine now, or gone.</summary>
    public int Cleared { get; init; }

    /// <summary>What was mended since the card was posted; at most <see cref="MendedDeals.Most"/>.</summary>
    public IReadOnlyList<MendedRow> Mended { get; init; } = [];

    /// <summary>How many deals their reps mended after they had heard of them and before the card was posted.</summary>
    public int MendedBefore { get; init; }

    /// <summary>How many stalled deals wait for the next card, so that their reps hear of them first.</summary>
    public int Waiting { get; init; }

    /// <summary>False on a channel's first card.</summary>
    public bool HasLastWeek { get; init; }

    /// <summary>The oldest first, this week last; at most 8.</summary>
    public IReadOnlyList<WeekFigures> Weeks { get; init; } = [];

    public int Count(DigestChange change) => Deals.Count(row => row.Change == change);
}
