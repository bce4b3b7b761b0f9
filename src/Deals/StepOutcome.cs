using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>What became of a firm appointment, as its rep told.</summary>
public enum StepOutcome
{
    /// <summary>It took place, and the buyer said yes.</summary>
    Yes,

    /// <summary>It took place, and the buyer said no.</summary>
    No,

    /// <summary>It took place, and nothing is decided.</summary>
    NotYet,

    /// <summary>Not held; another time is set or meant.</summary>
    Moved,

    /// <summary>The buyer was absent without calling it off.</summary>
    NoShow,

    /// <summary>Called off, and nothing new is set.</summary>
    Cancelled,
}

/// <summary>An outcome that was told; counts until it was taken back.</summary>
/// <param name="StepAt">When the appointment was to begin.</param>
/// <param name="HeldAs">The id of the meeting that it stands for in the history; null when it was not held.</param>
public sealed record ToldOutcome(Instant StepAt, StepOutcome Outcome, Instant At, string? HeldAs, Instant? TakenBackAt);
