using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>A weekly card in a channel, with what it should show by now.</summary>
public sealed record PostedCard(string ActivityId, DigestContents Contents);

/// <summary>Finds the latest weekly card of a channel. Those before it are history and stay as they were.</summary>
public sealed class PostedCards(IDocumentStore store, DigestWeeks weeks, DigestReading reading)
{
    /// <returns>Null when the latest week had no card, or it never arrived.</returns>
    public async Task<PostedCard?> FindAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var known = (await weeks.ReadAsync(channel, cancellationToken)).Weeks;
        if (known is not [.., { PostedAt: not null } posted])
            return null;
        var partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId);
        var digest = await store.FindAsync(partition, Keys.DigestOf(posted.Week), BotJson.Default.DigestDocument, cancellationToken);
        return digest?.Value.Delivery.ActivityId is { } activityId
            ? new PostedCard(activityId, await reading.AgainAsync(channel, posted, [.. known.SkipLast(1)], now, cancellationToken))
            : null;
    }
}
