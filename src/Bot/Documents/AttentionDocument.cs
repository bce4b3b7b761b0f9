using FollowUpBot.Bot.Attention;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>What was sent to a person unasked on one of their days, and what was held back and why: the day's budget, and the answer to "why no reminder".</summary>
/// <param name="Tenant">Of the person.</param>
/// <param name="ObjectId">Of the person.</param>
/// <param name="Day">On the person's own calendar.</param>
public sealed record AttentionDocument(string Tenant, string ObjectId, LocalDate Day)
{
    public const string Kind = "attention";

    /// <summary>Enough to explain a busy day; the oldest that only waited go first.</summary>
    private const int Most = 60;

    public IReadOnlyList<AttentionLine> Lines { get; init; } = [];

    /// <summary>The list that first questions join until its moment; null when none is being gathered.</summary>
    public GatheredList? Gathered { get; init; }

    /// <summary>How many lists were begun on this day.</summary>
    public int Lists { get; init; }

    /// <summary>What has counted against the day's budget, but for this letter.</summary>
    public int SpentBesides(string about) => Lines.Count(line => line is { Reason: AttentionReason.Sent, IsAskedFor: false } && line.About != about);

    /// <summary>One line a letter and reason: a later moment takes the place of the earlier.</summary>
    public AttentionDocument With(AttentionLine line)
    {
        var others = Lines.Where(known => known.About != line.About || known.Reason != line.Reason).Append(line).ToList();
        var drop = others.Count <= Most ? null : others.FirstOrDefault(known => known.Reason != AttentionReason.Sent);
        return this with { Lines = [.. others.Where(known => known != drop)] };
    }
}

/// <summary>One decision about a letter.</summary>
/// <param name="About">The letter's id and round.</param>
/// <param name="DealId">Null when it is about several deals.</param>
/// <param name="Until">When it is looked at again; null when it went, or waits for a word of the person.</param>
/// <param name="IsAskedFor">The person chose the moment, so it counts against nothing.</param>
public sealed record AttentionLine(string About, ApproachKind Kind, string? DealId, Instant At, AttentionReason Reason, Instant? Until, bool IsAskedFor);

/// <summary>A list of first questions, and when it goes.</summary>
public sealed record GatheredList(string Id, Instant At);

/// <summary>A person's mornings: while a follow-up of theirs is open, each working day is looked at once for what deserves a line.</summary>
public sealed record RoundDocument(string Tenant, string ObjectId, Instant NextAt)
{
    public const string Kind = "round";
}
