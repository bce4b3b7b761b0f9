using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Deals.Stalls;

/// <summary>
/// A deal of Rosa's told as what happened, in Berlin unless another zone is given. Times are written as "2026-03-02 10:00"; each thing is
/// known when it happens unless said otherwise.
/// </summary>
public sealed class A
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly RepId Rosa = RepId.Parse("rosa@contoso.example");

    /// <summary>A reason and a driver that no rule complains of.</summary>
    public const string Reason = "Their auditors found spreadsheets that nobody could explain";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private readonly DateTimeZone zone;
    private readonly List<Func<Deal, Deal>> events = [];
    private readonly DealFacts facts;
    private readonly Instant firstSeen;
    private int count;

    private A(DateTimeZone zone, string firstSeen, DealFacts facts) => (this.zone, this.firstSeen, this.facts) = (zone, At(firstSeen, zone), facts);

    /// <summary>A complete, early deal that breaks no rule on its first day.</summary>
    public static A Deal(string firstSeen, DateTimeZone? zone = null, string? stage = "Discovery", decimal? amount = 20_000, string? closeOn = "2027-12-31") => new(
        zone ?? Berlin, firstSeen, new DealFacts("Contoso", Rosa, DealStatus.Open, Revision: null, amount, "EUR", stage, Day(closeOn), Link: null));

    public A Meets(string end, params Buyer[] buyers) => Logs(MeetingOf(end, buyers), At(end, zone));

    /// <summary>A meeting that is heard of before it is held.</summary>
    public A Books(string end, string seenAt) => Logs(MeetingOf(end, []), At(seenAt, zone));

    /// <param name="step">When the firm step is; null for none.</param>
    public A Answers(string at, string? step = null, string? reason = Reason, UrgencyLevel level = UrgencyLevel.High, string? driver = "the audit", string? stepZone = null) => Then(
        deal => deal.Capture(new FollowUp(
            reason, new Urgency(level, driver), step is null ? null : new NextStep("Demo", Moment.Parse(step).Value, stepZone ?? zone.Id), Rosa, At(at, zone))));

    public A Touches(string at, TouchDirection direction, TouchChannel channel = TouchChannel.Mail)
    {
        var touch = new Touch($"t{++count}", At(at, zone), direction, channel, At(at, zone));
        return Then(deal => deal.Log(touch));
    }

    public A Changes(string at, Func<DealFacts, DealFacts> change) => Then(deal => deal.With(change(deal.Facts), At(at, zone)));

    public A Moves(string at, DealMove move) => Then(deal =>
    {
        var moved = Assert.IsType<MoveResult.Moved>(DealMoves.Move(deal.State, move, Rosa, At(at, zone), At(at, zone).InZone(zone).Date));
        return deal.Move(moved.State);
    });

    /// <param name="until">The day on which it is heard of again.</param>
    public A Mutes(string at, LocalDate until) => Then(deal => deal.Silence(new Mute(At(at, zone), until, Rosa)));

    public Deal Told() => events.Aggregate(FollowUpBot.Deals.Deal.New("contoso", facts, firstSeen), (deal, happened) => happened(deal));

    /// <summary>What the rules say at a moment.</summary>
    public Judgement On(string now, StallSettings? settings = null, params LocalDate[] holidays) => StallJudge.Explain(
        Told(), settings ?? new StallSettings(), WorkingCalendar.Usual(zone) with { Holidays = holidays.ToHashSet() }, At(now, zone));

    public static Instant At(string moment, DateTimeZone zone) => Moment.Parse(moment).Value.InZoneLeniently(zone).ToInstant();

    public static LocalDate? Day(string? day) => day is null ? null : LocalDatePattern.Iso.Parse(day).Value;

    private A Logs(Meeting meeting, Instant seenAt) => Then(deal => deal.Log(meeting, seenAt));

    private Meeting MeetingOf(string end, IReadOnlyList<Buyer> buyers) => new(
        $"m{++count}", Revision: 1, "contoso", Rosa, buyers, MeetingKind.Video, At(end, zone) - Duration.FromMinutes(30), At(end, zone), Title: null, Note: null, Cancelled: false);

    private A Then(Func<Deal, Deal> happened)
    {
        events.Add(happened);
        return this;
    }
}

public static class Judgements
{
    /// <summary>What the rule says: "red", "amber", "note", "held back", or "fine" when it is not broken.</summary>
    public static string Says(this Judgement judgement, StallRule rule) => judgement switch
    {
        _ when judgement.Verdicts.FirstOrDefault(verdict => verdict.Rule == rule) is { } counting => counting.Severity.ToString().ToLowerInvariant(),
        _ when judgement.HeldBack.Any(verdict => verdict.Rule == rule) => "held back",
        _ => "fine",
    };
}
