using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// A believable team: three reps, forty deals and twelve weeks of meetings and answers, the same for the same day. Most deals have a firm
/// step ahead; some have none, some missed theirs, and some went quiet.
/// </summary>
public sealed class SampleTeam(string tenant, DateTimeZone zone, Instant now)
{
    public const int Deals = 40;
    public const int Weeks = 12;

    private static readonly string[] Reps = ["alexw@example.com", "meganb@example.com", "adelev@example.com"];

    private static readonly string[] Companies =
    [
        "Contoso", "Fabrikam", "Northwind", "Adatum", "Tailspin", "Wingtip", "Proseware", "Litware", "Woodgrove", "Lamna", "Margie's", "Relecloud",
        "VanArsdel", "Trey Research", "Fourth Coffee", "Humongous", "Alpine Ski House", "Bellows", "Consolidated", "Coho",
    ];

    private static readonly string[] Projects = ["renewal", "pilot", "rollout", "expansion", "audit readiness", "field service"];

    private static readonly string[] Stages = ["Discovery", "Evaluation", "Proposal", "Negotiation"];

    private static readonly (string Name, string Role)[] Buyers =
    [
        ("Dana Reed", "CFO"), ("Jon Ortiz", "Head of Operations"), ("Priya Nair", "IT Director"), ("Sven Holm", "Plant Manager"), ("Mara Vogt", "Controller"),
    ];

    private static readonly (string Reason, string Driver)[] Reasons =
    [
        ("They want out of spreadsheets before the auditors come", "audit on the 15th of next month"),
        ("Two technicians drive the same route because nobody sees the plan", "fuel bill, reported to the board each quarter"),
        ("Month end takes nine days and the new CFO wants four", "CFO promised it to the board"),
        ("Their biggest customer demands a delivery date with every order", "contract renewal with that customer"),
        ("A failed update stopped line 2 for a day and the plant manager had to explain it", "next maintenance window"),
    ];

    private static readonly string[] Steps = ["Demo", "Pilot kick-off", "Decision call", "Review of the proposal", "Visit to a reference customer"];

    private readonly Random random = new(20260302);

    /// <summary>Writes the team into a store; what is there already stays as it is.</summary>
    /// <returns>How many deals were added.</returns>
    public async Task<int> FillAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        var added = 0;
        for (var number = 0; number < Deals; number++)
        {
            var (deal, meetings) = Make(number);
            var writes = meetings.SelectMany(Answered).Prepend(deal.ToDocument(tenant)).Select(document => new DocumentWrite.Create(document));
            var partition = Keys.DealPartition(tenant, deal.Id);
            if (await store.BatchAsync(partition, [.. writes], cancellationToken) is BatchResult.Committed)
                added++;
        }

        return added;
    }

    private (Deal Deal, IReadOnlyList<Meeting> Meetings) Make(int number)
    {
        var rep = RepId.Parse(Reps[number % Reps.Length]);
        var name = $"{Companies[number % Companies.Length]} {Projects[(number + number / Companies.Length) % Projects.Length]}";
        var status = number % 10 == 8 ? DealStatus.Won : number % 10 == 9 ? DealStatus.Lost : DealStatus.Open;
        var facts = new DealFacts(
            name, rep, status, Revision: 1, Amount: random.Next(8, 240) * 500, "USD", Stages[random.Next(Stages.Length)], ClosingOn(number), Link: null);
        var meetings = MeetingsOf($"sample-{number + 1}", rep, number);
        var deal = meetings.Aggregate(Deal.New($"sample-{number + 1}", facts, Day(Weeks * 7, 9)), (known, meeting) => known.Log(meeting, meeting.End));
        return (deal.Capture(AnswerTo(meetings[^1], rep, number)), meetings);
    }

    /// <summary>Two to five meetings from twelve weeks ago to some days ago; every fifth deal went quiet a month ago.</summary>
    private List<Meeting> MeetingsOf(string dealId, RepId rep, int number)
    {
        var count = random.Next(2, 6);
        var last = number % 5 == 4 ? random.Next(26, 40) : random.Next(1, 9);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var start = Day(last + (count - 1 - i) * (Weeks * 7 - last - 2) / count, 9 + random.Next(8));
                var (buyer, role) = Buyers[random.Next(Buyers.Length)];
                return new Meeting(
                    $"{dealId}-{i + 1}", Revision: 1, dealId, rep, [new Buyer(buyer, role)], (MeetingKind)random.Next(3), start,
                    start + Duration.FromMinutes(30), Title: null, Note: null, Cancelled: false);
            }),
        ];
    }

    private FollowUp AnswerTo(Meeting meeting, RepId rep, int number)
    {
        var (reason, driver) = Reasons[random.Next(Reasons.Length)];
        var step = (number % 5) switch
        {
            3 => null,
            4 => Step(-random.Next(2, 20)),
            _ => Step(random.Next(1, 15)),
        };
        var known = number % 7 != 6;
        var urgency = known ? new Urgency((UrgencyLevel)random.Next(1, 4), driver) : new Urgency(UrgencyLevel.Unknown, Driver: null);
        return new FollowUp(known ? reason : null, urgency, step, rep, meeting.End + Duration.FromMinutes(40));
    }

    private NextStep Step(int daysAhead)
    {
        var calendar = WorkingCalendar.Usual(zone);
        var day = calendar.NextWorkingDay(calendar.DateAt(now).PlusDays(daysAhead - 1));
        return new NextStep(Steps[random.Next(Steps.Length)], day + new LocalTime(9 + random.Next(8), 0), zone.Id);
    }

    private IEnumerable<Document> Answered(Meeting meeting)
    {
        var reminder = new ReminderDocument
        {
            Tenant = tenant,
            DealId = meeting.DealId,
            Meeting = meeting,
            Delivery = Delivery.Schedule(meeting.End).Arrived(activityId: null),
            End = ReminderEnd.Answered,
        };
        return [meeting.ToDocument(tenant), reminder.ToDocument()];
    }

    private LocalDate ClosingOn(int number) => now.InZone(zone).Date.PlusDays(20 + number * 3);

    private Instant Day(int daysAgo, int hour)
    {
        var day = now.InZone(zone).Date.PlusDays(-daysAgo);
        var workday = WorkingCalendar.Usual(zone).IsWorkingDay(day) ? day : day.PlusDays(-2);
        return WallClock.At(workday, new LocalTime(hour, 0), zone);
    }
}
