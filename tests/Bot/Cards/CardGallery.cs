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
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Cards;

/// <summary>One of every card that the bot sends, filled as on an ordinary working day.</summary>
public static class CardGallery
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Usual(Zone);
    private static readonly Instant Now = On(2026, 3, 5, 15, 35); // a Thursday
    private static readonly RepId Megan = RepId.Parse("meganb@example.com");
    private static readonly Deal Contoso = DealOf("contoso-renewal", "Contoso renewal", 42_000, "Proposal") with { LastMeetingAt = On(2026, 3, 5, 15, 0) };
    private static readonly ReminderDocument Asked = ReminderOf(Contoso);

    private static readonly CaptureForm Vague = new(
        "Their auditors found spreadsheets that nobody could explain", UrgencyLevel.High, "The audit on 15 April", "Demo for Dana early next week");

    private static readonly WeekFigures[] Open =
        [new(80, 22, 50), new(84, 30, 44), new(90, 36, 40), new(88, 40, 36), new(92, 50, 31), new(95, 55, 25), new(96, 58, 22), new(98, 61, 20)];

    public static IReadOnlyDictionary<string, WrittenCard> Cards { get; } = new Dictionary<string, WrittenCard>
    {
        ["reminder"] = ReminderCards.Of(Asked, Contoso, Calendar, Now),
        ["reminder-asked-again"] = ReminderCards.Of(AskedAgain(), Contoso, Calendar, Now),
        ["reminder-saved"] = ReminderCards.Of(Asked.Finish(ReminderEnd.Answered), Contoso.Capture(Saved()), Calendar, Now, Links),
        ["reminder-saved-with-draft"] = StepCard.WithDraft(
            Asked, Contoso.Facts.Name, FollowUpDraft.Of(Saved() with { Quality = ReasonQuality.Strong }, "Dana", Calendar, Now), "dana@example.com"),
        ["step"] = StepCard.Of(Asked.Finish(ReminderEnd.Answered), Links),
        ["prep"] = PrepCard.Of(Contoso.Capture(Saved() with { Quality = ReasonQuality.Strong }), "Dana", Now),
        ["outcome"] = OutcomeCard.Of(Asked.Finish(ReminderEnd.Answered), Contoso.Capture(Saved() with { NextStep = Step("Demo for Dana", 2026, 3, 10, 10, 0) with { Kind = StepKind.CustomDemo, With = "Dana" } })),
        ["prep-on-hope"] = PrepCard.Of(Contoso.Capture(Hope()), "Dana", Now),
        ["reminder-saved-on-hope"] = ReminderCards.Of(Asked.Finish(ReminderEnd.Answered), Contoso.Capture(Hope()), Calendar, Now),
        ["reminder-saved-without-step"] = ReminderCards.Of(
            Asked.Finish(ReminderEnd.Answered), Contoso.Capture(Saved() with { NextStep = null, Reason = null }), Calendar, Now),
        ["reminder-later"] = ReminderCards.Of(
            Asked with { Version = 1, Delivery = Asked.Delivery.Postpone(On(2026, 3, 6, 9, 0)) }, Contoso, Calendar, Now),
        ["reminder-not-sales"] = ReminderCards.Of(Asked.Finish(ReminderEnd.NotASalesMeeting), Contoso, Calendar, Now),
        ["reminder-cancelled"] = ReminderCards.Of(Asked.Stop(ReminderEnd.MeetingCancelled), Contoso, Calendar, Now),
        ["question"] = QuestionCard.Of(AskedAgain(), AskedAgain().Note ?? ""),
        ["digest"] = DigestCard.Of(new DigestContents(Stalled(), On(2026, 3, 9, 8, 0), Zone), rows: 7),
        ["digest-none"] = DigestCard.Of(Week([], cleared: 3), rows: 7),
        ["digest-one"] = DigestCard.Of(Week([.. Stalled().Take(1).Select(row => row with { Change = DigestChange.Unchanged })], cleared: 2), rows: 7),
        ["digest-seven"] = DigestCard.Of(Week(Many(7), cleared: 4), rows: 7),
        ["digest-mended"] = DigestCard.Of(Week([.. Many(7).Skip(3)], cleared: 4) with { Mended = Mended(), MendedBefore = 3, Waiting = 2 }, rows: 7),
        ["digest-all-mended"] = DigestCard.Of(Week([], cleared: 0) with { Mended = Mended() }, rows: 7),
        ["mend"] = MendCard.Of(View(Contoso with { LastMeetingAt = On(2026, 3, 3, 15, 0) })),
        ["mend-delayed"] = MendCard.Of(View(Delayed()) with { Note = MendWords.Moved("Contoso renewal", Delayed().State) }),
        ["mend-asked"] = MendCard.Of(View((Contoso with { LastMeetingAt = On(2026, 3, 3, 15, 0) }).Ask(Now)) with { Note = MendWords.AskedNow("Megan Bowen", On(2026, 3, 9, 9, 0).InZone(Zone)) }),
        ["heads-up"] = HeadsUpCard.Of([.. Stalled().Select(row => row.Stalled)], from: 0, new HeadsUpReason("Pipeline", On(2026, 3, 9, 8, 0)), Zone),
        ["ask"] = ReminderCards.Of(Question(), Contoso.Capture(Saved() with { NextStep = null }), Calendar, Now),
        ["digest-five-hundred"] = DigestCard.Of(Week(Many(500), cleared: 12), rows: 7),
        ["digest-all"] = DigestListCard.Of(Week(Many(500), cleared: 12), page: 3),
        ["digest-settings"] = DigestSettingsCard.Of(Settings(new ChannelSettings(), version: 0), note: null),
        ["digest-settings-saved"] = DigestSettingsCard.Of(
            Settings(new ChannelSettings { Motion = Motion.Enterprise, QuietDays = 30, Rows = 5, RulesOff = [StallRule.Chasing], ShowQuotes = false }, version: 3),
            SettingsWords.Saved(On(2026, 3, 16, 8, 0).InZone(Zone))),
        ["my-deals"] = DealsCard.Of(OpenDeals(), [Asked], Calendar, Now),
        ["help"] = HelpCard.Of(),
        ["settings"] = SettingsCard.Of(
            new Preferences { Country = "DE", Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday] },
            Calendar with { Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday] }, [], Now),
        ["settings-paused"] = SettingsCard.Of(
            new Preferences { Pause = new Pause(Now, On(2026, 3, 12, 9, 0)) }, Calendar, [new MutedName("northwind", "Northwind pilot", On(2026, 3, 16, 9, 0))], Now,
            SettingReplies.Paused(On(2026, 3, 12, 9, 0).InZone(Zone))),
        ["several-meetings"] = NoticeCard.SeveralMeetings([.. OpenDeals().Take(3).Select(deal => new NamedFollowUp(ReminderOf(deal), deal, IsDoubtful: false))]),
        ["morning"] = NoticeCard.Morning([.. OpenDeals().Take(3).Select((deal, place) => new NamedFollowUp(ReminderOf(deal), deal, IsDoubtful: place == 0))]),
        ["log-unknown"] = LogCards.Unknown("Relecloud", Now),
        ["log-which"] = LogCards.Which("Contoso", [Contoso, DealOf("contoso-training", "Contoso training", 8_500, "Discovery")], Now),
    };

    private static StepLinks Links => new(
        new Uri("https://followupbot.contoso.example/calendar/AAAA"), DeepLinks.Meeting("Demo for Dana", Step("Demo for Dana", 2026, 3, 10, 10, 0), ["dana@example.com"]));

    private static IReadOnlyList<MendedRow> Mended() =>
    [
        .. Many(3).Select((row, place) => new MendedRow(row.Stalled.Deal, row.OwnerName, ((string[])["Mended", "Delayed", "Closed"])[place], place switch
        {
            0 => "Mended by Megan Bowen: firm, Thu 12 Mar, 15:00 CET",
            1 => "Delayed until Wed 15 Apr by Mona Lang",
            _ => "Closed as lost by Isaiah Langer",
        }, row.Weight)),
    ];

    private static MendView View(Deal deal) =>
        new(StallJudge.Explain(deal with { History = deal.History with { Facts = [] } }, new StallSettings(), Calendar, On(2026, 3, 9, 8, 0)), "Megan Bowen", Zone, new LocalDate(2026, 3, 9));

    private static Deal Delayed() => Contoso.Move(new DealState(DealPhase.Delayed, Now, Megan, "Dana: the budget opens in April")
    {
        Delay = DelayKind.Budget,
        Until = new LocalDate(2026, 4, 15),
        DelaysInARow = 3,
    });

    private static ReminderDocument Question() => Asked with
    {
        Ask = new Ask("mona", "Mona Lang", "Pipeline", Now, Number: 1),
        Interview = InterviewState.Start with { Reason = new ReasonAnswer(Vague.Reason), Urgency = new Urgency(UrgencyLevel.High, Vague.Driver) },
    };

    private static ReminderDocument AskedAgain()
    {
        var context = new InterviewContext(Contoso.Facts.Name, Megan, Calendar, "en-GB", Busy: [], Now);
        var turn = Interview.Submit(InterviewState.Start, Vague, context);
        return Asked with { Interview = turn.State, Note = turn.Message, Version = 1 };
    }

    private static FollowUp Saved() => new(
        Vague.Reason, new Urgency(UrgencyLevel.High, Vague.Driver), Step("Demo for Dana", 2026, 3, 10, 10, 0), Megan, Now);

    private static FollowUp Hope() => Saved() with { Reason = "They loved our demo", Quality = ReasonQuality.Seller, UrgencyFrom = UrgencySource.Guess };

    private static IReadOnlyList<DigestRow> Stalled()
    {
        Deal[] deals =
        [
            DealOf("fabrikam", "Fabrikam expansion", 120_000, "Negotiation") with
            {
                LastMeetingAt = On(2026, 2, 24, 11, 0),
                FollowUp = Saved() with { NextStep = Step("Contract review", 2026, 3, 4, 14, 0), CapturedAt = On(2026, 2, 24, 11, 30) },
            },
            Contoso with { LastMeetingAt = On(2026, 3, 3, 15, 0) },
            DealOf("northwind", "Northwind pilot", 18_000, "Discovery") with { LastMeetingAt = On(2026, 3, 5, 10, 0) },
            DealOf("tailspin", "Tailspin rollout in the warehouses of the northern region", 64_500, "Proposal") with { LastMeetingAt = On(2026, 2, 2, 9, 0) },
        ];
        return
        [
            .. deals
                .Select(deal => StallJudge.Judge(deal, new StallSettings(), Calendar, On(2026, 3, 9, 8, 0)))
                .OfType<StalledDeal>()
                .OrderByDescending(stalled => stalled.Worst.Severity)
                .ThenByDescending(stalled => stalled.Deal.Facts.Amount)
                .Select((stalled, place) => new DigestRow(stalled, place % 2 == 0 ? "Megan Bowen" : "Isaiah Langer")),
        ];
    }

    private static DigestContents Week(IReadOnlyList<DigestRow> rows, int cleared) => new(rows, On(2026, 3, 9, 8, 0), Zone)
    {
        HasLastWeek = true,
        Cleared = cleared,
        Weeks = [.. Open.Select(week => rows.Count <= 98 ? week : new WeekFigures(week.Open * 14, week.Firm * 14, week.Hope * 14))],
    };

    /// <summary>As many stalled deals, each row as a week would have it, in two currencies; the seven largest each have a trouble of their own.</summary>
    private static IReadOnlyList<DigestRow> Many(int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(Troubled)
            .Select(deal => StallJudge.Judge(deal with { History = DealHistory.Empty }, new StallSettings(), Calendar, On(2026, 3, 9, 8, 0)))
            .OfType<StalledDeal>()
            .Select((stalled, place) => new DigestRow(stalled, place % 2 == 0 ? "Megan Bowen" : "Isaiah Langer", (DigestChange)(1 + place % 3)))
            .OrderByDescending(row => row.Weight),
    ];

    private static Deal Troubled(int number) => number switch
    {
        0 => DealOf("fabrikam", "Fabrikam expansion", 184_000, "Negotiation") with { LastMeetingAt = On(2026, 2, 24, 11, 0), FollowUp = Agreed("Contract review", 4) },
        1 => DealOf("contoso", "Contoso renewal", 120_000, "Proposal") with { LastMeetingAt = On(2026, 3, 3, 15, 0) },
        2 => InDollars(DealOf("adatum", "Adatum platform", 96_000, "Discovery") with { LastMeetingAt = On(2026, 2, 18, 10, 0), FollowUp = Saved() with { NextStep = null, CapturedAt = On(2026, 2, 18, 11, 0) } }),
        3 => DealOf("tailspin", "Tailspin rollout in the warehouses of the northern region", 64_500, "Proposal") with { LastMeetingAt = On(2026, 2, 25, 9, 0), FollowUp = Agreed("Review of the proposal", 5) },
        4 => DealOf("wingtip", "Wingtip migration", 31_000, "Discovery") with { LastMeetingAt = On(2026, 1, 22, 14, 0) },
        5 => DealOf("northwind", "Northwind pilot", 58_000, "Discovery") with { FirstSeenAt = On(2026, 2, 16, 9, 0), LastMeetingAt = On(2026, 3, 5, 10, 0), FollowUp = Saved() with { NextStep = null } },
        6 => DealOf("proseware", "Proseware licences", 27_500, "Discovery") with { FirstSeenAt = On(2026, 2, 10, 9, 0) },
        _ => InDollars(DealOf($"deal-{number}", $"Relecloud rollout {number}", 9_000 - number * 10, "Discovery") with { LastMeetingAt = On(2026, 2, 23 + number % 5, 11, 0) }),
    };

    private static FollowUp Agreed(string what, int day) => Saved() with { NextStep = Step(what, 2026, 3, day, 14, 0), CapturedAt = On(2026, 2, 25, 11, 30) };

    private static Deal InDollars(Deal deal) => deal with { Facts = deal.Facts with { Currency = "USD", CloseOn = new LocalDate(2026, 2, 27) } };

    private static SettingsView Settings(ChannelSettings settings, int version)
    {
        var channel = new ChannelDocument
        {
            Tenant = "tenant",
            ChannelId = "19:pipeline@thread.tacv2",
            Name = "Pipeline",
            Place = new ConversationReference("https://smba.trafficmanager.net/emea/", "19:pipeline@thread.tacv2", "28:bot"),
            ZoneId = Zone.Id,
            Day = IsoDayOfWeek.Monday,
            Time = new LocalTime(8, 0),
            Managers = [],
            NextAt = On(2026, 3, 16, 8, 0),
            Roster = [new RosterMember("1", "29:1", "Megan Bowen", null, null), new RosterMember("2", "29:2", "Isaiah Langer", null, null), new RosterMember("3", "29:3", "Adele Vance", null, null)],
            Settings = settings,
            Version = version,
        };
        return new SettingsView(channel with { Before = version > 0 ? channel.Plan : null }, new DigestOptions(), ["New business", "Renewals"]);
    }

    private static IReadOnlyList<Deal> OpenDeals() =>
    [
        Contoso,
        DealOf("fabrikam", "Fabrikam expansion", 120_000, "Negotiation") with { FollowUp = Saved() with { NextStep = Step("Contract review", 2026, 3, 4, 14, 0) } },
        DealOf("northwind", "Northwind pilot", 18_000, "Discovery") with { FollowUp = Saved() },
        DealOf("adatum", "Adatum training", 9_000, "Discovery") with { FollowUp = Hope() with { NextStep = Step("Demo for Lars", 2026, 3, 11, 14, 0) } },
    ];

    private static ReminderDocument ReminderOf(Deal deal) => new()
    {
        Tenant = "tenant",
        DealId = deal.Id,
        Delivery = Delivery.Schedule(Now).Begin(Now, "a").Arrived("1"),
        Meeting = new Meeting(
            "meeting-1", Revision: 1, deal.Id, Megan, [new Buyer("Dana Reed", "CFO"), new Buyer("Kim Ito", null)], MeetingKind.Video,
            On(2026, 3, 5, 14, 30), On(2026, 3, 5, 15, 0), Title: null, Note: null, Cancelled: false),
    };

    private static Deal DealOf(string id, string name, decimal amount, string stage) => Deal.New(
        id, new DealFacts(name, Megan, DealStatus.Open, Revision: 1, amount, "EUR", stage, CloseOn: null, Link: null), On(2026, 1, 12, 9, 0));

    private static NextStep Step(string what, int year, int month, int day, int hour, int minute) =>
        new(what, new LocalDateTime(year, month, day, hour, minute), Zone.Id);

    private static Instant On(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(Zone).ToInstant();
}
