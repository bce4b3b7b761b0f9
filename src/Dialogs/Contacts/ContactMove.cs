namespace FollowUpBot.Dialogs.Contacts;

/// <summary>A move in a message to a buyer that is about us and not about them. The rules are in docs/talk.md.</summary>
public enum ContactMove
{
    /// <summary>Contact for its own sake: "just checking in".</summary>
    CheckIn,

    /// <summary>Asks the buyer for status, news or a decision, or whether someone has acted.</summary>
    StatusAsk,

    /// <summary>Our quarter, target or boss as the reason for the timing.</summary>
    SellerDeadline,

    /// <summary>An offer withdrawn unless they act, scarcity, a closed file.</summary>
    Pressure,

    /// <summary>Counts unanswered attempts, reproaches silence, reminds of our effort or their promise.</summary>
    Guilt,

    /// <summary>Awards, size, features and history of ours, and no reason of the buyer's.</summary>
    SelfTalk,
}

/// <summary>A move found.</summary>
/// <param name="Words">The words that show it, as they were written.</param>
public sealed record ContactFinding(ContactMove Move, string Words);
