using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>
/// Reminders of which nobody knows whether they arrived, and for which four working hours brought no evidence. Each joins the rep's next
/// daily message, which names it: another message, so nothing is sent twice.
/// </summary>
public sealed class Doubts(IDocumentStore store, Postman postman, IOptions<MailOptions> options)
{
    /// <summary>A daily message may itself be lost.</summary>
    private const int MostNotices = 3;

    private static readonly Duration LookAgain = Duration.FromMinutes(10);
    private static readonly Duration TimeForEvidence = Duration.FromHours(4);

    /// <summary>Four working hours on: until then a press or an answer may show that it arrived.</summary>
    public static Instant Until(WorkingCalendar calendar, Instant now) => calendar.PlusWorkingTime(now, TimeForEvidence);

    public async Task SettleAsync(
        Stored<ReminderDocument> due, PersonDocument? person, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var reminder = due.Value;
        if (!reminder.IsOpen)
            await SaveAsync(due, reminder.With(reminder.Delivery with { DueAt = null }), cancellationToken);
        else if (options.Value.OnAmbiguous == OnAmbiguous.ResendOnce && !reminder.Delivery.IsResent)
            await SaveAsync(due, reminder.With(reminder.Delivery.Postpone(now) with { IsResent = true }), cancellationToken);
        else if (person is null)
            await SaveAsync(due, reminder.With(reminder.Delivery.GiveUp(DeliveryText.LostRepNotKnown)), cancellationToken);
        else if (reminder.NoticeId is { } joined)
            await FollowAsync(due, joined, person, calendar, now, cancellationToken);
        else
            await JoinAsync(due, person, calendar, now, cancellationToken);
    }

    /// <summary>What became of the daily message that was to name it.</summary>
    private async Task FollowAsync(
        Stored<ReminderDocument> due, string noticeId, PersonDocument person, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.PersonPartition(person.Tenant, person.ObjectId);
        var notice = (await store.FindAsync(partition, noticeId, BotJson.Default.NoticeDocument, cancellationToken))?.Value;
        var reminder = due.Value;
        var isNamed = notice?.Named.Contains(reminder.Pointer) ?? false;
        if (notice?.Delivery.State is DeliveryState.Scheduled or DeliveryState.Sending)
            await SaveAsync(due, reminder.With(reminder.Delivery with { DueAt = (notice.Delivery.DueAt ?? now) + LookAgain }), cancellationToken);
        else if (isNamed && notice?.Delivery.State == DeliveryState.Sent)
            await SaveAsync(due, reminder.With(reminder.Delivery with { State = DeliveryState.Told, DueAt = null }), cancellationToken);
        else if (reminder.Notices < MostNotices)
            await JoinAsync(due, person, calendar, now, cancellationToken);
        else
            await SaveAsync(due, reminder.With(reminder.Delivery.GiveUp(DeliveryText.LostRepNotTold)), cancellationToken);
    }

    /// <summary>The message first: a reminder never waits for one that does not exist.</summary>
    private async Task JoinAsync(
        Stored<ReminderDocument> due, PersonDocument person, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var day = calendar.NextWorkingDay(calendar.DateAt(now));
        var at = WallClock.At(day, calendar.From, calendar.Zone);
        var notice = new NoticeDocument(person.Tenant, person.ObjectId, Delivery.Schedule(at)).ToDocument(Keys.Notice(day));
        await store.BatchAsync(notice.Partition, [new DocumentWrite.Create(notice)], cancellationToken);
        var reminder = due.Value with { NoticeId = notice.Id, Notices = due.Value.Notices + 1 };
        await SaveAsync(due, reminder.With(reminder.Delivery with { DueAt = at + LookAgain }), cancellationToken);
    }

    private Task<Stored<ReminderDocument>?> SaveAsync(Stored<ReminderDocument> due, ReminderDocument changed, CancellationToken cancellationToken) =>
        postman.SaveAsync(changed, due.ETag, changed.Id, cancellationToken);
}
