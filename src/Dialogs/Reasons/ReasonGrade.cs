using FollowUpBot.Deals;

namespace FollowUpBot.Dialogs.Reasons;

/// <summary>A reason, graded.</summary>
/// <param name="Driver">Set for <see cref="ReasonQuality.Buyer"/> and <see cref="ReasonQuality.Strong"/>.</param>
/// <param name="Why">The words that decided, as they were written; empty when the text has no words.</param>
public sealed record ReasonGrade(ReasonQuality Quality, ReasonDriver? Driver, string Why)
{
    /// <summary>What a gate may act on: a reason of the buyer's.</summary>
    public bool IsUsable => Quality >= ReasonQuality.Buyer;
}
