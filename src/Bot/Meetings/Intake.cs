using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>One signed delivery of a feed.</summary>
/// <param name="Tenant">From the source whose secret verified, never from the body.</param>
/// <param name="Source">The source's configured name.</param>
/// <param name="Id">The webhook-id: the same over retries of one delivery.</param>
public sealed record FeedDelivery(string Tenant, string Source, string Id);

/// <summary>What the feed answers.</summary>
/// <param name="IsRepeat">The delivery (or this revision of the meeting) was taken before; nothing changed.</param>
/// <param name="ReminderDue">When the rep is reminded; null when nobody will be.</param>
public sealed record IntakeAnswer(bool IsRepeat, Instant? ReminderDue);

/// <summary>
/// Takes what the CRM says into the store: one atomic batch a delivery, in the deal's partition. The delivery's inbox document stands
/// first in the batch, so that a repeat is refused as a whole and gets the stored answer.
/// </summary>
public sealed class Intake(IDocumentStore store, ReminderSchedule schedule)
{
    private const int InboxWrite = 0;
    private const int MostTries = 10;

    /// <exception cref="StoreUnavailableException">Nothing is known to be stored; the sender should try again.</exception>
    public Task<IntakeAnswer> LogAsync(
        FeedDelivery delivery, DealFacts facts, Meeting meeting, Instant now, CancellationToken cancellationToken) =>
        LogAsync(new Logging(delivery, facts, meeting, now, RepAsksNow: false), cancellationToken);

    /// <summary>The rep logs a meeting and wants to be asked about it at once.</summary>
    /// <exception cref="StoreUnavailableException">Nothing is known to be stored; the rep should try again.</exception>
    public Task<IntakeAnswer> LogForRepAsync(
        FeedDelivery delivery, DealFacts facts, Meeting meeting, Instant now, CancellationToken cancellationToken) =>
        LogAsync(new Logging(delivery, facts, meeting, now, RepAsksNow: true), cancellationToken);

    private async Task<IntakeAnswer> LogAsync(Logging log, CancellationToken cancellationToken)
    {
        var (delivery, _, meeting, _, _) = log;
        var partition = Keys.DealPartition(delivery.Tenant, meeting.DealId);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await store.GetAllAsync(partition, [Keys.Deal, Keys.Meeting(meeting.Id), Keys.Tombstone], cancellationToken);
            var (deal, known, tombstone) = (found[0]?.As(BotJson.Default.Deal), found[1]?.As(BotJson.Default.Meeting), found[2]);
            if (tombstone is not null && !log.RepAsksNow)
                return new IntakeAnswer(IsRepeat: true, ReminderDue: null);
            var answer = known is null
                ? await LogNewAsync(log, deal, tombstone, cancellationToken)
                : await LogKnownAsync(log, deal, known, cancellationToken);
            if (answer is not null)
                return answer;
        }

