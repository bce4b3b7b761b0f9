using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>A judgement told with its facts: what, since when, how much against which limit, what holds rules back, and what would clear it.</summary>
public static class WhyWords
{
    public const string WhichDay = "I did not understand that day, or it lies ahead. Try \"why Contoso on 3 November\".";

    /// <param name="promises">Of its appointments, at that moment.</param>
    /// <param name="at">The moment that was judged, in the reader's zone.</param>
    /// <param name="isPast">Whether it is told of a past day.</param>
    public static string Explain(Judgement judgement, StepPromises promises, ZonedDateTime at, bool isPast)
    {
        var name = judgement.Deal.Facts.Name;
        var lines = new List<string> { $"{name}{(isPast ? $" on {Spoken.Day(at.Date)} {at.Year}" : "")}: {Headline(judgement, at, isPast)}" };
        lines.AddRange(judgement.Verdicts.Select(verdict => Line(verdict, at.Zone)));
        if (judgement.IsStalled)
            lines.Add($"What would clear it: {StallWords.Mend(judgement.Verdicts[0].Rule)}");
        if (judgement.HeldBack.Count > 0)
            lines.Add($"Held back for now: {string.Join("; ", judgement.HeldBack.Select(verdict => $"{StallRules.IdOf(verdict.Rule)} {StallWords.What(verdict, at.Zone).TrimEnd('.')}"))}.");
        if (PromiseWords.Line(promises) is { } told)
            lines.Add(told);
        return string.Join("\n\n", lines);
    }

    /// <param name="reason">Null where the buyer's words are not shown.</param>
    public static string Quote(string? reason) => reason is null
        ? "\n\nThe buyer's words are hidden in this channel; the rep has them in their own chat. \"@FollowUpBot digest settings\" changes that."
        : $"\n\nWhy they want it: \"{reason}\"";

    /// <summary>One line a deal, the worst first.</summary>
    public static string Clear(IReadOnlyList<Judgement> stalled, int most)
    {
        if (stalled.Count == 0)
            return "Nothing of yours is stalled. Say \"my deals\" to see your open deals.";
        var lines = stalled.Take(most).Select(judgement => $"{judgement.Deal.Facts.Name}: {StallWords.Mend(judgement.Verdicts[0].Rule)}");
        var more = stalled.Count > most ? string.Create(CultureInfo.InvariantCulture, $"\n\nAnd {stalled.Count - most} more.") : "";
        return string.Join("\n\n", lines) + more;
    }

    public static string NoSuchDeal(string name) => $"I know no open deal called \"{name}\" here. Say its name as your CRM has it.";

    public static string WhichDeal(IReadOnlyList<string> names) =>
        $"Which one do you mean: {string.Join(", ", names.Take(5).Select(name => $"\"{name}\""))}{(names.Count > 5 ? ", or another" : "")}?";

    private static string Headline(Judgement judgement, ZonedDateTime at, bool isPast)
    {
        var (verb, not) = isPast ? ("was", "was not") : ("is", "is not");
        if (judgement.IsStalled && judgement.Severity is { } severity)
            return $"{verb} {StallWords.Name(severity).ToLowerInvariant()}.";
        if (judgement.Exempt == Exemptions.None)
            return isPast && at.ToInstant() < judgement.Deal.FirstSeenAt ? "I did not know of it yet." : $"{not} stalled.";
        var until = judgement.ExemptUntil is { } end ? Spoken.ShortMoment(end.InZone(at.Zone)) : null;
        return $"{not} stalled: {Reason(judgement.Exempt, until)}.";
    }

    private static string Reason(Exemptions exempt, string? until) => exempt switch
    {
        _ when exempt.HasFlag(Exemptions.FirmStepAhead) => $"a firm step lies ahead, {until}",
        _ when exempt.HasFlag(Exemptions.Delay) => $"the buyer has asked to wait until {until}",
        _ when exempt.HasFlag(Exemptions.Nurture) => until is null ? "it is in nurture" : $"it is in nurture until {until}",
        _ when exempt.HasFlag(Exemptions.Mute) => $"it is muted until {until}",
        _ => "it is with the buyer's legal or procurement, where silence is usual",
    };

    private static string Line(Verdict verdict, DateTimeZone zone) =>
        $"{StallRules.IdOf(verdict.Rule)}, {StallWords.Name(verdict.Severity).ToLowerInvariant()}: {StallWords.What(verdict, zone)}{Measure(verdict)}";

    /// <summary>How much it is against its limit, where that is more than the sentence says.</summary>
    private static string Measure(Verdict verdict) => StallRules.UnitOf(verdict.Rule) switch
    {
        StallUnit.WorkingDays when verdict.Severity > Severity.Note => $" That is {Count(verdict.Value)} working {Days(verdict.Value)}; the limit is {Count(verdict.Threshold)}.",
        StallUnit.Days when verdict.Basis == ThresholdBasis.Setting => $" That is {Count(Math.Floor(verdict.Value))} {Days(Math.Floor(verdict.Value))}; the limit is {Count(verdict.Threshold)}.",
        _ => "",
    };

    private static string Count(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Days(double value) => value is 1 ? "day" : "days";
}
