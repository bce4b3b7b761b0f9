using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>
/// Brings what happened to a deal to the weekly cards that show it. It is stored with the step itself, in the deal's partition; here it is
/// handed on to the channels.
/// </summary>
public sealed class DealNews(IDocumentStore store, DigestWeeks weeks, DigestUpdates updates) : IDueHandler
{
    public string Kind => DealNewsDocument.Kind;

    /// <summary>To stand in the batch that changes the deal.</summary>
    public static DocumentWrite Of(Deal deal, string tenant, Instant now) => new DocumentWrite.Create(
        new DealNewsDocument(tenant, deal.Id, now).ToDocument(Keys.DealNews(deal.Version)));

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var news = stored.As(BotJson.Default.DealNewsDocument).Value;
        await foreach (var channel in store.AllOwnedAsync(Keys.Channels(news.Tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
        {
            if ((await weeks.ReadAsync(channel.Value, cancellationToken)).Weeks is [.., var latest] && latest.Stalled.ContainsKey(news.DealId))
                await updates.WantAsync(channel.Value, now, cancellationToken);
        }

        await store.BatchAsync(stored.Document.Partition, [new DocumentWrite.Delete(stored.Document.Id, stored.ETag)], cancellationToken);
    }
}
