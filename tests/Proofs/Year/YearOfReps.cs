using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Tests.Proofs.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Year;

/// <summary>
/// Reps in five zones over many weeks, through the product's own parts and a moved clock: they hold meetings, answer, ignore, change their
/// hours, pause, mute and stop. Each message that comes unasked is held against what they said; everything follows from the seed.
/// </summary>
public sealed class YearOfReps
{
    private const string Tenant = "5f0e8c1a-0000-4000-8000-0000000000aa";
    private const int DealsEach = 6;
    private const int MostADay = 4;

    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Santiago"];

    private readonly PriorityQueue<Func<Task>, (Instant At, int Order)> plan = new();
    private readonly Random random;
    private readonly YearClock clock;
    private readonly Inbox inbox;
    private readonly MemoryDocumentStore store;
    private readonly ServiceProvider services;
    private readonly Instant end;
    private readonly int reps;
    private readonly Dictionary<(string Chat, LocalDate Day), int> perDay = [];
    private readonly Dictionary<(string Chat, string Reminder), int> firstAsked = [];
    private readonly List<(Player Rep, string DealId, string MeetingId)> held = [];
    private readonly Dictionary<string, string> deals = [];
    private readonly List<string> broken = [];
    private int order;

    private YearOfReps(int reps, int weeks, int seed)
    {
        this.reps = reps;
        random = new Random(seed);
        clock = new YearClock(Instant.FromUtc(2026, 9, 7, 0, 0)); // a Monday; clocks change in all but one zone within the year
        end = clock.Now + Duration.FromDays(7 * weeks);
        inbox = new Inbox(clock) { Came = Check };
        store = new MemoryDocumentStore(clock);
        services = Services();
    }

    public IReadOnlyList<string> Broken => broken;

    public int Meetings => held.Count;

    public int Messages => perDay.Values.Sum();

    public int Explained { get; private set; }

    /// <summary>Rep number n of the cast.</summary>
    public static Player Player(int number) =>
        new(Tenant, $"00000000-0000-4000-8000-{number:D12}", $"Rep {number}", $"rep{number}@example.com", Zones[number % Zones.Length]);

    public static async Task<YearOfReps> RunAsync(int reps, int weeks, int seed)
    {
        var year = new YearOfReps(reps, weeks, seed);
        year.PlanAll();
        await year.LiveAsync();
        await year.CloseAsync();
        return year;
    }

    private ServiceProvider Services()
    {
        var collection = new ServiceCollection();
        collection.AddMail();
        collection.AddTurns();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<IClock>(clock);
        collection.AddSingleton<IDocumentStore>(store);
        collection.AddSingleton<IConnector>(inbox);
        collection.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddSingleton(Options.Create(new MailOptions()));
        collection.AddSingleton(Options.Create(new ReminderOptions()));
        collection.AddSingleton(Options.Create(new BotOptions()));
        collection.AddSingleton(Options.Create(new DigestOptions()));
        return collection.BuildServiceProvider();
    }

    private void PlanAll()
    {
        for (var number = 0; number < reps; number++)
        {
            var rep = Player(number);
            At(clock.Now, () => TurnAsync(rep.Installation("add", clock.Now)));
            if (number % 7 == 3)
                At(clock.Now, () => SaysAsync(rep, number % 2 == 0 ? "I work Monday to Thursday, 8 to 4" : "my hours are 10 to 6"));
            for (var day = clock.Now.InZone(rep.Zone).Date.PlusDays(1); day < end.InZone(rep.Zone).Date.PlusDays(-3); day = day.PlusDays(1))
                PlanDay(rep, number, day);
        }
    }

    /// <summary>Up to six meetings, some of them back to back; now and then a word about quiet.</summary>
    private void PlanDay(Player rep, int number, LocalDate day)
    {
        var meetings = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? (random.Next(20) == 0 ? 1 : 0) : random.Next(6) switch { 0 => 0, 5 => 3 + random.Next(4), var few => few - 1 };
        for (var meeting = 0; meeting < meetings; meeting++)
        {
            var ended = WallClock.At(day, new LocalTime(8, 0).PlusMinutes(random.Next(11 * 4) * 15), rep.Zone);
            var deal = $"d{number}-{random.Next(DealsEach)}";
            var id = $"m{number}-{day:MMdd}-{day.Year}-{meeting}";
            At(ended + Duration.FromMinutes(random.Next(3) == 0 ? random.Next(600) : 1), () => LogAsync(rep, deal, id, ended));
        }

        if (random.Next(60) != 0)
            return;
        var at = WallClock.At(day, new LocalTime(9 + random.Next(8), random.Next(60)), rep.Zone);
        var words = new[] { "pause until next Tuesday", "I'm off for two weeks", $"mute Deal {random.Next(DealsEach)} until Friday", "stop", "pause for 2 days" }[random.Next(5)];
        At(at, () => SaysAsync(rep, words));
        if (words == "stop")
            At(at + Duration.FromHours(3 + random.Next(200)), () => SaysAsync(rep, "start"));
        else if (random.Next(3) == 0)
            At(at + Duration.FromHours(3 + random.Next(40)), () => SaysAsync(rep, "resume"));
    }

