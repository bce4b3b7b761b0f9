using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>
/// Judges deals. Pure: the same deal, settings, calendar and moment give the same verdicts, and what was known later than the moment does
/// not matter, so a verdict of any past day can be made again.
/// </summary>
public static class StallJudge
{
    private static readonly Comparison<Verdict> WorstFirst = StallRules.Compare;

    /// <summary>What is wrong with an open deal, the worst first, without notes; null when it is not stalled.</summary>
    public static StalledDeal? Judge(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now)
    {
        var judgement = Explain(deal, settings, calendar, now);
        return judgement.IsStalled ? new StalledDeal(deal, [.. judgement.Verdicts.Where(verdict => verdict.Severity > Severity.Note)]) : null;
    }

    /// <summary>Every rule that a deal breaks, what holds some of them back, and until when.</summary>
    public static Judgement Explain(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now)
    {
        if (now < deal.FirstSeenAt)
            return new Judgement(deal, [], [], Exemptions.None, ExemptUntil: null);
        var situation = Situation.Of(deal, settings, calendar, now);
        if (!situation.IsOpen)
            return new Judgement(deal, [], [], Exemptions.None, ExemptUntil: null);
        var broken = new List<Verdict>(capacity: 8);
        StallRules.Apply(situation, broken);
        broken.Sort(WorstFirst);
        var until = situation.StepAhead ?? (situation.Exempt.HasFlag(Exemptions.Delay) || situation.Exempt.HasFlag(Exemptions.Nurture) ? situation.ResumesAt : null) ?? situation.MutedUntil;
        if (situation.Exempt == Exemptions.None)
            return new Judgement(deal, broken, [], Exemptions.None, ExemptUntil: null);
        var heldBack = broken.FindAll(verdict => verdict.HeldBackBy != Exemptions.None);
        broken.RemoveAll(verdict => verdict.HeldBackBy != Exemptions.None);
        return new Judgement(deal, broken, heldBack, situation.Exempt, until);
    }
}
