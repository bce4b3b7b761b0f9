using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>Rules on what a deal stands on: who, why, how urgent.</summary>
internal static class SubstanceRules
{
    private const int ForecastFields = 3;

    /// <summary>Past its second stage, or late by name.</summary>
    public static Verdict? SingleThreaded(in Situation deal)
    {
        if ((!deal.IsLate && deal.Facts.StageMoves < 2) || !(deal.Facts.Amount >= deal.Settings.LargeAmount))
            return null;
        BuyerSeen? only = null;
        var buyers = deal.Deal.History.Buyers;
        for (var i = 0; i < buyers.Count; i++)
        {
            if (buyers[i].SeenAt > deal.Now)
                continue;
            only ??= buyers[i];
            if (!string.Equals(only.Name, buyers[i].Name, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return only is null ? null : deal.Break(StallRule.SingleThreaded, Severity.Amber, only.SeenAt, 1, 2);
    }

    /// <summary>Judged only where somebody's role is known: a feed without roles says nothing about who decides.</summary>
    public static Verdict? NoDecisionMaker(in Situation deal)
    {
        if (deal.Facts.LateSince is not { } since)
            return null;
        var known = 0;
        var buyers = deal.Deal.History.Buyers;
        for (var i = 0; i < buyers.Count; i++)
        {
            if (buyers[i] is not { Role: { } role } buyer || buyer.SeenAt > deal.Now)
                continue;
            if (deal.Settings.Decides(role))
                return null;
            known++;
        }

        return known == 0 ? null : deal.Break(StallRule.NoDecisionMaker, Severity.Amber, since, 0, 1);
    }

    public static Verdict? NoReason(in Situation deal)
    {
        if (deal.Talks.FirstMet is not { } met || IsReasonKnown(deal) || deal.Now < deal.Calendar.PlusWorkingDays(met, 1))
            return null;
        return deal.Break(StallRule.NoReason, deal.IsLate ? Severity.Red : Severity.Amber, met, 0, 1);
    }

    /// <summary>A level without anything that drives it is the rep's guess.</summary>
    public static Verdict? NoUrgency(in Situation deal)
    {
        if (deal.Facts.LateSince is not { } late || deal.Talks.FirstMet is not { } met
            || deal.Answers.Last?.Urgency is { Level: not UrgencyLevel.Unknown, Driver: not null })
        {
            return null;
        }

        var since = Instant.Max(late, met);
        return deal.Now >= deal.Calendar.PlusWorkingDays(since, 1) ? deal.Break(StallRule.NoUrgency, Severity.Red, since, 0, 1) : null;
    }

    public static Verdict? Drifting(in Situation deal) => deal.Answers.WithoutStep >= 2
        ? deal.Break(StallRule.Drifting, Severity.Amber, deal.Answers.WithoutStepSince, deal.Answers.WithoutStep, 2)
        : null;

    public static Verdict? MissingFields(in Situation deal)
    {
        var facts = deal.Facts;
        var filled = (facts.Stage is null ? 0 : 1) + (facts.CloseOn is null ? 0 : 1) + (facts.Amount is null ? 0 : 1);
        return filled < ForecastFields
            ? deal.Break(StallRule.MissingFields, Severity.Note, deal.Deal.FirstSeenAt, ForecastFields - filled, 1)
            : null;
    }

    private static bool IsReasonKnown(in Situation deal)
    {
        var answers = deal.Deal.History.Answers;
        for (var i = answers.Count - 1; i >= 0; i--)
        {
            if (AnswersThen.IsKnown(answers[i], deal.Now) && BuyerReason.IsIn(answers[i].Said))
                return true;
        }

        return deal.Answers.Last is { } last && BuyerReason.IsIn(last);
    }
}
