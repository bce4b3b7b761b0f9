using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Posts a reminder's card to its rep: fence first, then at most one post, then the record of what became of it.</summary>
public sealed class ReminderMail(IDocumentStore store, PeopleDirectory directory, ReminderSchedule schedule, IConnector connector) : IDueHandler
{
    public string Kind => ReminderDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.ReminderDocument);
        if (due.Value.Delivery.State == DeliveryState.Sending)
            await SaveAsync(due, due.Value with { Delivery = due.Value.Delivery.Abandoned() }, cancellationToken);
        else
            await TrySendAsync(due, now, cancellationToken);
    }

    private async Task TrySendAsync(Stored<ReminderDocument> due, Instant now, CancellationToken cancellationToken)
    {
        var reminder = due.Value;
        var person = await directory.FindAsync(reminder.Tenant, reminder.Meeting.Rep, cancellationToken);
        var deal = await store.FindAsync(reminder.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken)
            ?? throw new InvalidOperationException("A reminder stands without its deal.");
        var calendar = directory.CalendarOf(person);
        var allowed = reminder.RepChoseTime ? now : schedule.Allowed(now, calendar);
        if (!deal.Value.IsOpen)
            await SaveAsync(due, reminder.Stop(ReminderEnd.DealClosed), cancellationToken);
        else if (person?.Chat is not { } chat)
            await SaveAsync(due, reminder with { Delivery = reminder.Delivery.CannotReach("The rep has not installed the app.") }, cancellationToken);
        else if (allowed > now)
            await SaveAsync(due, reminder with { Delivery = reminder.Delivery with { DueAt = allowed } }, cancellationToken);
        else
            await SendAsync(due, deal.Value, chat, calendar, now, cancellationToken);
    }

    private async Task SendAsync(
        Stored<ReminderDocument> due, Deal deal, ConversationReference chat, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var sending = due.Value with { Delivery = due.Value.Delivery.Begin(now), Chat = chat };
        if (await SaveAsync(due, sending, cancellationToken) is not { } fenced)
            return;
        var message = Message.Of(ReminderCards.Of(sending, deal, calendar, now), ReminderCards.Summary(deal));
        var result = await connector.SendAsync(chat, message, CancellationToken.None);
        await RecordAsync(fenced, result, now, CancellationToken.None);
    }

    private async Task RecordAsync(Stored<ReminderDocument> fenced, SendResult result, Instant now, CancellationToken cancellationToken)
    {
        var settled = fenced.Value with { Delivery = fenced.Value.Delivery.Settle(result, now) };
        if (await SaveAsync(fenced, settled, cancellationToken) is not null)
            return;

        var activityId = (result as SendResult.Accepted)?.Id;

        // Answered, cancelled or changed by the CRM while it was on its way: keep that, and note what became of the message.
        if (await store.FindAsync(fenced.Value.Partition, fenced.Value.Id, BotJson.Default.ReminderDocument, cancellationToken) is not { } changed)
            return;
        var delivery = changed.Value.Delivery;
        var noted = changed.Value with
        {
            Delivery = delivery.State == DeliveryState.Sending ? delivery.Settle(result, now) : delivery with { ActivityId = activityId ?? delivery.ActivityId },
        };
        await store.BatchAsync(
            noted.Partition, [noted.ToDocument().Over(changed), CardUpdate.Of(noted, now)], cancellationToken);
    }

    /// <returns>What is stored now; null when somebody else changed it first.</returns>
    private async Task<Stored<ReminderDocument>?> SaveAsync(
        Stored<ReminderDocument> old, ReminderDocument changed, CancellationToken cancellationToken) =>
        await store.BatchAsync(changed.Partition, [changed.ToDocument().Over(old)], cancellationToken) is BatchResult.Committed committed
            ? new Stored<ReminderDocument>(changed, committed.ETags[0])
            : null;
}
