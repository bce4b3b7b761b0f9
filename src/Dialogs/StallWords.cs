using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;
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
            StallRule.NoNextStep => StallText.NoFirmStepSince.With(day),
            StallRule.NextStepPassed => StallText.StepPassed.With(day),
            StallRule.NoActivity => StallText.NothingSince.With(day),
            StallRule.Ghosted => StallText.NobodyAnswered.With(day),
            StallRule.StageAge => Limit(verdict.Basis).With(Days(verdict.Value), Days(verdict.Threshold)),
            StallRule.CloseDatePassed => StallText.CloseDatePassed.With(Day(verdict.Since - Duration.FromHours(12), zone)),
            StallRule.CloseDatePushed => StallText.CloseDateMoved.With(Times(verdict.Value), day),
            StallRule.NextStepPushed => StallText.StepMoved.With(Times(verdict.Value), day),
            StallRule.SingleThreaded => StallText.OnePerson,
            StallRule.NoDecisionMaker => StallText.NobodyDecides.With(day),
            StallRule.ProposalAlone => StallText.ProposalAlone.With(day),
            StallRule.NoMovement => StallText.NothingMoved.With(day),
            StallRule.NoReason => StallText.NoReason,
            StallRule.NoUrgency => StallText.NoUrgency,
            StallRule.Drifting => Counted(verdict.Value, StallText.OneMeetingDrifted, StallText.MeetingsDrifted),
            StallRule.Chasing => StallText.Chasing.With(verdict.Value.ToString("0.#", CultureInfo.InvariantCulture)),
            StallRule.DelayExpired when verdict.Severity == Severity.Note => StallText.DelayedAgain.With(Times(verdict.Value)),
            StallRule.DelayExpired => StallText.DelayEnded.With(day),
            StallRule.LosingMomentum => StallText.PausesDouble.With(day),
            StallRule.MissingFields => Counted(verdict.Value, StallText.OneFieldEmpty, StallText.FieldsEmpty),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Rule, "No words for this rule."),
        };
    }

    /// <summary>The one thing that would clear it.</summary>
    public static string Mend(StallRule rule) => rule switch
    {
        StallRule.NoNextStep or StallRule.Drifting => StallText.AgreeDayAndTime,
        StallRule.NextStepPassed => StallText.LogOrAgree,
        StallRule.NoActivity => StallText.AgreeOrClose,
        StallRule.Ghosted => StallText.LastMessage,
        StallRule.StageAge or StallRule.NoMovement => StallText.AgreeStepToNextStage,
        StallRule.CloseDatePassed => StallText.SetCloseDate,
        StallRule.CloseDatePushed => StallText.AgreeStepToCloseDate,
        StallRule.NextStepPushed => StallText.HoldOrSayNone,
        StallRule.SingleThreaded => StallText.BringSecondPerson,
        StallRule.NoDecisionMaker => StallText.MeetWhoDecides,
        StallRule.ProposalAlone => StallText.BookReview,
        StallRule.NoReason => StallText.AskWhy,
        StallRule.NoUrgency => StallText.AskByWhen,
        StallRule.Chasing or StallRule.LosingMomentum => StallText.AgreeInsteadOfTrying,
        StallRule.DelayExpired => StallText.AskAgain,
        StallRule.MissingFields => StallText.FillInFields,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No words for this rule."),
    };

    public static string Name(Severity severity) => severity switch
    {
        Severity.Red => StallText.Stalled,
        Severity.Amber => StallText.AtRisk,
        _ => StallText.WorthKnowing,
    };

    private static string Limit(ThresholdBasis basis) => basis == ThresholdBasis.WonMedian ? StallText.LongerThanWon : StallText.LongInStage;

    private static string Days(double value) => Counted(value, StallText.OneDay, StallText.Days);

    private static string Counted(double value, string one, string many) =>
        Math.Floor(value) is var whole && whole == 1 ? one : many.With(whole.ToString("N0", CultureInfo.InvariantCulture));

    private static string Times(double value) => value switch
    {
        1 => StallText.Once,
        2 => StallText.Twice,
        _ => StallText.Times.With(Math.Floor(value).ToString("N0", CultureInfo.InvariantCulture)),
    };

    private static string Day(Instant instant, DateTimeZone zone) => Spoken.Day(instant.InZone(zone).Date);
}
