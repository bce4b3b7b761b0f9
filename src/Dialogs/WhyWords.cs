using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>A judgement told with its facts: what, since when, how much against which limit, what holds rules back, and what would clear it.</summary>
public static class WhyWords
{
    public static string WhichDay => WhyText.WhichDay;

    /// <param name="promises">Of its appointments, at that moment.</param>
    /// <param name="at">The moment that was judged, in the reader's zone.</param>
    /// <param name="isPast">Whether it is told of a past day.</param>
    public static string Explain(Judgement judgement, StepPromises promises, ZonedDateTime at, bool isPast)
    {
        var name = judgement.Deal.Facts.Name;
        var subject = isPast ? WhyText.OnDay.With(name, Spoken.DatedDay(at.Date)) : name;
        var lines = new List<string> { Headline(subject, judgement, at, isPast) };
        lines.AddRange(judgement.Verdicts.Select(verdict => Line(verdict, judgement, at.Zone)));
        if (judgement.IsStalled)
            lines.Add(WhyText.WouldClear.With(StallWords.Mend(judgement.Verdicts[0].Rule)));
        if (judgement.HeldBack.Count > 0)
            lines.Add(WhyText.HeldBack.With(string.Join("; ", judgement.HeldBack.Select(verdict => WhyText.Rule.With(StallWords.What(verdict, at.Zone).TrimEnd('.'), StallRules.IdOf(verdict.Rule))))));
        if (PromiseWords.Line(promises) is { } told)
            lines.Add(told);
        return string.Join("\n\n", lines);
    }

    /// <param name="reason">Null where the buyer's words are not shown.</param>
    public static string Quote(string? reason) => $"\n\n{(reason is null ? WhyText.QuoteHidden : WhyText.Quote.With(reason))}";

    /// <summary>One line a deal, the worst first.</summary>
    public static string Clear(IReadOnlyList<Judgement> stalled, int most)
    {
        if (stalled.Count == 0)
            return WhyText.NothingOfYours;
        var lines = stalled.Take(most).Select(judgement => WhyText.ClearDeal.With(judgement.Deal.Facts.Name, StallWords.Mend(judgement.Verdicts[0].Rule)));
        return string.Join("\n\n", stalled.Count > most ? lines.Append(WhyText.More.With(stalled.Count - most)) : lines);
    }

    public static string NoSuchDeal(string name) => WhyText.NoSuchDeal.With(name);

    public static string WhichDeal(IReadOnlyList<string> names) => (names.Count > 5 ? WhyText.WhichDealOrAnother : WhyText.WhichDeal)
        .With(string.Join(", ", names.Take(5).Select(name => WhyText.Quoted.With(name))));

    private static string Headline(string subject, Judgement judgement, ZonedDateTime at, bool isPast)
    {
        if (judgement.IsStalled)
            return Stalled(judgement.Severity == Severity.Red, isPast).With(subject);
        if (judgement.Exempt != Exemptions.None)
            return (isPast ? WhyText.WasNotStalledAs : WhyText.IsNotStalledAs).With(subject, Reason(judgement, at.Zone));
        if (!isPast)
            return WhyText.IsNotStalled.With(subject);
        return (at.ToInstant() < judgement.Deal.FirstSeenAt ? WhyText.NotKnownYet : WhyText.WasNotStalled).With(subject);
    }

    private static string Stalled(bool isRed, bool isPast) => (isRed, isPast) switch
    {
        (true, false) => WhyText.IsStalled,
        (true, true) => WhyText.WasStalled,
        (false, false) => WhyText.IsAtRisk,
        (false, true) => WhyText.WasAtRisk,
    };

    private static string Reason(Judgement judgement, DateTimeZone zone)
    {
        var end = judgement.ExemptUntil?.InZone(zone);
        var until = end is { } day ? Spoken.Day(day.Date) : null;
        return judgement.Exempt switch
        {
            var exempt when exempt.HasFlag(Exemptions.FirmStepAhead) => WhyText.FirmStep.With(end is { } step ? Spoken.ShortMoment(step) : null),
            var exempt when exempt.HasFlag(Exemptions.Delay) => WhyText.Wait.With(until),
            var exempt when exempt.HasFlag(Exemptions.Nurture) => until is null ? WhyText.Nurture : WhyText.NurtureUntil.With(until),
            var exempt when exempt.HasFlag(Exemptions.Mute) => WhyText.Mute.With(until),
            _ => WhyText.LegalOrProcurement,
        };
    }

    /// <summary>What the headline says already is not said again.</summary>
    private static string Line(Verdict verdict, Judgement judgement, DateTimeZone zone)
    {
        var line = verdict.Severity switch
        {
            > Severity.Note when verdict.Severity == judgement.Severity => WhyText.Rule,
            Severity.Amber => WhyText.LineAtRisk,
            _ => WhyText.LineWorthKnowing,
        };
        var said = (verdict.Rule == StallRule.MissingFields ? Missing(judgement.Deal.Facts) : null) ?? StallWords.What(verdict, zone);
        return line.With(Measure(verdict) is { } measure ? $"{said} {measure}" : said, StallRules.IdOf(verdict.Rule));
    }

    /// <summary>What the CRM does not have by now; null when it has all, as a past day may have missed what is there today.</summary>
    private static string? Missing(DealFacts facts) => (facts.Stage, facts.Amount, facts.CloseOn) switch
    {
        (null, null, null) => WhyText.NothingForForecast,
        (null, null, _) => WhyText.NoStageNoAmount,
        (null, _, null) => WhyText.NoStageNoCloseDate,
        (_, null, null) => WhyText.NoAmountNoCloseDate,
        (null, _, _) => WhyText.NoStage,
        (_, null, _) => WhyText.NoAmount,
        (_, _, null) => WhyText.NoCloseDate,
        _ => null,
    };

    /// <summary>How much it is against its limit, where that is more than the sentence says.</summary>
    private static string? Measure(Verdict verdict) => StallRules.UnitOf(verdict.Rule) switch
    {
        StallUnit.WorkingDays when verdict.Severity > Severity.Note =>
            verdict.Value is 1 ? WhyText.WorkingDay.With(Count(verdict.Threshold)) : WhyText.WorkingDays.With(Count(verdict.Value), Count(verdict.Threshold)),
        StallUnit.Days when verdict.Basis == ThresholdBasis.Setting =>
            Math.Floor(verdict.Value) is 1 ? WhyText.Day.With(Count(verdict.Threshold)) : WhyText.Days.With(Count(Math.Floor(verdict.Value)), Count(verdict.Threshold)),
        _ => null,
    };

    private static string Count(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
