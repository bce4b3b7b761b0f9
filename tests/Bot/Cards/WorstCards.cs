using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Cards;

/// <summary>Every card at its largest: as many rows as fit, and every text as long as it may be, of one kind of character.</summary>
public static class WorstCards
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Argentina/ComodRivadavia"];
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Usual(Zone);
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 30, 15, 35);
    private static readonly RepId Rep = RepId.Parse(Guid.Empty.ToString("D").Replace('0', 'f'));

    /// <summary>What a text is made of: emoji of one, of many code points, markup, a template, a link, right-to-left.</summary>
    public static readonly IReadOnlyList<string> Fillings =
        ["W", "😀", "👩‍👩‍👧‍👦", "漢", "\"<&'", "**[x](https://evil.example)**", "${$root} {{DATE(2026-01-01)}} ", "‮א\u0301"];

    public static IReadOnlyDictionary<string, WrittenCard> Of(string filling)
    {
        var deals = Enumerable.Range(0, 40).Select(number => DealOf(number, filling)).ToList();
        var reminders = deals.Select(deal => ReminderOf(deal, filling)).ToList();
        var (asked, vague) = (reminders[0], AskedAgain(reminders[0], deals[0], filling));
        var answered = deals[0] with { FollowUp = FollowUpOf(filling) };
        var saved = asked with { Interview = asked.Interview with { OtherReading = new LocalDateTime(2026, 9, 30, 10, 0) } };
        return new Dictionary<string, WrittenCard>
        {
            ["reminder"] = ReminderCards.Of(asked, deals[0], Calendar, Now),
            ["reminder-asked-again"] = ReminderCards.Of(vague, deals[0], Calendar, Now),
            ["reminder-saved"] = ReminderCards.Of(saved.Finish(ReminderEnd.Answered), answered, Calendar, Now, LinksOf(answered, filling)),
            ["reminder-saved-with-draft"] = StepCard.WithDraft(
                saved, answered.Facts.Name, new FollowUpDraft(Filled(filling, 100), string.Join("\n\n", Enumerable.Repeat(Filled(filling, 240), 4))), "dana@example.com"),
            ["step"] = StepCard.Of(saved, LinksOf(answered, filling)),
            ["outcome"] = OutcomeCard.Of(saved, answered with { FollowUp = FollowUpOf(filling) with { NextStep = FollowUpOf(filling).NextStep is { } step ? step with { With = Filled(filling, 300) } : null } }),
            ["prep"] = PrepCard.Of(answered, Filled(filling, 200), Now - Duration.FromDays(30)),
            ["reminder-later"] = ReminderCards.Of(asked with { Version = 1, Delivery = asked.Delivery.Postpone(Now + Duration.FromDays(7)) }, deals[0], Calendar, Now),
            ["reminder-not-sales"] = ReminderCards.Of(asked.Finish(ReminderEnd.NotASalesMeeting), deals[0], Calendar, Now),
            ["question"] = QuestionCard.Of(vague, vague.Note ?? ""),
            ["digest"] = DigestCard.Of(Digest(deals, filling), rows: 15),
            ["digest-all"] = DigestListCard.Of(Digest(deals, filling), page: 2),
            ["digest-settings"] = DigestSettingsCard.Of(SettingsOf(filling), Filled(filling, 400)),
            ["digest-mended"] = DigestCard.Of(Digest(deals, filling) with { Mended = Mended(deals, filling), MendedBefore = 1000, Waiting = 1000 }, rows: 15),
            ["mend"] = MendCard.Of(View(deals[0], filling)),
            ["mend-own"] = MendCard.Of(View(deals[0].Ask(Now), filling) with { IsOwn = true }),
            ["heads-up"] = HeadsUpCard.Of([.. Digest(deals, filling).Deals.Select(row => row.Stalled)], from: 0, new HeadsUpReason(Filled(filling, 256), Now), Zone),
            ["ask"] = ReminderCards.Of(asked with { Ask = Question(filling) }, answered, Calendar, Now),
            ["my-deals"] = DealsCard.Of(deals, reminders, Calendar, Now),
            ["notice"] = NoticeCard.Morning([.. reminders.Zip(deals).Take(NoticeCard.MostRows).Select((each, place) => new NamedFollowUp(each.First, each.Second, place % 2 == 0))]),
            ["notice-of-one"] = NoticeCard.Morning([new NamedFollowUp(asked, deals[0], IsDoubtful: false)]),
            ["several"] = NoticeCard.SeveralMeetings([.. reminders.Zip(deals).Take(NoticeCard.MostRows).Select(each => new NamedFollowUp(each.First, each.Second, IsDoubtful: false))]),
            ["settings"] = SettingsCard.Of(
                new Preferences { Pause = new Pause(Instant.MinValue, Instant.FromUtc(9000, 1, 1, 0, 0)) },
                WorkingCalendar.Usual(DateTimeZoneProviders.Tzdb["America/Argentina/ComodRivadavia"]),
                [.. deals.Select(deal => new MutedName(deal.Id, deal.Facts.Name, Instant.FromUtc(2027, 1, 1, 0, 0)))],
                Instant.FromUtc(2026, 12, 1, 9, 0),
                new string('W', 400)),
            ["log-unknown"] = LogCards.Unknown(Filled(filling, 200), Now),
            ["log-which"] = LogCards.Which(Filled(filling, 200), deals, Now),
            ["log-done"] = LogCards.Done(Filled(filling, 1000)),
        };
    }

    /// <summary>As many UTF-16 code units as the feed and the chat take, cut as they would cut.</summary>
    private static string Filled(string filling, int length) => string.Concat(Enumerable.Repeat(filling, 1 + (length / filling.Length)))[..length];

    private static StepLinks LinksOf(Deal deal, string filling) => new(
        new Uri("https://followupbot.contoso.example/calendar/" + new string('A', 200)),
        DeepLinks.Meeting(Filled(filling, 300), deal.FollowUp?.NextStep ?? throw new InvalidOperationException(), [.. Enumerable.Repeat(Filled(filling, 60) + "@example.com", 5)]));

    /// <summary>More cannot be chosen one by one.</summary>
    private static SettingsView SettingsOf(string filling) => new(
        new ChannelDocument
        {
            Tenant = "t",
            ChannelId = "c",
            Place = new ConversationReference("https://smba.trafficmanager.net/emea/", "c", "28:bot"),
            ZoneId = Zone.Id,
            Day = IsoDayOfWeek.Wednesday,
            Time = new LocalTime(23, 59),
            Managers = [],
            NextAt = Now,
            Roster = [.. Enumerable.Range(0, SettingsView.MostReps).Select(number => new RosterMember($"{Guid.Empty:D}"[..^2] + number.ToString("D2"), $"29:{number}", Filled(filling, 256), null, null))],
        },
        new DigestOptions(),
        [.. Enumerable.Range(0, SettingsView.MostPipelines).Select(number => Filled(filling, 90) + number)]);

    private static Ask Question(string filling) => new(Guid.Empty.ToString("D"), Filled(filling, 256), Filled(filling, 256), Now, Number: int.MaxValue);

    private static IReadOnlyList<MendedRow> Mended(List<Deal> deals, string filling) =>
        [.. deals.Take(MendedDeals.Most).Select(deal => new MendedRow(deal, Filled(filling, 256), MendedWords.Mended, $"Mended by {Filled(filling, 256)}: firm, Thu 12 Mar, 15:00 CET", decimal.MaxValue))];

    private static MendView View(Deal deal, string filling) =>
        new(StallJudge.Explain(deal, new StallSettings(), Calendar, Now), Filled(filling, 256), Zone, new LocalDate(2026, 9, 30)) { Note = Filled(filling, 700) };

    private static DigestContents Digest(List<Deal> deals, string filling)
    {
        var rows = deals.Select(deal => StallJudge.Judge(deal, new StallSettings(), Calendar, Now)).OfType<StalledDeal>()
            .Select(stalled => new DigestRow(stalled, Filled(filling, 256), DigestChange.Worse)).ToList();
        Assert.True(rows.Count > 15);
        return new DigestContents(rows, Now, Zone)
        {
            HasLastWeek = true,
            Cleared = 1000,
            Weeks = [.. Enumerable.Repeat(new WeekFigures(10_000, 3_333, 6_666), 8)],
            Unreached = [.. Enumerable.Repeat(Filled(filling, 256), 40)],
        };
    }

    private static ReminderDocument AskedAgain(ReminderDocument asked, Deal deal, string filling)
    {
        var form = new CaptureForm(Filled(filling, 1000), UrgencyLevel.High, Filled(filling, 500), "early next week " + Filled(filling, 480));
        var turn = Interview.Submit(InterviewState.Start, form, new InterviewContext(deal.Facts.Name, Rep, Calendar, "en-GB", Busy: [], Now));
        return asked with { Interview = turn.State, Note = turn.Message, Version = int.MaxValue - 1 };
    }

    private static FollowUp FollowUpOf(string filling) => new(
        Filled(filling, 1000), new Urgency(UrgencyLevel.High, Filled(filling, 500)),
        new NextStep(Filled(filling, 500), new LocalDateTime(2026, 9, 23, 10, 0), Zone.Id), Rep, Now - Duration.FromDays(20));

    private static ReminderDocument ReminderOf(Deal deal, string filling) => new()
    {
        Tenant = "tenant",
        DealId = deal.Id,
        Delivery = Delivery.Schedule(Now).Begin(Now, "a").Arrived("1"),
        Meeting = new Meeting(
            $"{Filled(filling.Length == 1 ? filling : "m", 95)}{deal.Id[^4..]}", Revision: long.MaxValue, deal.Id, Rep,
            [.. Enumerable.Repeat(new Buyer(Filled(filling, 200), Filled(filling, 100)), 50)], MeetingKind.Video,
            Now - Duration.FromHours(24), Now, Filled(filling, 200), Filled(filling, 4000), Cancelled: false),
    };

    private static Deal DealOf(int number, string filling) => Deal.New(
        $"{Filled("漢", 96)}{number:D4}",
        new DealFacts(Filled(filling, 200), Rep, DealStatus.Open, long.MaxValue, 999_999_999_999_999.99m, "EUR", Filled(filling, 100), new LocalDate(2026, 9, 23), new Uri("https://crm.example.com/deals/1")),
        Now - Duration.FromDays(400)) with
    {
        LastMeetingAt = Now - Duration.FromDays(40),
        FollowUp = number % 2 == 0 ? FollowUpOf(filling) with { CapturedAt = Now - Duration.FromDays(30) } : null,
    };
}
