using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Posts a rep's daily message about follow-ups that may not have arrived, at most once.</summary>
public sealed class NoticeMail(IDocumentStore store, PeopleDirectory directory, Postman postman) : IDueHandler
{
    public string Kind => NoticeDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.NoticeDocument);
        var delivery = due.Value.Delivery;
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, delivery.Abandoned(until: null), cancellationToken);
        else if (person?.Chat is not { } chat)
            await SaveAsync(stored, due, delivery.CannotReach("The rep has not installed the app."), cancellationToken);
        else if (await DoubtfulAsync(person, stored.Document.Id, cancellationToken) is { Count: > 0 } named)
            await postman.SendAsync(Letter(stored, due, chat, named), cancellationToken);
        else
            await SaveAsync(stored, due, delivery.Cancel("Everything was settled by then."), cancellationToken);
    }

    private static Outgoing<NoticeDocument> Letter(
        StoredDocument stored, Stored<NoticeDocument> due, ConversationReference chat, IReadOnlyList<(ReminderDocument Reminder, Deal Deal)> named)
    {
        var letter = due.Value with { Named = [.. named.Select(each => new ReminderPointer(each.Reminder.DealId, each.Reminder.Id))] };
        var card = NoticeCard.Of(named);
        return new Outgoing<NoticeDocument>(letter, due.ETag, stored.Document.Id, chat, Message.Of(card, card.FallbackText), Calendar: null);
    }

    private async Task<IReadOnlyList<(ReminderDocument Reminder, Deal Deal)>> DoubtfulAsync(
        PersonDocument person, string noticeId, CancellationToken cancellationToken)
    {
        var doubtful = new List<(ReminderDocument, Deal)>();
        foreach (var (reminder, _) in await directory.OpenRemindersOfAsync(person))
        {
            if (reminder is { Delivery.State: DeliveryState.Uncertain } && reminder.NoticeId == noticeId
                && await store.FindAsync(reminder.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken) is { } deal)
            {
                doubtful.Add((reminder, deal.Value));
            }
        }

        return [.. doubtful.Take(NoticeCard.MostRows)];
    }

    private Task<Stored<NoticeDocument>?> SaveAsync(StoredDocument stored, Stored<NoticeDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, stored.Document.Id, cancellationToken);
}
