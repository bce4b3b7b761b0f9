using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Posts a reminder's card to its rep when they may be spoken to; else it waits, or joins others in one card.</summary>
public sealed class ReminderSending(IDocumentStore store, PeopleDirectory directory, AttentionGate gate, Postman postman)
{
    public async Task TryAsync(
        Stored<ReminderDocument> due, PersonDocument? person, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var reminder = due.Value;
        var deal = await store.FindAsync(reminder.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken)
            ?? throw new InvalidOperationException("A reminder stands without its deal.");
        if (!deal.Value.IsOpen)
            await postman.SaveAsync(reminder.Stop(ReminderEnd.DealClosed), due.ETag, reminder.Id, cancellationToken);
        else if (person?.Chat is not { } chat)
            await WaitForRepAsync(due, now, cancellationToken);
        else
            await RuledAsync(due, deal.Value, person, chat, calendar, now, cancellationToken);
    }

    private async Task RuledAsync(
        Stored<ReminderDocument> due, Deal deal, PersonDocument person, ConversationReference chat, WorkingCalendar calendar, Instant now,
        CancellationToken cancellationToken)
    {
        var reminder = due.Value;
        var approach = new Approach(ApproachKind.Reminder, reminder.Id, reminder.Delivery.Round, reminder.DealId)
        {
            AskedForAt = reminder.RepChoseTime ? reminder.TouchedAt ?? reminder.Meeting.End : null,
        };
        switch (await gate.AskAsync(person, approach, now, cancellationToken))
        {
            case Ruling.Go:
                await postman.SendAsync(Letter(due, deal, chat, calendar, now), cancellationToken);
                break;
            case Ruling.Wait wait:
                await SaveAsync(due, reminder with { HeldFor = wait.Reason, Delivery = reminder.Delivery with { DueAt = wait.Until } }, cancellationToken);
                break;
            case Ruling.Join join:
                await SaveAsync(due, SharedLists.Joined(reminder, join), cancellationToken);
                break;
            case Ruling.Hold hold:
                await SaveAsync(due, reminder with { HeldFor = hold.Reason, Delivery = reminder.Delivery.Hold(hold.Reason.ToString()) }, cancellationToken);
                break;
            case Ruling.Drop drop:
                throw new NotSupportedException($"A reminder has no end, and was dropped: {drop.Reason}.");
        }
    }

    /// <summary>Who installs the app at this very moment looked for waiting reminders before this one was among them.</summary>
    private async Task WaitForRepAsync(Stored<ReminderDocument> due, Instant now, CancellationToken cancellationToken)
    {
        var waiting = await SaveAsync(due, due.Value.With(due.Value.Delivery.CannotReach(DeliveryText.NoApp)), cancellationToken);
        var person = await directory.FindAsync(due.Value.Tenant, due.Value.Meeting.Rep, cancellationToken);
        if (waiting is not null && person?.Chat is not null)
            await SaveAsync(waiting, waiting.Value.With(waiting.Value.Delivery.Postpone(now)), cancellationToken);
    }

    /// <summary>The card is made before the fence is set: a mistake in making it must not look like a lost message.</summary>
    private static Outgoing<ReminderDocument> Letter(
        Stored<ReminderDocument> due, Deal deal, ConversationReference chat, WorkingCalendar calendar, Instant now)
    {
        var letter = due.Value with { Chat = chat, AskedAt = now, HeldFor = null };
        var asSent = letter.With(letter.Delivery with { State = DeliveryState.Sending });
        var message = Message.Of(ReminderCards.Of(asSent, deal, calendar, now), ReminderCards.Summary(asSent, deal));
        return new Outgoing<ReminderDocument>(letter, due.ETag, letter.Id, chat, message, calendar);
    }

    private Task<Stored<ReminderDocument>?> SaveAsync(Stored<ReminderDocument> due, ReminderDocument changed, CancellationToken cancellationToken) =>
        postman.SaveAsync(changed, due.ETag, changed.Id, cancellationToken);
}
