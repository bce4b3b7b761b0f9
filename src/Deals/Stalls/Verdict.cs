using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>One rule broken by one deal.</summary>
/// <param name="Since">When the deal began to break the rule.</param>
/// <param name="Value">What was counted or measured, in <see cref="StallRules.UnitOf"/>.</param>
/// <param name="Threshold">From which value on it counts as broken, with this severity.</param>
/// <param name="HeldBackBy">What keeps it off the card; <see cref="Exemptions.None"/> for a verdict that counts.</param>
public sealed record Verdict(
    StallRule Rule, Severity Severity, Instant Since, double Value, double Threshold, ThresholdBasis Basis, Exemptions HeldBackBy);

/// <summary>Everything the rules say of a deal at a moment.</summary>
/// <param name="Verdicts">What counts, the worst first, notes last.</param>
/// <param name="HeldBack">What would count but for an exemption.</param>
/// <param name="Exempt">The exemptions in force, whether or not they hold anything back.</param>
/// <param name="ExemptUntil">When the dated ones end: the firm step, the delay or the nurture; null when none has a date.</param>
public sealed record Judgement(
    Deal Deal, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Verdict> HeldBack, Exemptions Exempt, Instant? ExemptUntil)
{
    /// <summary>The worst rule's; null when no rule is broken.</summary>
    public Severity? Severity => Verdicts.Count > 0 ? Verdicts[0].Severity : null;

    public bool IsStalled => Verdicts.Count > 0 && Verdicts[0].Severity > Stalls.Severity.Note;
}

/// <summary>A deal with what is wrong with it, the worst first.</summary>
public sealed record StalledDeal(Deal Deal, IReadOnlyList<Verdict> Verdicts)
{
    public Verdict Worst => Verdicts[0];
}
