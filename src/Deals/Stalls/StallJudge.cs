using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>Judges deals. Pure: the same deal, settings, calendar and moment give the same verdicts.</summary>
public static class StallJudge
{
    /// <summary>What is wrong with an open deal, the worst first; null when nothing is.</summary>
    public static StalledDeal? Judge(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now)
    {
        if (!deal.IsOpen || deal.NextStepStanding?.At > now)
            return null;
        var verdicts = new[] { NextStepPassed(deal, calendar, now), NoNextStep(deal, settings, calendar, now), NoActivity(deal, settings, now) }
            .OfType<Verdict>()
            .OrderByDescending(verdict => verdict.Severity)
            .ToList();
        return verdicts.Count == 0 ? null : new StalledDeal(deal, verdicts);
    }

    private static Verdict? NoNextStep(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now)
    {
        if (deal.NextStepStanding is not null || deal.LastMeetingAt is not { } met)
            return null;
        var amberAt = calendar.PlusWorkingDays(met, settings.NoNextStepAmberWorkingDays);
        var redAt = calendar.PlusWorkingDays(met, settings.NoNextStepRedWorkingDays);
        return SeverityAt(now, amberAt, redAt) is { } severity ? new Verdict(StallRule.NoNextStep, severity, met) : null;
    }

    private static Verdict? NextStepPassed(Deal deal, WorkingCalendar calendar, Instant now)
    {
        if (deal.NextStepStanding is not { } step)
            return null;
        var redOn = calendar.NextWorkingDay(calendar.DateAt(step.At));
        return calendar.DateAt(now) >= redOn ? new Verdict(StallRule.NextStepPassed, Severity.Red, step.At) : null;
    }

    private static Verdict? NoActivity(Deal deal, StallSettings settings, Instant now)
    {
        var quiet = settings.QuietIn(deal.Facts.Stage);
        var last = deal.LastActivityAt;
        return SeverityAt(now, last + quiet, last + quiet * 2) is { } severity ? new Verdict(StallRule.NoActivity, severity, last) : null;
    }

    private static Severity? SeverityAt(Instant now, Instant amberAt, Instant redAt) =>
        now >= redAt ? Severity.Red : now >= amberAt ? Severity.Amber : null;
}