        throw new StoreUnavailableException("The deal is being changed by too many deliveries at once.");
    }

    /// <exception cref="StoreUnavailableException">Nothing is known to be stored; the sender should try again.</exception>
    public async Task<IntakeAnswer> PutDealAsync(
        FeedDelivery delivery, string dealId, DealFacts facts, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.DealPartition(delivery.Tenant, dealId);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await store.GetAllAsync(partition, [Keys.Deal, Keys.Tombstone], cancellationToken);
            if (found[1] is not null)
                return new IntakeAnswer(IsRepeat: true, ReminderDue: null);
            var old = found[0]?.As(BotJson.Default.Deal);
            var deal = old?.Value.With(facts, now) ?? Deal.New(dealId, facts, now);
            if (old is not null && !facts.Replaces(old.Value.Facts))
                return new IntakeAnswer(IsRepeat: true, ReminderDue: null);
            var writes = new List<DocumentWrite> { Inbox(delivery, partition, reminderDue: null), deal.ToDocument(delivery.Tenant).Over(old) };
            if (!deal.IsOpen)
                writes.AddRange(await StopRemindersAsync(partition, except: null, now, cancellationToken));
            writes.Add(Audit(delivery, partition, now, $"deal is {deal.Facts.Status}"));
            if (await CommitAsync(delivery, partition, writes, reminderDue: null, cancellationToken) is { } answer)
                return answer;
        }

        throw new StoreUnavailableException("The deal is being changed by too many deliveries at once.");
    }

    private async Task<IntakeAnswer?> LogNewAsync(
        Logging log, Stored<Deal>? old, StoredDocument? tombstone, CancellationToken cancellationToken)
    {
        var (delivery, facts, meeting, now, _) = log;
        var deal = (old?.Value.With(facts, now) ?? Deal.New(meeting.DealId, facts, now)).Log(meeting, now);
        var partition = Keys.DealPartition(delivery.Tenant, meeting.DealId);
        Instant? due = deal.IsOpen && !meeting.Cancelled ? await DueAsync(log, cancellationToken) : null;
        var writes = new List<DocumentWrite>
        {
            Inbox(delivery, partition, due),
            deal.ToDocument(delivery.Tenant).Over(old),
            new DocumentWrite.Create(meeting.ToDocument(delivery.Tenant)),
            Audit(delivery, partition, now, meeting.Cancelled ? "cancelled meeting" : "meeting"),
        };
        if (!deal.IsOpen)
            writes.AddRange(await StopRemindersAsync(partition, except: Keys.Reminder(meeting.Id), now, cancellationToken));
        if (due is { } at)
            writes.Add(new DocumentWrite.Create(NewReminder(log, at).ToDocument()));
        if (tombstone is not null)
            writes.Add(new DocumentWrite.Delete(Keys.Tombstone, tombstone.ETag));
        return await CommitAsync(delivery, partition, writes, due, cancellationToken);
    }

    private async Task<IntakeAnswer?> LogKnownAsync(
        Logging log, Stored<Deal>? oldDeal, Stored<Meeting> oldMeeting, CancellationToken cancellationToken)
    {
        var (delivery, facts, meeting, now, _) = log;
        var partition = Keys.DealPartition(delivery.Tenant, meeting.DealId);
        var oldReminder = await store.FindAsync(partition, Keys.Reminder(meeting.Id), BotJson.Default.ReminderDocument, cancellationToken);
        if (meeting.Revision <= oldMeeting.Value.Revision)
            return new IntakeAnswer(IsRepeat: true, oldReminder?.Value.Delivery.DueAt);
        var deal = (oldDeal?.Value.With(facts, now) ?? Deal.New(meeting.DealId, facts, now)).Log(meeting, now) with
        {
            LastMeetingAt = await LastHeldAsync(partition, meeting, cancellationToken),
        };
        var reminder = await UpdatedAsync(log, deal, oldReminder?.Value, cancellationToken);
        var due = reminder?.Delivery.DueAt;
        var writes = new List<DocumentWrite>
        {
            Inbox(delivery, partition, due),
            deal.ToDocument(delivery.Tenant).Over(oldDeal),
            meeting.ToDocument(delivery.Tenant).Over(oldMeeting),
            Audit(delivery, partition, now, meeting.Cancelled ? "meeting cancelled" : "meeting changed"),
        };
        if (!deal.IsOpen)
            writes.AddRange(await StopRemindersAsync(partition, except: Keys.Reminder(meeting.Id), now, cancellationToken));
        if (reminder is not null && reminder != oldReminder?.Value)
            writes.AddRange(WithCardUpdate(reminder, oldReminder, now));
        return await CommitAsync(delivery, partition, writes, due, cancellationToken);
    }

    /// <summary>The end of the deal's latest meeting that was not cancelled, with this one as it is now.</summary>
    private async Task<Instant?> LastHeldAsync(string partition, Meeting changed, CancellationToken cancellationToken)
    {
        var page = await store.InPartitionAsync(partition, Keys.MeetingKind, continuation: null, limit: 1000, cancellationToken);
        return page.Documents.Select(stored => stored.As(BotJson.Default.Meeting).Value)
            .Where(meeting => meeting.Id != changed.Id)
            .Append(changed)
            .Where(meeting => !meeting.Cancelled)
            .Max(meeting => (Instant?)meeting.End);
    }

    private async Task<ReminderDocument?> UpdatedAsync(Logging log, Deal deal, ReminderDocument? old, CancellationToken cancellationToken)
    {
        var meeting = log.Meeting;
        var wanted = deal.IsOpen && !meeting.Cancelled;
        if (old is null)
            return wanted ? NewReminder(log, await DueAsync(log, cancellationToken)) : null;
        var current = old with { Meeting = meeting };
        if (!wanted)
            return old.IsOpen ? current.Stop(meeting.Cancelled ? ReminderEnd.MeetingCancelled : ReminderEnd.DealClosed) : current;
        var isStillToCome = old is { IsOpen: true, Version: 0, Delivery: { State: DeliveryState.Scheduled, Attempts: 0 } } || old.End is ReminderEnd.MeetingCancelled;
        return isStillToCome ? current with { End = null, ListId = null, HeldFor = null, AskedAt = null, Delivery = old.Delivery.Postpone(await DueAsync(log, cancellationToken)) } : current;
    }

    private async Task<Instant> DueAsync(Logging log, CancellationToken cancellationToken) =>
        log.RepAsksNow ? log.Now : await schedule.DueAsync(log.Delivery.Tenant, log.Meeting, log.Now, cancellationToken);

    private async Task<IEnumerable<DocumentWrite>> StopRemindersAsync(
        string partition, string? except, Instant now, CancellationToken cancellationToken)
    {
        var page = await store.InPartitionAsync(partition, ReminderDocument.Kind, continuation: null, limit: 200, cancellationToken);
        return page.Documents.Select(stored => stored.As(BotJson.Default.ReminderDocument))
            .Where(reminder => reminder.Value.IsOpen && reminder.Value.Id != except)
            .Take(40)
            .SelectMany(reminder => WithCardUpdate(reminder.Value.Stop(ReminderEnd.DealClosed), reminder, now));
    }

    private static IEnumerable<DocumentWrite> WithCardUpdate(ReminderDocument reminder, Stored<ReminderDocument>? old, Instant now)
    {
        yield return reminder.ToDocument().Over(old);
        if (reminder.Delivery.ActivityId is not null || old?.Value.Delivery.ActivityId is not null)
            yield return CardUpdate.Of(reminder, now);
    }

    private async Task<IntakeAnswer?> CommitAsync(
        FeedDelivery delivery, string partition, List<DocumentWrite> writes, Instant? reminderDue, CancellationToken cancellationToken)
    {
        switch (await store.BatchAsync(partition, writes, cancellationToken))
        {
            case BatchResult.Committed:
                return new IntakeAnswer(IsRepeat: false, reminderDue);
            case BatchResult.Refused { Index: InboxWrite }:
                var first = await store.FindAsync(partition, Keys.Inbox(delivery.Source, delivery.Id), BotJson.Default.InboxDocument, cancellationToken);
                return new IntakeAnswer(IsRepeat: true, first?.Value.ReminderDue);
            default:
                return null;
        }
    }

    private static ReminderDocument NewReminder(Logging log, Instant due) => new()
    {
        Tenant = log.Delivery.Tenant,
        DealId = log.Meeting.DealId,
        Meeting = log.Meeting,
        Delivery = Delivery.Schedule(due),
        RepChoseTime = log.RepAsksNow,
        TouchedAt = log.RepAsksNow ? log.Now : null,
    };

    private static DocumentWrite.Create Inbox(FeedDelivery delivery, string partition, Instant? reminderDue) =>
        new DocumentWrite.Create(new InboxDocument(reminderDue).ToDocument(partition, Keys.Inbox(delivery.Source, delivery.Id)));

    private static DocumentWrite Audit(FeedDelivery delivery, string partition, Instant now, string what) =>
        StoredForms.Audit(partition, new EventDocument(now, delivery.Source, what, Detail: null), $"{delivery.Source}:{delivery.Id}");

    private sealed record Logging(FeedDelivery Delivery, DealFacts Facts, Meeting Meeting, Instant Now, bool RepAsksNow);
}
