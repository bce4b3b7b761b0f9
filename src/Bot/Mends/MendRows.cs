using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Teams.Cards;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>A deal of somebody whom a channel follows.</summary>
public sealed record MendRow(Stored<Deal> Deal, string OwnerName);

/// <summary>The rows of a channel's weekly card, as they are stored now.</summary>
public sealed class MendRows(MendLedger ledger, Rosters rosters, StallReading stalls, DigestLists lists)
{
    /// <returns>Null when there is no such deal, or its rep is not of this channel's team: both look the same to whoever asks.</returns>
    public async Task<MendRow?> FindAsync(ChannelDocument channel, string dealId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(channel.Tenant, dealId, cancellationToken) is not { } deal)
            return null;
        var owner = OwnerOf(channel, deal.Value)
            ?? (await rosters.ReadAsync(channel.Tenant, channel.ChannelId, cancellationToken) is { } fresh ? OwnerOf(fresh, deal.Value) : null);
        return owner is null ? null : new MendRow(deal, owner.ShownName);
    }

    public Task<Judgement> JudgeAsync(ChannelDocument channel, Deal deal, Instant now, CancellationToken cancellationToken) =>
        stalls.JudgeAsync(channel.Tenant, deal, channel.Settings, now, cancellationToken);

    public Task<WrittenCard> ListAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken) => lists.CardAsync(channel, now, cancellationToken);

    private static RosterMember? OwnerOf(ChannelDocument channel, Deal deal) => channel.Reps.FirstOrDefault(member => member.Names.Contains(deal.Facts.Owner));
}