    private async Task LiveAsync()
    {
        var run = services.GetRequiredService<MailRun>();
        while (true)
        {
            var due = (await store.DueAsync(Instant.MaxValue, 1, CancellationToken.None)) is [var first] ? first.Document.DueAt : null;
            var planned = plan.TryPeek(out _, out var next) ? next.At : (Instant?)null;
            if ((due ?? planned) is null || Instant.Min(due ?? Instant.MaxValue, planned ?? Instant.MaxValue) > end)
                return;
            if (planned <= (due ?? Instant.MaxValue))
            {
                clock.Now = Instant.Max(clock.Now, planned ?? clock.Now);
                await plan.Dequeue()();
            }
            else
            {
                clock.Now = Instant.Max(clock.Now, due ?? clock.Now);
                await run.OnceAsync(clock.Now, CancellationToken.None);
            }
        }
    }

    private async Task LogAsync(Player rep, string deal, string id, Instant ended)
    {
        held.Add((rep, deal, id));
        deals[id] = deal;
        var facts = new DealFacts($"Deal {deal[^1]} of {deal}", rep.Rep, DealStatus.Open, Revision: null, Amount: null, Currency: null, Stage: null, CloseOn: null, Link: null);
        var meeting = new Meeting(id, 1, deal, rep.Rep, [new Buyer("Dana Reed", null)], MeetingKind.Call, ended - Duration.FromMinutes(30), ended, null, null, Cancelled: false);
        await services.GetRequiredService<Intake>().LogAsync(new FeedDelivery(Tenant, "crm", id), facts, meeting, clock.Now, CancellationToken.None);
    }

    /// <summary>Unasked, it must be in their hours, within the budget, and about nothing that they have silenced.</summary>
    private void Check(Arrival arrival)
    {
        var rep = Player(int.Parse(arrival.Chat[^12..], System.Globalization.CultureInfo.InvariantCulture));
        var directory = services.GetRequiredService<PeopleDirectory>();
        var person = directory.FindAsync(Tenant, rep.Rep, CancellationToken.None).Result ?? throw new InvalidOperationException("Nobody is written to.");
        var calendar = directory.CalendarOf(person);
        var day = calendar.DateAt(arrival.At);
        if (calendar.WorkingMomentFrom(arrival.At) != arrival.At)
            broken.Add($"{rep.Name} was written to at {arrival.At.InZone(calendar.Zone)}");
        var count = perDay[(arrival.Chat, day)] = perDay.GetValueOrDefault((arrival.Chat, day)) + 1;
        if (count > MostADay)
            broken.Add($"{rep.Name} got message {count} on {day}");
        if (person.Preferences.StoppedAt is not null || person.Preferences.Pause?.Until > arrival.At)
            broken.Add($"{rep.Name} was written to at {arrival.At} and had asked for quiet");
        if (arrival.AsksFirst)
        {
            foreach (var reminder in arrival.Reminders)
                firstAsked[(arrival.Chat, reminder)] = firstAsked.GetValueOrDefault((arrival.Chat, reminder)) + 1;
        }

        Answer(rep, arrival);
    }

    /// <summary>Most answer, soon or later; some never do.</summary>
    private void Answer(Player rep, Arrival arrival)
    {
        foreach (var reminderId in arrival.Reminders.Where(_ => random.Next(10) < 7))
            At(arrival.At + Duration.FromSeconds(30 + random.Next(20_000)), () => AnswerAsync(rep, arrival, reminderId));
    }

    private async Task AnswerAsync(Player rep, Arrival arrival, string reminderId)
    {
        var meetingId = reminderId["reminder:".Length..];
        var deal = deals[meetingId];
        var reminder = await store.FindAsync(Keys.DealPartition(Tenant, deal), reminderId, BotJson.Default.ReminderDocument, CancellationToken.None);
        if (reminder?.Value is not { IsOpen: true } open)
            return;
        var values = new Dictionary<string, string>
        {
            [Fields.Deal] = deal,
            [Fields.Reminder] = reminderId,
            [Fields.Version] = open.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [Fields.Reason] = "Job sheets get lost every week",
            [Fields.Urgency] = "High",
            [Fields.NextStep] = random.Next(3) == 0 ? "sometime soon" : "none",
        };
        await TurnAsync(rep.Press(arrival.ActivityId, Verbs.Save, values));
    }

    private Task SaysAsync(Player rep, string words) => TurnAsync(rep.Says($"w{++order}", words));

    private async Task TurnAsync(Activity activity)
    {
        inbox.IsReplying = true;
        await services.GetRequiredService<Turns>().HandleAsync(activity, clock.Now, CancellationToken.None);
        inbox.IsReplying = false;
    }

    /// <summary>Every meeting was asked about once, or what is stored says why not.</summary>
    private async Task CloseAsync()
    {
        foreach (var (rep, deal, meetingId) in held)
        {
            var id = Keys.Reminder(meetingId);
            var asked = firstAsked.GetValueOrDefault((rep.Chat, id));
            var reminder = (await store.FindAsync(Keys.DealPartition(Tenant, deal), id, BotJson.Default.ReminderDocument, CancellationToken.None))?.Value;
            if (asked == 0 && reminder is { IsOpen: true } && (reminder.HeldFor is not null || reminder.ListId is not null || reminder.Delivery.DueAt > end))
                Explained++;
            else if (asked != 1)
                broken.Add($"{meetingId} of {rep.Name} was asked about {asked} times; it is {reminder?.Delivery}, held for {reminder?.HeldFor}");
        }
    }

    private void At(Instant at, Func<Task> what) => plan.Enqueue(what, (at, order++));
}
