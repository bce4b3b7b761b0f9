using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Posts a reminder's card to its rep, at most once, and sees to those of which nobody knows whether they arrived.</summary>
public sealed class ReminderMail(IDocumentStore store, PeopleDirectory directory, ReminderSchedule schedule, Postman postman, Doubts doubts)
    : IDueHandler
{
    public string Kind => ReminderDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.ReminderDocument);
        var person = await directory.FindAsync(due.Value.Tenant, due.Value.Meeting.Rep, cancellationToken);
        var calendar = directory.CalendarOf(person);
        var delivery = due.Value.Delivery;
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(due, delivery.Abandoned(Doubts.Until(calendar, now)), cancellationToken);
        else if (delivery.State == DeliveryState.Uncertain)
            await doubts.SettleAsync(due, person, calendar, now, cancellationToken);
        else
            await TrySendAsync(due, person?.Chat, calendar, now, cancellationToken);
    }

    private async Task TrySendAsync(
        Stored<ReminderDocument> due, ConversationReference? chat, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var reminder = due.Value;
        var deal = await store.FindAsync(reminder.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken)
            ?? throw new InvalidOperationException("A reminder stands without its deal.");
        var allowed = reminder.RepChoseTime ? now : schedule.Allowed(now, calendar);
        if (!deal.Value.IsOpen)
            await postman.SaveAsync(reminder.Stop(ReminderEnd.DealClosed), due.ETag, reminder.Id, cancellationToken);
        else if (chat is null)
            await WaitForRepAsync(due, now, cancellationToken);
        else if (allowed > now)
            await SaveAsync(due, reminder.Delivery with { DueAt = allowed }, cancellationToken);
        else
            await postman.SendAsync(Letter(due, deal.Value, chat, calendar, now), cancellationToken);
    }

    /// <summary>Who installs the app at this very moment looked for waiting reminders before this one was among them.</summary>
    private async Task WaitForRepAsync(Stored<ReminderDocument> due, Instant now, CancellationToken cancellationToken)
    {
        var waiting = await SaveAsync(due, due.Value.Delivery.CannotReach("The rep has not installed the app."), cancellationToken);
        var person = await directory.FindAsync(due.Value.Tenant, due.Value.Meeting.Rep, cancellationToken);
        if (waiting is not null && person?.Chat is not null)
            await SaveAsync(waiting, waiting.Value.Delivery.Postpone(now), cancellationToken);
    }

    /// <summary>The card is made before the fence is set: a mistake in making it must not look like a lost message.</summary>
    private static Outgoing<ReminderDocument> Letter(
        Stored<ReminderDocument> due, Deal deal, ConversationReference chat, WorkingCalendar calendar, Instant now)
    {
        var letter = due.Value with { Chat = chat };
        var asSent = letter.With(letter.Delivery with { State = DeliveryState.Sending });
        var message = Message.Of(ReminderCards.Of(asSent, deal, calendar, now), ReminderCards.Summary(asSent, deal));
        return new Outgoing<ReminderDocument>(letter, due.ETag, letter.Id, chat, message, calendar);
    }

    private Task<Stored<ReminderDocument>?> SaveAsync(Stored<ReminderDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, due.Value.Id, cancellationToken);
}
