using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>The stall rules in force; numbers and thresholds are explained in docs/rules.md.</summary>
public enum StallRule
{
    /// <summary>R1: no firm next step after a meeting.</summary>
    NoNextStep,

    /// <summary>R2: the next step has passed and nobody said how it went.</summary>
    NextStepPassed,

    /// <summary>R3: nothing has happened for days and no firm step lies ahead.</summary>
    NoActivity,
}

public enum Severity
{
    Amber,
    Red,
}

/// <summary>One rule broken by one deal.</summary>
/// <param name="Since">When the deal began to break the rule.</param>
public sealed record Verdict(StallRule Rule, Severity Severity, Instant Since);

/// <summary>A deal with what is wrong with it, the worst first.</summary>
public sealed record StalledDeal(Deal Deal, IReadOnlyList<Verdict> Verdicts)
{
    public Verdict Worst => Verdicts[0];
}

/// <summary>Thresholds; every number can be set (docs/rules.md).</summary>
public sealed record StallSettings
{
    /// <summary>R1: working days after the meeting until amber.</summary>
    public int NoNextStepAmberWorkingDays { get; init; } = 1;

    /// <summary>R1: working days after the meeting until red.</summary>
    public int NoNextStepRedWorkingDays { get; init; } = 3;

    /// <summary>R3: calendar days without activity until amber; twice as many until red. Halved from the proposal on.</summary>
    public int QuietDays { get; init; } = 21;

    /// <summary>R3: words that name a stage from the proposal on.</summary>
    public IReadOnlyList<string> LateStageWords { get; init; } = ["proposal", "quote", "negotiation", "contract", "verbal", "closing"];

    public Duration QuietIn(string? stage) =>
        Duration.FromDays(stage is not null && LateStageWords.Any(word => stage.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? QuietDays / 2.0
            : QuietDays);
}
