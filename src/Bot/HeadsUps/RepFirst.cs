using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>
/// What a weekly card may show: deals whose reps heard of them at least a day before, and those of reps who could not be reached. What
/// stalled since then waits for the next card.
/// </summary>
public sealed class RepFirst(IDocumentStore store, PeopleDirectory directory, DigestReading reading, IOptions<DigestOptions> options)
{
    /// <summary>What a weekly card shows.</summary>
    /// <param name="week">Of the card, as <see cref="Keys.Week"/> gives it.</param>
    public async Task<DigestContents> ReadAsync(ChannelDocument channel, string week, Instant now, CancellationToken cancellationToken) =>
        await SortAsync(channel, week, await reading.ReadAsync(channel, now, cancellationToken), now, cancellationToken);

    private async Task<DigestContents> SortAsync(ChannelDocument channel, string week, DigestContents all, Instant now, CancellationToken cancellationToken)
    {
        if (options.Value.RepsFirst == TimeSpan.Zero)
            return all;

        // A channel from before there were heads-ups: its first card is as its cards were.
        if (await store.GetAsync(Keys.ChannelPartition(channel.Tenant, channel.ChannelId), Keys.HeadsUpPlan, cancellationToken) is null)
            return all;
        var shown = new HashSet<string>();
        var mended = 0;
        foreach (var member in channel.Roster)
        {
            var stalled = all.Deals.Select(row => row.Stalled.Deal).Where(deal => member.Names.Contains(deal.Facts.Owner)).ToList();
            var headsUp = await HeadsUpOfAsync(channel, member, week, cancellationToken);
            var isReached = await IsReachedAsync(channel.Tenant, member, headsUp, cancellationToken);
            shown.UnionWith(stalled.Where(deal => !isReached || WasOffered(headsUp, deal.Id, now)).Select(deal => deal.Id));
            foreach (var id in headsUp?.Offered.Except(stalled.Select(deal => deal.Id)) ?? [])
                mended += await IsMendedAsync(channel, id, now, cancellationToken) ? 1 : 0;
        }

        var rows = all.Deals.Where(row => shown.Contains(row.Stalled.Deal.Id)).ToList();
        return all with { Deals = rows, Waiting = all.Deals.Count - rows.Count, MendedBefore = mended };
    }

    private bool WasOffered(HeadsUpDocument? headsUp, string dealId, Instant now) =>
        headsUp?.OfferedAt <= now - Duration.FromTimeSpan(options.Value.RepsFirst) && headsUp.Offered.Contains(dealId);

    private async Task<HeadsUpDocument?> HeadsUpOfAsync(ChannelDocument channel, RosterMember member, string week, CancellationToken cancellationToken) =>
        (await store.FindAsync(
            Keys.PersonPartition(channel.Tenant, member.ObjectId), Keys.HeadsUp(week, channel.ChannelId), BotJson.Default.HeadsUpDocument, cancellationToken))?.Value;

    /// <summary>Who has not installed the app, or wants no messages, cannot hold a row back.</summary>
    private async Task<bool> IsReachedAsync(string tenant, RosterMember member, HeadsUpDocument? headsUp, CancellationToken cancellationToken) =>
        headsUp?.Delivery.State != DeliveryState.Unreachable
        && RepId.TryParse(member.ObjectId, out var rep)
        && await directory.FindAsync(tenant, rep, cancellationToken) is { Chat: not null };

    /// <summary>Fine now, and not only silenced.</summary>
    private async Task<bool> IsMendedAsync(ChannelDocument channel, string dealId, Instant now, CancellationToken cancellationToken) =>
        await store.FindAsync(Keys.DealPartition(channel.Tenant, dealId), Keys.Deal, BotJson.Default.Deal, cancellationToken) is { Value: var deal }
        && deal.MuteAt(now, DateTimeZoneProviders.Tzdb[channel.ZoneId]) is null;
}
