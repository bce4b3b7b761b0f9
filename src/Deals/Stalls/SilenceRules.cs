using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>Rules on what does not happen: no step, no outcome, no contact.</summary>
internal static class SilenceRules
{
    public static Verdict? NoNextStep(in Situation deal)
    {
        if (deal.Answers.StepAt is not null || deal.Talks.LastMet is not { } met || MovementRules.IsTheDelayOver(deal))
            return null;
        var (settings, calendar) = (deal.Settings, deal.Calendar);
        var since = Instant.Max(met, deal.RestartedAt);
        if (deal.Now < calendar.PlusWorkingDays(since, settings.NoNextStepAmberWorkingDays))
            return null;
        var (severity, threshold) = deal.Now >= calendar.PlusWorkingDays(since, settings.NoNextStepRedWorkingDays)
            ? (Severity.Red, settings.NoNextStepRedWorkingDays)
            : (Severity.Amber, settings.NoNextStepAmberWorkingDays);
        return deal.Break(StallRule.NoNextStep, severity, since, WorkingDaysSince(deal, since), threshold);
    }

    public static Verdict? NextStepPassed(in Situation deal)
    {
        if (deal.Answers.StepAt is not { } step || step > deal.Now)
            return null;
        var on = deal.Calendar.DateAt(step);
        return deal.Today >= deal.Calendar.NextWorkingDay(on)
            ? deal.Break(StallRule.NextStepPassed, Severity.Red, step, deal.Calendar.WorkingDaysBetween(on, deal.Today), 1)
            : null;
    }

    public static Verdict? NoActivity(in Situation deal)
    {
        var quiet = deal.Settings.QuietIn(deal.Facts.Phase);
        var last = deal.LastActivity;
        return deal.From(last + quiet, last + quiet * 2) is { } severity
            ? deal.Break(StallRule.NoActivity, severity, last, (deal.Now - last).TotalDays, (severity == Severity.Red ? quiet * 2 : quiet).TotalDays)
            : null;
    }

    public static Verdict? Ghosted(in Situation deal)
    {
        var (settings, talks) = (deal.Settings, deal.Talks);
        if (talks.Unanswered < settings.GhostedTouches || talks.UnansweredChannels < settings.GhostedChannels)
            return null;
        var since = talks.FirstUnanswered;
        return deal.Now >= deal.Calendar.PlusWorkingDays(since, settings.GhostedWorkingDays)
            ? deal.Break(StallRule.Ghosted, Severity.Red, since, WorkingDaysSince(deal, since), settings.GhostedWorkingDays)
            : null;
    }

    public static Verdict? ProposalAlone(in Situation deal)
    {
        if (!deal.Talks.TouchesKnown || deal.Facts is not { Phase: StagePhase.Proposal, ProposalSince: { } sent })
            return null;
        var settings = deal.Settings;
        var contacts = ContactsSince(deal, sent);
        var isReviewBooked = deal.Talks.LastMet > sent || deal.Talks.MeetingAhead is not null || deal.Answers.StepAt is not null;
        if ((contacts >= settings.ProposalTouches && isReviewBooked) || deal.Now < deal.Calendar.PlusWorkingDays(sent, settings.ProposalWorkingDays))
            return null;
        return deal.Break(StallRule.ProposalAlone, Severity.Amber, sent, contacts, settings.ProposalTouches);
    }

    public static Verdict? Chasing(in Situation deal)
    {
        if (!deal.Talks.TouchesKnown)
            return null;
        var from = deal.Now - Duration.FromDays(deal.Settings.ChaseDays);
        var (ours, theirs, first) = (0, 0, deal.Now);
        var touches = deal.Deal.History.Touches;
        for (var i = touches.Count - 1; i >= 0 && touches[i].At > from; i--)
        {
            if (!TalksThen.IsKnown(touches[i], deal.Now))
                continue;
            if (touches[i].Direction == TouchDirection.Inbound)
                theirs++;
            else
                (ours, first) = (ours + 1, touches[i].At);
        }

        theirs += MeetingsAfter(deal, from);
        var ratio = (double)ours / Math.Max(1, theirs);
        return ratio >= deal.Settings.ChaseRatio ? deal.Break(StallRule.Chasing, Severity.Amber, first, ratio, deal.Settings.ChaseRatio) : null;
    }

    /// <summary>The pause that lasts is twice the last one, and that twice the one before; so it needs three contacts.</summary>
    public static Verdict? LosingMomentum(in Situation deal)
    {
        if (deal.Talks.Contacts is not { Last: { } last, Before: { } before, First: { } first })
            return null;
        var shortest = (double)deal.Settings.ShortestPauseDays;
        var earlier = Math.Max(shortest, (before - first).TotalDays);
        var later = Math.Max(shortest, (last - before).TotalDays);
        var pause = (deal.Now - Instant.Max(last, deal.RestartedAt)).TotalDays;
        return later >= 2 * earlier && pause >= 2 * later ? deal.Break(StallRule.LosingMomentum, Severity.Amber, last, pause, 2 * later) : null;
    }

    private static int ContactsSince(in Situation deal, Instant since)
    {
        var count = MeetingsAfter(deal, since);
        var touches = deal.Deal.History.Touches;
        for (var i = touches.Count - 1; i >= 0 && touches[i].At > since; i--)
            count += TalksThen.IsKnown(touches[i], deal.Now) ? 1 : 0;
        return count;
    }

    private static int MeetingsAfter(in Situation deal, Instant since)
    {
        var count = 0;
        var meetings = deal.Deal.History.Meetings;
        for (var i = meetings.Count - 1; i >= 0 && meetings[i].End > since; i--)
            count += meetings[i].End <= deal.Now && meetings[i].SeenAt <= deal.Now && !(meetings[i].GoneAt <= deal.Now) ? 1 : 0;
        return count;
    }

    private static int WorkingDaysSince(in Situation deal, Instant since) => deal.Calendar.WorkingDaysBetween(deal.Calendar.DateAt(since), deal.Today);
}
