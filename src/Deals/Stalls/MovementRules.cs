using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>Rules on dates that pass or move, and on deals that stand still.</summary>
internal static class MovementRules
{
    public static Verdict? StageAge(in Situation deal)
    {
        if (deal.Facts.Stage is not { } stage || deal.Facts.Phase == StagePhase.Paperwork)
            return null;
        var norm = deal.Settings.Norms.Find(stage);
        var usual = norm is null ? deal.Settings.StageDaysIn(deal.Facts.Phase) : norm.MedianDays * deal.Settings.StageFactor;
        var since = Instant.Max(deal.Facts.StageSince, deal.RestartedAt);
        var age = (deal.Now - since).TotalDays;
        if (age < usual)
            return null;
        var (severity, threshold) = age >= 2 * usual ? (Severity.Red, 2 * usual) : (Severity.Amber, usual);
        return deal.Break(StallRule.StageAge, severity, since, age, threshold, norm is null ? ThresholdBasis.StageTable : ThresholdBasis.WonMedian);
    }

    public static Verdict? CloseDatePassed(in Situation deal)
    {
        if (deal.Facts.CloseOn is not { } day || deal.Today < deal.Calendar.NextWorkingDay(day))
            return null;
        var since = WallClock.At(day.PlusDays(1), LocalTime.Midnight, deal.Calendar.Zone);
        return deal.Break(StallRule.CloseDatePassed, Severity.Red, since, deal.Calendar.WorkingDaysBetween(day, deal.Today), 1);
    }

    /// <summary>A first push is worth knowing, a second a talk, a third doubt; one into another quarter weighs one more.</summary>
    public static Verdict? CloseDatePushed(in Situation deal)
    {
        var pushes = deal.Facts.ClosePushes;
        if (pushes == 0)
            return null;
        var weight = pushes + (deal.Facts.LeftQuarter ? 1 : 0);
        var severity = weight switch { 1 => Severity.Note, 2 => Severity.Amber, _ => Severity.Red };
        return deal.Break(StallRule.CloseDatePushed, severity, deal.Facts.ClosePushedAt, pushes, Math.Min(pushes, severity == Severity.Red ? 3 : 2));
    }

    public static Verdict? NextStepPushed(in Situation deal)
    {
        var pushes = deal.Answers.StepPushes;
        return pushes >= 2
            ? deal.Break(StallRule.NextStepPushed, pushes >= 3 ? Severity.Red : Severity.Amber, deal.Answers.StepPushedAt, pushes, Math.Min(pushes, 3))
            : null;
    }

    public static Verdict? NoMovement(in Situation deal)
    {
        var still = Duration.FromDays(deal.Settings.StillDays);
        var since = Instant.Max(deal.Facts.MovedAt, deal.RestartedAt);
        return deal.From(since + still, since + still * 2) is { } severity
            ? deal.Break(StallRule.NoMovement, severity, since, (deal.Now - since).TotalDays, (severity == Severity.Red ? still * 2 : still).TotalDays)
            : null;
    }

    /// <summary>R17 says that the agreed day has come, and nobody says beside it that there is no step yet.</summary>
    public static bool IsTheDelayOver(in Situation deal) =>
        deal.State is { Phase: DealPhase.Delayed } && deal.ResumesAt <= deal.Now && !deal.Settings.IsOff(StallRule.DelayExpired);

    /// <summary>Red from the working day after the agreed day; a note while a delay of the same kind is the second in a row.</summary>
    public static Verdict? DelayExpired(in Situation deal)
    {
        if (deal.State is not { Phase: DealPhase.Delayed, Until: { } until } state || deal.ResumesAt is not { } resumes)
            return null;
        if (deal.Today >= deal.Calendar.NextWorkingDay(until))
            return deal.Break(StallRule.DelayExpired, Severity.Red, resumes, deal.Calendar.WorkingDaysBetween(until, deal.Today), 1);
        return state.DelaysInARow >= 2 ? deal.Break(StallRule.DelayExpired, Severity.Note, state.Since, state.DelaysInARow, 2) : null;
    }
}
