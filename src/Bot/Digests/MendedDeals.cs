using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>The deals of a posted card that are stalled no more, with what became of them; never a word of what anybody wrote.</summary>
public sealed class MendedDeals(IDocumentStore store, StallReading stalls)
{
    /// <summary>More would push what is still stalled off the card.</summary>
    public const int Most = 10;

    /// <param name="known">Those of the posted deals that were judged already.</param>
    public async Task<IReadOnlyList<MendedRow>> ReadAsync(
        ChannelDocument channel, WeekEntry posted, IReadOnlyList<Judgement> known, Instant now, CancellationToken cancellationToken)
    {
        var byId = known.ToDictionary(judgement => judgement.Deal.Id);
        var rows = new List<MendedRow>();
        foreach (var (id, severity) in posted.Stalled)
        {
            var judgement = byId.GetValueOrDefault(id) ?? await ClosedAsync(channel, id, now, cancellationToken);
            if (judgement is { IsStalled: false } && OwnerOf(channel, judgement.Deal.Facts.Owner) is { } owner)
                rows.Add(new MendedRow(judgement.Deal, owner.ShownName, MendedWords.Label(judgement), How(channel, judgement), DigestRow.WeightOf(judgement.Deal, severity)));
            if (rows.Count == Most)
                break;
        }

        return [.. rows.OrderByDescending(row => row.Weight)];
    }

    private async Task<Judgement?> ClosedAsync(ChannelDocument channel, string id, Instant now, CancellationToken cancellationToken) =>
        await store.FindAsync(Keys.DealPartition(channel.Tenant, id), Keys.Deal, BotJson.Default.Deal, cancellationToken) is { } deal
            ? await stalls.JudgeAsync(channel.Tenant, deal.Value, channel.Settings, now, cancellationToken)
            : null;

    private static string How(ChannelDocument channel, Judgement judgement)
    {
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        var by = judgement switch
        {
            { Exempt: var exempt } when exempt.HasFlag(Exemptions.FirmStepAhead) => judgement.Deal.FollowUp?.CapturedBy,
            _ => judgement.Deal.LastMend?.By,
        };
        return MendedWords.How(judgement, by is { } rep ? OwnerOf(channel, rep)?.ShownName : null, zone);
    }

    private static RosterMember? OwnerOf(ChannelDocument channel, RepId rep) => channel.Roster.FirstOrDefault(member => member.Names.Contains(rep));
}
