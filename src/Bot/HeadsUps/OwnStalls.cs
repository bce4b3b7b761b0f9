using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>A rep's own stalled deals, in the order in which a weekly card would show them.</summary>
public sealed class OwnStalls(StallReading stalls)
{
    /// <param name="settings">Of the channel whose card they would be on.</param>
    public async Task<IReadOnlyList<StalledDeal>> OfAsync(PersonDocument person, ChannelSettings settings, Instant now, CancellationToken cancellationToken) =>
    [
        .. (await stalls.JudgeAsync(person.Tenant, person.Names, settings, now, now, cancellationToken))
            .Select(judged => judged.Judgement)
            .Where(judgement => judgement.IsStalled)
            .DistinctBy(judgement => judgement.Deal.Id)
            .Select(judgement => new StalledDeal(judgement.Deal, [.. judgement.Verdicts.Where(verdict => verdict.Severity > Severity.Note)]))
            .OrderByDescending(stalled => DigestRow.WeightOf(stalled.Deal, stalled.Worst.Severity))
            .ThenBy(stalled => stalled.Deal.Id, StringComparer.Ordinal),
    ];
}
