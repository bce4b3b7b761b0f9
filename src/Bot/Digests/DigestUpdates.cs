using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>
/// Makes a channel's posted weekly card show what is stored. What happens within a few seconds goes into one update; an update that comes
/// twice does no harm, so it is simply tried again.
/// </summary>
public sealed class DigestUpdates(IDocumentStore store, Channels channels, PostedCards posted, IConnector connector, IOptions<DigestOptions> options) : IDueHandler
{
    private static readonly Duration Gathering = Duration.FromSeconds(3);

    public string Kind => DigestUpdateDocument.Kind;

    /// <exception cref="StoreUnavailableException">Somebody else wanted the same at the same moment, again and again.</exception>
    public async Task WantAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId);
        for (var tries = 0; tries < Backoff.MostAttempts; tries++)
        {
            // An update under way may have read what is old by now: written anew, it is not taken for done.
            var old = await store.FindAsync(partition, Keys.DigestUpdate, BotJson.Default.DigestUpdateDocument, cancellationToken);
            var wanted = new DigestUpdateDocument(channel.Tenant, channel.ChannelId, Attempts: 0, Instant.Min(old?.Value.DueAt ?? Instant.MaxValue, now + Gathering));
            if (await store.BatchAsync(partition, [wanted.ToDocument().Over(old)], cancellationToken) is BatchResult.Committed)
                return;
        }

        throw new StoreUnavailableException("A weekly card is wanted anew by too many at once.");
    }

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var update = stored.As(BotJson.Default.DigestUpdateDocument).Value;
        var result = await UpdateAsync(update, now, cancellationToken);
        var attempts = update.Attempts + 1;
        var later = update with { Attempts = attempts, DueAt = now + Backoff.After(attempts, stored.Document.Id, (result as SendResult.NotSent)?.After) };
        var again = result is SendResult.NotSent or SendResult.Unknown && attempts < Backoff.MostAttempts;
        DocumentWrite write = again
            ? new DocumentWrite.Replace(later.ToDocument(), stored.ETag)
            : new DocumentWrite.Delete(stored.Document.Id, stored.ETag);
        await store.BatchAsync(stored.Document.Partition, [write], cancellationToken);
    }

    private async Task<SendResult> UpdateAsync(DigestUpdateDocument update, Instant now, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(update.Tenant, update.ChannelId, cancellationToken) is not { Value: var channel }
            || await posted.FindAsync(channel, now, cancellationToken) is not { } card)
        {
            return new SendResult.Gone(DeliveryText.NoCard);
        }

        var message = Message.Of(DigestCard.Of(card.Contents, channel.Settings.Rows ?? options.Value.Rows), DigestCard.Title(card.Contents));
        return await connector.UpdateAsync(channel.Place, card.ActivityId, message, cancellationToken);
    }
}
