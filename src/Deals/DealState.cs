using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>Where a deal stands with the buyer.</summary>
public enum DealPhase
{
    Open,

    /// <summary>Not now: looked at again at intervals, or when something named happens.</summary>
    Nurture,

    /// <summary>The buyer has a reason to wait, and a day on which it is over.</summary>
    Delayed,
    Won,
    Lost,
}

/// <summary>Why a buyer legitimately waits.</summary>
public enum DelayKind
{
    OtherPriority,
    Absence,
    Restructuring,
    Budget,
    Legal,
    Procurement,
}

/// <summary>A deal's state since a moment, who set it and on what evidence.</summary>
public sealed record DealState(DealPhase Phase, Instant Since, RepId By, string Evidence)
{
    /// <summary>Delayed: the day on which the buyer is asked again. Nurture: the day on which the deal is open again; null until the trigger is heard of.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Only when delayed.</summary>
    public DelayKind? Delay { get; init; }

    /// <summary>How many delays of the same kind in a row, this one included; 0 when not delayed.</summary>
    public int DelaysInARow { get; init; }

    /// <summary>It did not count after all; before that moment it did.</summary>
    public Instant? TakenBackAt { get; init; }

    /// <summary>Only in nurture: days between two looks at it.</summary>
    public int? EveryDays { get; init; }

    /// <summary>Only in nurture: what would bring the buyer back, in words.</summary>
    public string? Trigger { get; init; }

    public static DealState OpenSince(Instant since, RepId by) => new(DealPhase.Open, since, by, "");
}
