using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>What stands on the card before an appointment.</summary>
public static class PrepWords
{
    public static string NoStep => PrepText.NoStep;

    public static string OnlyTheTime => PrepText.OnlyTheTime;

    public static string When(NextStep step) =>
        step.With is { } who ? PrepText.WhenWith.With(Spoken.Moment(step.Zoned), Spoken.People(who)) : Spoken.Moment(step.Zoned);

    /// <param name="buyer">A first name; null when nobody is known.</param>
    public static string NoReason(string? buyer) => PrepText.NoReason.With(Say.Discovery(buyer));

    /// <summary>What the notification says.</summary>
    public static string Summary(string deal, NextStep? step) =>
        step is null ? PrepText.Summary.With(deal) : PrepText.SummaryAt.With(deal, Spoken.ShortMoment(step.Zoned));
}
