using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What became of a stalled deal, in one line for everybody in the channel: who and when, and nothing that anybody wrote.</summary>
public static class MendedWords
{
    public static string Mended => MendedText.LabelMended;

    /// <summary>One word for the row.</summary>
    public static string Label(Judgement judgement) => judgement switch
    {
        { Deal.IsOpen: false } => MendedText.LabelClosed,
        _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) => Mended,
        _ when judgement.Exempt.HasFlag(Exemptions.Delay) => MendedText.LabelDelayed,
        _ when judgement.Exempt.HasFlag(Exemptions.Nurture) => MendedText.LabelNurture,
        _ when judgement.Exempt.HasFlag(Exemptions.Mute) => MendedText.LabelMuted,
        _ => Mended,
    };

    /// <param name="by">Who did it; null when they are not known here.</param>
    /// <param name="zone">The channel's.</param>
    public static string How(Judgement judgement, string? by, DateTimeZone zone)
    {
        var deal = judgement.Deal;
        var until = judgement.ExemptUntil is { } end ? end.InZone(zone) : (ZonedDateTime?)null;
        return deal switch
        {
            { Facts.Status: DealStatus.Won } => MendedText.WonInCrm,
            { Facts.Status: not DealStatus.Open } => MendedText.ClosedInCrm,
            { State.Phase: DealPhase.Won } => by is null ? MendedText.Won : MendedText.WonBy.With(by),
            { State.Phase: DealPhase.Lost } => by is null ? MendedText.Lost : MendedText.LostBy.With(by),
            _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) && until is { } step =>
                (by is null ? MendedText.Firm : MendedText.FirmBy).With(Spoken.ShortMoment(step), by),
            { State: { Phase: DealPhase.Delayed, Until: { } day } } when judgement.Exempt.HasFlag(Exemptions.Delay) =>
                (by is null ? MendedText.Delayed : MendedText.DelayedBy).With(Spoken.Day(day), by),
            { State: { Phase: DealPhase.Nurture, Until: { } day } } when judgement.Exempt.HasFlag(Exemptions.Nurture) =>
                (by is null ? MendedText.NurtureUntil : MendedText.NurtureUntilBy).With(Spoken.Day(day), by),
            { State.Phase: DealPhase.Nurture } when judgement.Exempt.HasFlag(Exemptions.Nurture) =>
                by is null ? MendedText.Nurture : MendedText.NurtureBy.With(by),
            _ when judgement.Exempt.HasFlag(Exemptions.Mute) && until is { } day =>
                (by is null ? MendedText.Muted : MendedText.MutedBy).With(Spoken.Day(day.Date), by),
            _ => MendedText.NothingOpen,
        };
    }

    /// <summary>"3 were mended before this card, 1 was settled since it came."; null when none was.</summary>
    public static string? Count(int before, int since) => (before, since) switch
    {
        (0, 0) => null,
        (1, 0) => MendedText.OneBefore,
        (_, 0) => MendedText.Before.With(before),
        (0, 1) => MendedText.OneSince,
        (0, _) => MendedText.Since.With(since),
        (1, 1) => MendedText.OneBeforeOneSince,
        (1, _) => MendedText.OneBeforeSomeSince.With(since),
        (_, 1) => MendedText.SomeBeforeOneSince.With(before),
        _ => MendedText.SomeBeforeSomeSince.With(before, since),
    };

    public static string Waiting(int count) => count == 1 ? MendedText.OneWaiting : MendedText.Waiting.With(count);
}
