using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>
/// The one place that everything a person did not ask for passes before its fence: it gathers the facts, asks <see cref="AttentionRule"/>,
/// and keeps the decision. What may go has been paid for from the day's budget by one conditional write, so that any number of letters and
/// servers at once stay within it. Asking again about the same letter and round pays nothing more.
/// </summary>
public sealed class AttentionGate(IDocumentStore store, PeopleDirectory directory, IOptions<MailOptions> mail, IOptions<ReminderOptions> reminders)
{
    private const int MostTries = 10;

    private static readonly Duration SoonAgain = Duration.FromSeconds(10);

    public async Task<Ruling> AskAsync(PersonDocument person, Approach approach, Instant now, CancellationToken cancellationToken)
    {
        var calendar = directory.CalendarOf(person);
        IReadOnlyList<ReminderDocument> open = approach.AskedForAt is null ? [.. (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value)] : [];
        var partition = Keys.PersonPartition(person.Tenant, person.ObjectId);
        var today = calendar.DateAt(now);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (day, round) = await store.FindAsync(
                partition, (Keys.Attention(today), BotJson.Default.AttentionDocument), (Keys.Round, BotJson.Default.RoundDocument), cancellationToken);
            var known = day?.Value ?? new AttentionDocument(person.Tenant, person.ObjectId, today);
            var facts = FactsOf(person, calendar, approach, known, open, now);
            var (ruling, writes) = Kept(AttentionRule.Decide(approach, facts, now), approach, known, day, now);
            if (ruling is Ruling.Go && round is null && approach.Kind is ApproachKind.Reminder or ApproachKind.SeveralReminders && reminders.Value.Nudges)
                writes = [.. writes, new DocumentWrite.Create(MorningRound.First(person, calendar, now).ToDocument())];
            if (writes.Count == 0 || await store.BatchAsync(partition, writes, cancellationToken) is BatchResult.Committed)
                return ruling;
        }

        return new Ruling.Wait(now + SoonAgain, AttentionReason.Several);
    }

    private PersonNow FactsOf(
        PersonDocument person, WorkingCalendar calendar, Approach approach, AttentionDocument day, IReadOnlyList<ReminderDocument> open, Instant now) =>
        new(calendar, reminders.Value.OnlyInWorkingHours || person.Preferences.HasHours, person.Preferences, day.SpentBesides(approach.About), mail.Value.MostADay)
        {
            TalkingUntil = TalkingUntil(person, open),
            OthersDueBy = !reminders.Value.Together ? null : day.Gathered is { } list && list.At > now
                ? list.At
                : open.Where(other => other.Id != approach.Letter || other.DealId != approach.DealId)
                    .Where(other => IsFirstQuestion(other) && other.Delivery.DueAt <= now + AttentionRule.CloseTogether && person.Preferences.MuteOf(other.DealId, now) is null)
                    .Max(other => other.Delivery.DueAt),
        };

    private static bool IsFirstQuestion(ReminderDocument reminder) =>
        reminder is { RepChoseTime: false, AskedAt: null, ListId: null, Delivery: { State: DeliveryState.Scheduled, Attempts: 0 } };

    private static Instant? TalkingUntil(PersonDocument person, IReadOnlyList<ReminderDocument> open)
    {
        var words = open.Where(reminder => reminder.Interview.Asked is not null).Select(reminder => reminder.TouchedAt)
            .Append(person.Asked?.AskedAt)
            .Append(person.HeldText is null ? null : person.HeldAt);
        return words.Max() is { } last ? last + AttentionRule.TalkLasts : null;
    }

    /// <summary>The ruling with what must be stored of it; nothing when the day knows it already.</summary>
    private static (Ruling Ruling, IReadOnlyList<DocumentWrite> Writes) Kept(
        Ruling ruling, Approach approach, AttentionDocument known, Stored<AttentionDocument>? day, Instant now)
    {
        if (ruling is Ruling.Join join)
            return Joined(join, approach, known, day, now);
        var line = LineOf(ruling, approach, now);
        return known.Lines.Any(old => old with { At = now } == line) ? (ruling, []) : (ruling, [known.With(line).ToDocument().Over(day)]);
    }

    private static (Ruling, IReadOnlyList<DocumentWrite>) Joined(
        Ruling.Join join, Approach approach, AttentionDocument known, Stored<AttentionDocument>? day, Instant now)
    {
        if (known.Gathered is { } list && list.At > now)
        {
            var joined = join with { At = list.At, ListId = list.Id };
            return (joined, [known.With(LineOf(joined, approach, now)).ToDocument().Over(day)]);
        }

        var begun = join with { ListId = Keys.List(known.Day, known.Lists + 1) };
        var letter = new NoticeDocument(known.Tenant, known.ObjectId, Delivery.Schedule(begun.At)) { AsksFirst = true };
        var noted = known.With(LineOf(begun, approach, now)) with { Gathered = new GatheredList(begun.ListId, begun.At), Lists = known.Lists + 1 };
        return (begun, [noted.ToDocument().Over(day), new DocumentWrite.Create(letter.ToDocument(begun.ListId))]);
    }

    private static AttentionLine LineOf(Ruling ruling, Approach approach, Instant now)
    {
        var (reason, until) = ruling switch
        {
            Ruling.Wait wait => (wait.Reason, wait.Until),
            Ruling.Hold hold => (hold.Reason, (Instant?)null),
            Ruling.Join join => (AttentionReason.Several, join.At),
            Ruling.Drop drop => (drop.Reason, null),
            _ => (AttentionReason.Sent, null),
        };
        return new AttentionLine(approach.About, approach.Kind, approach.DealId, now, reason, until, approach.AskedForAt is not null);
    }
}
