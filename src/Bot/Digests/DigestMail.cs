using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Posts a week's card into its channel, at most once. A week with nothing to say is not posted.</summary>
public sealed class DigestMail(
    IDocumentStore store, Rosters rosters, DigestReading reading, DigestWeeks weeks, IConnector connector, IOptions<DigestOptions> options) : IDueHandler
{
    public string Kind => DigestDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var digest = stored.As(BotJson.Default.DigestDocument);
        if (digest.Value.Delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, digest.ETag, digest.Value.Delivery.Abandoned(), cancellationToken);
        else
            await TrySendAsync(stored, digest, now, cancellationToken);
    }

    private async Task TrySendAsync(StoredDocument stored, Stored<DigestDocument> digest, Instant now, CancellationToken cancellationToken)
    {
        var delivery = digest.Value.Delivery;
        if (await rosters.ReadAsync(digest.Value.Tenant, digest.Value.ChannelId, cancellationToken) is not { } channel)
        {
            await SaveAsync(stored, digest.ETag, delivery.Cancel("The channel has no digest any more."), cancellationToken);
            return;
        }

        var contents = await reading.ReadAsync(channel, now, cancellationToken);
        await weeks.KeepAsync(channel, contents, cancellationToken);
        if (contents.Deals.Count == 0)
        {
            await SaveAsync(stored, digest.ETag, delivery.Cancel("No deal was stalled."), cancellationToken);
            return;
        }

        var sending = delivery.Begin(now);
        if (await SaveAsync(stored, digest.ETag, sending, cancellationToken) is not { } fenced)
            return;
        var message = Message.Of(DigestCard.Of(contents, options.Value.Rows), DigestCard.Title(contents));
        var result = await connector.SendAsync(channel.Place, message, CancellationToken.None);
        await SaveAsync(stored, fenced, sending.Settle(result, now), CancellationToken.None);
    }

    /// <returns>The new ETag; null when somebody else changed it first.</returns>
    private async Task<string?> SaveAsync(StoredDocument stored, string etag, Delivery delivery, CancellationToken cancellationToken)
    {
        var digest = stored.As(BotJson.Default.DigestDocument).Value with { Delivery = delivery };
        var write = new DocumentWrite.Replace(digest.ToDocument(stored.Document.Id), etag);
        return await store.BatchAsync(stored.Document.Partition, [write], cancellationToken) is BatchResult.Committed committed
            ? committed.ETags[0]
            : null;
    }
}
