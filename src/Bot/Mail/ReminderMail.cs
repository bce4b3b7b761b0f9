using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Moves a reminder on: its card is posted at most once, by itself or among others, and those of which nobody knows whether they arrived are seen to.</summary>
public sealed class ReminderMail(PeopleDirectory directory, ReminderSending sending, SharedLists lists, Doubts doubts, Postman postman) : IDueHandler
{
    public string Kind => ReminderDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.ReminderDocument);
        var reminder = due.Value;
        var person = await directory.FindAsync(reminder.Tenant, reminder.Meeting.Rep, cancellationToken);
        var calendar = directory.CalendarOf(person);
        if (reminder.Delivery.State == DeliveryState.Sending)
            await postman.SaveAsync(reminder.With(reminder.Delivery.Abandoned(Doubts.Until(calendar, now))), due.ETag, reminder.Id, cancellationToken);
        else if (reminder.Delivery.State == DeliveryState.Uncertain)
            await doubts.SettleAsync(due, person, calendar, now, cancellationToken);
        else if (reminder.ListId is { } listId && person is not null)
            await lists.FollowAsync(due, listId, person, calendar, now, cancellationToken);
        else
            await sending.TryAsync(due, person, calendar, now, cancellationToken);
    }
}
