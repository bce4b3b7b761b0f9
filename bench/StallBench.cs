using System.Diagnostics;
using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>Judges 100,000 open deals with 30 events each on one core, and writes the table of docs/performance.md.</summary>
internal static class StallBench
{
    private const int Deals = 100_000;
    private const int Rounds = 5;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly RepId Rep = RepId.Parse("lee@example.com");
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 9, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);

    public static void Print(TextWriter output)
    {
        var calendar = WorkingCalendar.Usual(Zone);
        var settings = new StallSettings();
        var random = new Random(7);
        var deals = Enumerable.Range(0, Deals).Select(number => Deal(number, random)).ToArray();
        Round(deals.AsSpan(0, 20_000), settings, calendar);
        var (fastest, bytes, verdicts, stalled) = (TimeSpan.MaxValue, 0L, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            (verdicts, stalled) = Round(deals, settings, calendar);
            var took = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            fastest = took < fastest ? took : fastest;
        }

        output.WriteLine("| | measured | goal |");
        output.WriteLine("|---|---|---|");
        Line("deals judged by 19 rules a second, one core", Deals / fastest.TotalSeconds, "");
        Line("broken rules found a second", verdicts / fastest.TotalSeconds, "200,000");
        Line("time a deal, ns", fastest.TotalNanoseconds / Deals, "");
        Line("memory a deal, bytes", (double)bytes / Deals, "1,024");
        Line("broken rules a deal", (double)verdicts / Deals, "");
        Line("stalled deals of 100,000", stalled, "");

        void Line(string what, double figure, string goal) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {(figure < 100 ? $"{figure:0.#}" : figure.ToString("N0", CultureInfo.InvariantCulture))} | {goal} |"));
    }

    private static (int Verdicts, int Stalled) Round(ReadOnlySpan<Deal> deals, StallSettings settings, WorkingCalendar calendar)
    {
        var (verdicts, stalled) = (0, 0);
        foreach (var deal in deals)
        {
            var judgement = StallJudge.Explain(deal, settings, calendar, Now);
            verdicts += judgement.Verdicts.Count + judgement.HeldBack.Count;
            stalled += judgement.IsStalled ? 1 : 0;
        }

        return (verdicts, stalled);
    }

    /// <summary>5 states of its fields, 8 meetings, 6 answers, 10 touches and a delay that is over.</summary>
    internal static Deal Deal(int number, Random random)
    {
        string[] stages = ["Discovery", "Demo", "Proposal", "Negotiation"];
        var facts = new DealFacts($"Deal {number}", Rep, DealStatus.Open, null, random.Next(5, 200) * 1000, "EUR", stages[0], new LocalDate(2026, 7, 1), null);
        var deal = FollowUpBot.Deals.Deal.New($"deal-{number}", facts, Start);
        for (var i = 1; i < 5; i++)
        {
            var close = new LocalDate(2026, 5, 15).PlusDays(random.Next(60));
            deal = deal.With(facts with { Stage = stages[random.Next(4)], CloseOn = close, Amount = facts.Amount + i }, At(i * 20));
        }

        for (var i = 0; i < 8; i++)
            deal = Met(deal, i, At(i * 15 + random.Next(10)));
        for (var i = 0; i < 6; i++)
            deal = deal.Capture(AnswerOn(i * 20 + random.Next(10), random));
        for (var i = 0; i < 10; i++)
        {
            var at = At(i * 14 + random.Next(7));
            deal = deal.Log(new Touch($"t{i}", at, random.Next(3) == 0 ? TouchDirection.Inbound : TouchDirection.Outbound, (TouchChannel)random.Next(3), at));
        }

        return deal.Move(new DealState(DealPhase.Delayed, At(30), Rep, "Dana is away") { Delay = DelayKind.Absence, Until = new LocalDate(2026, 3, 2), DelaysInARow = 1 })
            .Move(DealState.OpenSince(At(60), Rep));
    }

    private static Deal Met(Deal deal, int number, Instant end) => deal.Log(
        new Meeting($"m{number}", 1, deal.Id, Rep, [new Buyer($"Buyer {number % 3}", "Analyst")], MeetingKind.Call, end - Duration.FromMinutes(30), end, null, null, false), end);

    private static FollowUp AnswerOn(int day, Random random)
    {
        var step = random.Next(3) == 0 ? null : new NextStep("Demo", At(day + random.Next(30)).InZone(Zone).LocalDateTime, Zone.Id);
        var reason = random.Next(2) == 0 ? null : "Their auditors found spreadsheets that nobody could explain";
        return new FollowUp(reason, new Urgency((UrgencyLevel)random.Next(4), random.Next(2) == 0 ? null : "the audit"), step, Rep, At(day));
    }

    private static Instant At(int day) => Start + Duration.FromDays(day);
}
