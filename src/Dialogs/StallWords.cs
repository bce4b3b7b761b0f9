using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is wrong with a deal, since when, and the one thing that would clear it. Facts about the deal, never about the rep.</summary>
public static class StallWords
{
    /// <param name="zone">The reader's zone, for the day that is named.</param>
    public static string What(Verdict verdict, DateTimeZone zone)
    {
        var day = Day(verdict.Since, zone);
        return verdict.Rule switch
        {
            StallRule.NoNextStep => $"No firm next step since the meeting on {day}.",
            StallRule.NextStepPassed => $"The next step on {day} has passed, and nobody has said how it went.",
            StallRule.NoActivity => $"Nothing has happened since {day}.",
            StallRule.Ghosted => $"We have tried several times since {day}, and nobody has answered.",
            StallRule.StageAge => $"{Count(verdict.Value, "day")} in this stage; {Usual(verdict)}.",
            StallRule.CloseDatePassed => $"The close date, {Day(verdict.Since - Duration.FromHours(12), zone)}, has passed.",
            StallRule.CloseDatePushed => $"The close date was moved to a later day {Times(verdict.Value)}, last on {day}.",
            StallRule.NextStepPushed => $"The next step was moved to a later day {Times(verdict.Value)}, last on {day}.",
            StallRule.SingleThreaded => "Only one person of the buyer is known, and it is a large deal.",
            StallRule.NoDecisionMaker => $"It is late in the sale since {day}, and nobody who decides was in a meeting.",
            StallRule.ProposalAlone => $"The proposal has been out since {day} without a follow-up or a review booked.",
            StallRule.NoMovement => $"Stage, close date and amount have stood still since {day}.",
            StallRule.NoReason => "Nobody knows yet why the buyer wants it.",
            StallRule.NoUrgency => "It is late in the sale, and nothing known makes it urgent to the buyer.",
            StallRule.Drifting => $"{Count(verdict.Value, "meeting")} in a row ended without a firm step.",
            StallRule.Chasing => string.Create(CultureInfo.InvariantCulture, $"For each time the buyer was in touch, we called or wrote {verdict.Value:0.#} times."),
            StallRule.DelayExpired when verdict.Severity == Severity.Note => $"It is delayed for the same reason {Times(verdict.Value)} in a row.",
            StallRule.DelayExpired => $"The agreed delay ended on {day}.",
            StallRule.LosingMomentum => $"The pauses between contacts keep doubling; the last contact was on {day}.",
            StallRule.MissingFields => $"{Count(verdict.Value, "field")} that a forecast needs {(verdict.Value < 2 ? "is" : "are")} empty in the CRM.",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Rule, "No words for this rule."),
        };
    }

    /// <summary>The one thing that would clear it.</summary>
    public static string Mend(StallRule rule) => rule switch
    {
        StallRule.NoNextStep or StallRule.Drifting => "Agree a day and a time with the buyer.",
        StallRule.NextStepPassed => "Log the meeting if it was held, or agree a new day and time.",
        StallRule.NoActivity => "Agree one firm step, or close the deal in the CRM.",
        StallRule.Ghosted => "One last message that offers to stop; without an answer, nurture it.",
        StallRule.StageAge or StallRule.NoMovement => "Agree the one firm step that moves it to the next stage.",
        StallRule.CloseDatePassed => "Set a close date in the CRM that the buyer has agreed to.",
        StallRule.CloseDatePushed => "Agree a firm step towards the new close date.",
        StallRule.NextStepPushed => "Hold the meeting, or say that there is none.",
        StallRule.SingleThreaded => "Bring a second person of the buyer into the next meeting.",
        StallRule.NoDecisionMaker => "Book a meeting with the person who decides.",
        StallRule.ProposalAlone => "Book the review of the proposal: a day and a time.",
        StallRule.NoReason => "Ask the buyer why they want it, and keep their words.",
        StallRule.NoUrgency => "Ask the buyer what happens if they do nothing, and by when.",
        StallRule.Chasing or StallRule.LosingMomentum => "Agree one firm step with the buyer instead of another try.",
        StallRule.DelayExpired => "Ask the buyer again: a firm step, or a new day with a new reason.",
        StallRule.MissingFields => "Fill in stage, amount and close date in the CRM.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No words for this rule."),
    };

    public static string Name(Severity severity) => severity switch
    {
        Severity.Red => "Stalled",
        Severity.Amber => "At risk",
        _ => "Worth knowing",
    };

    private static string Usual(Verdict verdict) => verdict.Basis == ThresholdBasis.WonMedian
        ? $"the limit is {Count(verdict.Threshold, "day")}, from deals that were won"
        : $"the limit is {Count(verdict.Threshold, "day")}, from the table";

    private static string Count(double value, string noun) =>
        Math.Floor(value) is var whole && whole == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{whole:N0} {noun}s");

    private static string Times(double value) => value switch
    {
        1 => "once",
        2 => "twice",
        _ => Count(value, "time"),
    };

    private static string Day(Instant instant, DateTimeZone zone) => Spoken.Day(instant.InZone(zone).Date);
}
