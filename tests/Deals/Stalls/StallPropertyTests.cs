using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace FollowUpBot.Tests.Deals.Stalls;

/// <summary>What must hold of any history: months of meetings, answers, touches, changed fields and states, in any mixture.</summary>
public sealed class StallPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly StallRule[] AboutSteps = [StallRule.NoNextStep, StallRule.NextStepPassed, StallRule.NoActivity];
    private static readonly LocalDateTime Start = new(2026, 1, 5, 9, 0);

    /// <summary>One thing that happened, so many hours after the start.</summary>
    private sealed record Happening(int Hour, int Kind, int Detail);

    /// <summary>A history, its zone and the hour at which it is judged.</summary>
    /// <param name="DaysOff">Every so many days is a holiday; none for 0.</param>
    private sealed record Told(IReadOnlyList<Happening> Happenings, bool InNewYork, bool IsLate, int DaysOff, int Hour);

    private static readonly Arbitrary<Told> Histories = (
        from happenings in (from hour in Gen.Choose(1, 5000) from kind in Gen.Choose(0, 9) from detail in Gen.Choose(0, 9) select new Happening(hour, kind, detail)).ListOf()
        from inNewYork in Gen.Elements(true, false)
        from isLate in Gen.Elements(true, false)
        from daysOff in Gen.Elements(0, 2, 9)
        from hour in Gen.Choose(1, 6000)
        select new Told([.. happenings.Take(30).DistinctBy(it => it.Hour).OrderBy(it => it.Hour)], inNewYork, isLate, daysOff, hour)).ToArbitrary();

    [Fact]
    public void The_same_history_gives_the_same_verdicts() => Check(told => Same(Judge(told), Judge(told)));

    [Fact]
    public void A_past_day_is_judged_as_it_was_judged_on_that_day() => Check(told =>
        Same(Judge(told), Judge(told with { Happenings = [.. told.Happenings.Where(it => it.Hour <= told.Hour)] })));

    [Fact]
    public void The_order_in_which_unrelated_events_arrive_does_not_matter() => Check(told =>
    {
        var shuffled = told.Happenings.OrderBy(it => it.Kind is 3 or 4 or 5 or 6 or 8 or 9).ThenBy(it => it.Hour).ToList();
        return Same(Judge(told), Judge(told with { Happenings = shuffled }));
    });

    [Fact]
    public void A_firm_step_more_never_worsens_the_rules_about_steps_and_silence() => Check(told =>
    {
        var before = Judge(told);
        var deal = Build(told).Capture(new FollowUp(
            A.Reason, new Urgency(UrgencyLevel.High, "the audit"), new NextStep("Demo", Wall(told.Hour + 200), Zone(told).Id), A.Rosa, At(told, told.Hour)));
        var after = Judge(deal, told, told.Hour);
        return AboutSteps.All(rule => Weight(after, rule) <= Weight(before, rule));
    });

    [Fact]
    public void A_day_more_clears_nothing_by_itself_but_for_dated_exemptions_and_what_is_counted_in_a_window() => Check(told =>
    {
        var quiet = told with { Happenings = [.. told.Happenings.Where(it => it.Hour <= told.Hour && !IsAhead(it, told.Hour))] };
        var today = Judge(quiet);
        var tomorrow = Judge(Build(quiet), quiet, quiet.Hour + 24);
        var resumes = today.Deal.History.States.Any(state => state.Until is not null);
        return resumes || today.Exempt != tomorrow.Exempt
            || today.Verdicts.Where(verdict => verdict.Rule != StallRule.Chasing).All(verdict => Weight(tomorrow, verdict.Rule) >= Weight(today, verdict.Rule));
    });

    [Fact]
    public void The_severity_is_the_worst_rules_and_what_is_held_back_never_counts() => Check(told =>
    {
        var judgement = Judge(told);
        return judgement.Severity == (judgement.Verdicts.Count == 0 ? null : judgement.Verdicts.Max(verdict => verdict.Severity))
            && judgement.HeldBack.All(verdict => (verdict.HeldBackBy & judgement.Exempt) != Exemptions.None)
            && judgement.Verdicts.All(verdict => (StallRules.HeldBackBy(verdict.Rule) & judgement.Exempt) == Exemptions.None);
    });

    private static void Check(Func<Told, bool> holds) => FsCheck.Fluent.Prop.ForAll(Histories, holds).Check(Many);

    /// <summary>A step or a booked meeting that passes between one day and the next.</summary>
    private static bool IsAhead(Happening it, int hour) => it.Kind is 1 && it.Hour + StepHours(it) > hour;

    private static bool Same(Judgement one, Judgement other) =>
        one.Exempt == other.Exempt && one.Verdicts.SequenceEqual(other.Verdicts) && one.HeldBack.SequenceEqual(other.HeldBack);

    /// <summary>2 for red, 1 for amber, 0 for a note, −1 for what is not broken or held back.</summary>
    private static int Weight(Judgement judgement, StallRule rule) =>
        judgement.Verdicts.FirstOrDefault(verdict => verdict.Rule == rule) is { } verdict ? (int)verdict.Severity : -1;

    private static Judgement Judge(Told told) => Judge(Build(told), told, told.Hour);

    private static Judgement Judge(Deal deal, Told told, int hour) => StallJudge.Explain(
        deal, new StallSettings(), WorkingCalendar.Usual(Zone(told)) with { Holidays = Enumerable.Range(1, told.DaysOff == 0 ? 0 : 300 / told.DaysOff).Select(number => Start.Date.PlusDays(number * told.DaysOff)).ToHashSet() }, At(told, hour));

    private static Deal Build(Told told) => told.Happenings.Aggregate(
        Deal.New("contoso", new DealFacts("Contoso", A.Rosa, DealStatus.Open, null, 60_000, "EUR", told.IsLate ? "Proposal" : "Discovery", new LocalDate(2026, 6, 30), null), At(told, 0)),
        (deal, it) => With(deal, it, told));

    private static Deal With(Deal deal, Happening it, Told told)
    {
        var at = At(told, it.Hour);
        return it.Kind switch
        {
            0 => deal.Log(new Meeting($"m{it.Hour}", 1, "contoso", A.Rosa, [new Buyer($"Buyer {it.Detail % 3}", it.Detail > 7 ? "CFO" : "Analyst")], MeetingKind.Call, at - Duration.FromMinutes(30), at, null, null, false), at),
            1 => deal.Capture(Answer(it, told, new NextStep("Demo", Wall(it.Hour + StepHours(it)), Zone(told).Id))),
            2 => deal.Capture(Answer(it, told, step: null)),
            3 or 4 => deal.Log(new Touch($"t{it.Hour}", at, TouchDirection.Outbound, (TouchChannel)(it.Detail % 3), at)),
            5 => deal.Log(new Touch($"t{it.Hour}", at, TouchDirection.Inbound, TouchChannel.Mail, at)),
            6 => deal.Move(new DealState(it.Detail > 5 ? DealPhase.Open : DealPhase.Nurture, at, A.Rosa, "said Dana") { EveryDays = 30, Trigger = "their new plant" }),
            7 => deal.With(deal.Facts with { CloseOn = new LocalDate(2026, 3, 1).PlusDays(it.Hour / 24 + it.Detail * 7) }, at),
            8 => deal.Silence(new Mute(at, Wall(it.Hour).Date.PlusDays(1 + it.Detail * 3), A.Rosa)),
            _ => deal.Move(new DealState(DealPhase.Delayed, at, A.Rosa, "said Dana") { Delay = DelayKind.Budget, Until = Wall(it.Hour).Date.PlusDays(1 + it.Detail * 5), DelaysInARow = 1 }),
        };
    }

    private static FollowUp Answer(Happening it, Told told, NextStep? step) => new(
        it.Detail > 4 ? A.Reason : null, new Urgency(it.Detail > 2 ? UrgencyLevel.High : UrgencyLevel.Unknown, it.Detail > 6 ? "the audit" : null), step, A.Rosa, At(told, it.Hour));

    private static int StepHours(Happening it) => 24 + it.Detail * 40;

    private static DateTimeZone Zone(Told told) => told.InNewYork ? DateTimeZoneProviders.Tzdb["America/New_York"] : A.Berlin;

    private static LocalDateTime Wall(int hour) => Start.PlusHours(hour);

    private static Instant At(Told told, int hour) => Zone(told).ResolveLocal(Wall(hour), WallClock.Resolver).ToInstant();
}
