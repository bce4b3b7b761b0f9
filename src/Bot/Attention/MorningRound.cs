using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>Looks at a person's open follow-ups each working morning, and makes the morning's list when one deserves a line. Ends with the last of them.</summary>
public sealed class MorningRound(IDocumentStore store, PeopleDirectory directory) : IDueHandler
{
    public string Kind => RoundDocument.Kind;

    public static RoundDocument First(PersonDocument person, WorkingCalendar calendar, Instant now) =>
        new(person.Tenant, person.ObjectId, NextMorning(calendar, now));

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var round = stored.As(BotJson.Default.RoundDocument).Value;
        var partition = stored.Document.Partition;
        var person = (await store.FindAsync(partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        List<ReminderDocument> open = person is null ? [] : [.. (await directory.OpenRemindersOfAsync(person)).Select(reminder => reminder.Value)];
        if (open.Count == 0)
        {
            await store.BatchAsync(partition, [new DocumentWrite.Delete(stored.Document.Id, stored.ETag)], cancellationToken);
            return;
        }

        var calendar = directory.CalendarOf(person);
        var isBackedOff = NudgeRule.IsBackedOff(open, calendar, now);
        if (open.Any(reminder => NudgeRule.IsTurn(reminder, calendar, now, isBackedOff)))
        {
            var notice = new NoticeDocument(round.Tenant, round.ObjectId, Delivery.Schedule(now)).ToDocument(Keys.Notice(calendar.DateAt(now)));
            await store.BatchAsync(partition, [new DocumentWrite.Create(notice)], cancellationToken);
        }

        var next = round with { NextAt = NextMorning(calendar, now) };
        await store.BatchAsync(partition, [new DocumentWrite.Replace(next.ToDocument(), stored.ETag)], cancellationToken);
    }

    private static Instant NextMorning(WorkingCalendar calendar, Instant now) =>
        WallClock.At(calendar.NextWorkingDay(calendar.DateAt(now)), calendar.From, calendar.Zone);
}
