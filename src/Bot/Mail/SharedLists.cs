using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Reminders that are asked about together, in one card: each follows what becomes of the card that was to name it.</summary>
public sealed class SharedLists(IDocumentStore store, Postman postman)
{
    private static readonly Duration LookAgain = Duration.FromMinutes(1);

    public static ReminderDocument Joined(ReminderDocument reminder, Ruling.Join join) => reminder with
    {
        ListId = join.ListId,
        HeldFor = null,
        Delivery = reminder.Delivery with { DueAt = join.At + LookAgain },
    };

    public async Task FollowAsync(
        Stored<ReminderDocument> due, string listId, PersonDocument person, WorkingCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        var list = (await store.FindAsync(Keys.PersonPartition(person.Tenant, person.ObjectId), listId, BotJson.Default.NoticeDocument, cancellationToken))?.Value;
        var next = Next(due.Value, list, calendar, now);
        await postman.SaveAsync(next, due.ETag, next.Id, cancellationToken);
    }

    private static ReminderDocument Next(ReminderDocument reminder, NoticeDocument? list, WorkingCalendar calendar, Instant now)
    {
        var delivery = reminder.Delivery;
        if (!reminder.IsOpen)
            return reminder.With(delivery with { DueAt = null });
        if (list?.Delivery.State is DeliveryState.Scheduled or DeliveryState.Sending)
            return reminder.With(delivery with { DueAt = (list.Delivery.DueAt ?? now) + LookAgain });
        var isNamed = list?.Named.Contains(reminder.Pointer) ?? false;
        return (isNamed, list?.Delivery.State) switch
        {
            (true, DeliveryState.Sent) => reminder with { AskedAt = now, Delivery = delivery.Arrived(null) },
            (true, DeliveryState.Uncertain) => reminder with { AskedAt = now, ListId = null, Delivery = delivery.Doubt(DeliveryText.ListMayBeLost, Doubts.Until(calendar, now)) },
            _ => reminder with { ListId = null, Delivery = delivery.Postpone(now) }, // it goes by itself, or with the next list
        };
    }
}
