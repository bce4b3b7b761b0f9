namespace FollowUpBot.Deals;

/// <summary>Whose word the urgency is.</summary>
public enum UrgencySource
{
    /// <summary>A bare word.</summary>
    Unknown,

    /// <summary>The buyer says it, or the date is a fact of theirs.</summary>
    Buyer,

    /// <summary>The rep's own feeling.</summary>
    Guess,
}
