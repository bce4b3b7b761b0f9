using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>How long documents are kept after their last change.</summary>
public static class Retention
{
    /// <summary>Deals, meetings, reminders, digests and the audit trail.</summary>
    public static readonly Duration History = Duration.FromDays(730);

    /// <summary>Who somebody is, after they removed the app.</summary>
    public static readonly Duration AfterRemoval = Duration.FromDays(30);

    /// <summary>Longer than Teams repeats a message.</summary>
    public static readonly Duration Repetition = Duration.FromDays(1);

    /// <summary>Longer than any sender retries (Standard Webhooks: about 75 hours).</summary>
    public static readonly Duration Delivery = Duration.FromDays(30);
}
