using FollowUpBot.Deals;

namespace FollowUpBot.Dialogs;

/// <summary>What stands on the card before an appointment.</summary>
public static class PrepWords
{
    public const string NoStep = "No appointment is set, so ask for one.";

    public const string OnlyTheTime = "Only the time was said";

    public static string When(NextStep step) => $"{Spoken.Moment(step.Zoned)}{(step.With is { } who ? $" with {who}" : "")}";

    /// <param name="buyer">A first name; null when nobody is known.</param>
    public static string NoReason(string? buyer) => $"Not known yet. Ask early: \"{Say.Discovery(buyer)}\"";

    /// <summary>What the notification says.</summary>
    public static string Summary(string deal, NextStep? step) =>
        step is null ? $"{deal}: what you know, and what to ask for" : $"{deal}, {Spoken.ShortMoment(step.Zoned)}: what you know, and what to ask for";
}
