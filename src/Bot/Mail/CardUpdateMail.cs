using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Makes a reminder's card show what is stored. An update that comes twice does no harm, so it is simply tried again.</summary>
public sealed class CardUpdateMail(IDocumentStore store, PeopleDirectory directory, FollowUpCards cards, IConnector connector) : IDueHandler
{
    public string Kind => CardUpdateDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var update = stored.As(BotJson.Default.CardUpdateDocument).Value;
        var result = await UpdateAsync(stored.Document.Partition, update.ReminderId, now, cancellationToken);
        var attempts = update.Attempts + 1;
        var later = update with { Attempts = attempts, DueAt = now + Backoff.After(attempts, stored.Document.Id, (result as SendResult.NotSent)?.After) };
        var again = result is SendResult.NotSent or SendResult.Unknown && attempts < Backoff.MostAttempts;
        DocumentWrite write = again
            ? new DocumentWrite.Replace(later.ToDocument(stored.Document.Partition, stored.Document.Id), stored.ETag)
            : new DocumentWrite.Delete(stored.Document.Id, stored.ETag);
        await store.BatchAsync(stored.Document.Partition, [write], cancellationToken);
    }

    private async Task<SendResult> UpdateAsync(string partition, string reminderId, Instant now, CancellationToken cancellationToken)
    {
        var reminder = (await store.FindAsync(partition, reminderId, BotJson.Default.ReminderDocument, cancellationToken))?.Value;
        var deal = (await store.FindAsync(partition, Keys.Deal, BotJson.Default.Deal, cancellationToken))?.Value;
        if (deal is null || reminder is not { Chat: { } chat, Delivery.ActivityId: { } activityId })
            return new SendResult.Gone(DeliveryText.NoCard);
        var person = await directory.FindAsync(reminder.Tenant, reminder.Meeting.Rep, cancellationToken);
        if (person?.Chat is null)
            return new SendResult.Gone(DeliveryText.AppRemoved);
        var card = await cards.OfAsync(person, reminder, deal, now, cancellationToken);
        return await connector.UpdateAsync(chat, activityId, Message.Of(card, ReminderCards.Summary(reminder, deal)), cancellationToken);
    }
}
