namespace FollowUpBot.Deals.Stalls;

/// <summary>One line of the rule table.</summary>
/// <param name="HeldBackBy">Which exemptions hold it back.</param>
public sealed record StallRuleRow(StallRule Rule, StallUnit Unit, Exemptions HeldBackBy)
{
    /// <summary>"R1".</summary>
    public string Id => StallRules.IdOf(Rule);
}

/// <summary>
/// The table of the rules, the first to be named among equals first. docs/rules.md shows it and is checked against it. R20 (words of risk)
/// needs text that the product does not have.
/// </summary>
public static class StallRules
{
    private const Exemptions Anything = Exemptions.FirmStepAhead | Exemptions.Nurture | Exemptions.Delay | Exemptions.Paperwork;
    private const Exemptions Agreed = Exemptions.FirmStepAhead | Exemptions.Nurture | Exemptions.Delay;

    private static readonly Entry[] Table =
    [
        new(SilenceRules.NextStepPassed, StallRule.NextStepPassed, StallUnit.WorkingDays, Agreed),
        new(MovementRules.CloseDatePassed, StallRule.CloseDatePassed, StallUnit.WorkingDays, Agreed),
        new(SilenceRules.Ghosted, StallRule.Ghosted, StallUnit.WorkingDays, Anything),
        new(SilenceRules.NoNextStep, StallRule.NoNextStep, StallUnit.WorkingDays, Anything),
        new(SubstanceRules.NoReason, StallRule.NoReason, StallUnit.Times, Agreed),
        new(MovementRules.CloseDatePushed, StallRule.CloseDatePushed, StallUnit.Times, Agreed),
        new(MovementRules.DelayExpired, StallRule.DelayExpired, StallUnit.WorkingDays, Exemptions.FirmStepAhead),
        new(MovementRules.NextStepPushed, StallRule.NextStepPushed, StallUnit.Times, Exemptions.Nurture | Exemptions.Delay),
        new(SubstanceRules.NoUrgency, StallRule.NoUrgency, StallUnit.Times, Agreed),
        new(SilenceRules.ProposalAlone, StallRule.ProposalAlone, StallUnit.Times, Anything),
        new(SilenceRules.NoActivity, StallRule.NoActivity, StallUnit.Days, Anything),
        new(MovementRules.StageAge, StallRule.StageAge, StallUnit.Days, Anything),
        new(MovementRules.NoMovement, StallRule.NoMovement, StallUnit.Days, Anything),
        new(SilenceRules.LosingMomentum, StallRule.LosingMomentum, StallUnit.Days, Anything),
        new(SilenceRules.Chasing, StallRule.Chasing, StallUnit.Ratio, Anything),
        new(SubstanceRules.Drifting, StallRule.Drifting, StallUnit.Times, Anything),
        new(SubstanceRules.NoDecisionMaker, StallRule.NoDecisionMaker, StallUnit.People, Agreed),
        new(SubstanceRules.SingleThreaded, StallRule.SingleThreaded, StallUnit.People, Agreed),
        new(SubstanceRules.MissingFields, StallRule.MissingFields, StallUnit.Fields, Exemptions.Nurture),
    ];

    private static readonly int[] Places = PlacesByRule();

    private delegate Verdict? Judge(in Situation deal);

    public static IReadOnlyList<StallRuleRow> All { get; } = [.. Table.Select(entry => new StallRuleRow(entry.Rule, entry.Unit, entry.HeldBackBy))];

    public static string IdOf(StallRule rule) => $"R{(int)rule}";

    public static StallUnit UnitOf(StallRule rule) => Table[Places[(int)rule]].Unit;

    public static Exemptions HeldBackBy(StallRule rule) => Table[Places[(int)rule]].HeldBackBy;

    /// <summary>The worst first; among equals in the order of the table.</summary>
    internal static int Compare(Verdict one, Verdict other) => one.Severity != other.Severity
        ? other.Severity.CompareTo(one.Severity)
        : Places[(int)one.Rule].CompareTo(Places[(int)other.Rule]);

    internal static void Apply(in Situation deal, List<Verdict> broken)
    {
        foreach (var entry in Table)
        {
            if (!deal.Settings.IsOff(entry.Rule) && entry.Judge(deal) is { } verdict)
                broken.Add(verdict);
        }
    }

    private static int[] PlacesByRule()
    {
        var places = new int[Table.Max(entry => (int)entry.Rule) + 1];
        foreach (var (place, entry) in Table.Index())
            places[(int)entry.Rule] = place;
        return places;
    }

    private sealed record Entry(Judge Judge, StallRule Rule, StallUnit Unit, Exemptions HeldBackBy);
}
