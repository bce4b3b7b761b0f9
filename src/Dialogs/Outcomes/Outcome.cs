namespace FollowUpBot.Dialogs.Outcomes;

/// <summary>What became of an appointment. The rules are in docs/talk.md.</summary>
public enum Outcome
{
    /// <summary>The rep does not know, was not there, or wrote something else.</summary>
    Unknown,

    /// <summary>It took place and the buyer said yes.</summary>
    HappenedYes,

    /// <summary>The buyer said no, chose another or stopped it for good.</summary>
    HappenedNo,

    /// <summary>It took place and nothing is decided.</summary>
    HappenedNotYet,

    /// <summary>Not held; another time is set or meant.</summary>
    Moved,

    /// <summary>The buyer was absent without calling it off.</summary>
    NoShow,

    /// <summary>Called off, and nothing new is set.</summary>
    Cancelled,
}

/// <summary>What was read.</summary>
/// <param name="Why">The words that decided, as they were written; empty when none did.</param>
/// <param name="IsPlain">False for what only leans one way: enough for an answer, not for a message that nobody asked for.</param>
public sealed record OutcomeReading(Outcome Outcome, string Why, bool IsPlain);
