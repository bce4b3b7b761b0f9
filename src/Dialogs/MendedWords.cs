using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What became of a stalled deal, in one line for everybody in the channel: who and when, and nothing that anybody wrote.</summary>
public static class MendedWords
{
    public const string Mended = "Mended";

    /// <summary>One word for the row.</summary>
    public static string Label(Judgement judgement) => judgement switch
    {
        { Deal.IsOpen: false } => "Closed",
        _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) => Mended,
        _ when judgement.Exempt.HasFlag(Exemptions.Delay) => "Delayed",
        _ when judgement.Exempt.HasFlag(Exemptions.Nurture) => "Nurture",
        _ when judgement.Exempt.HasFlag(Exemptions.Mute) => "Muted",
        _ => Mended,
    };

    /// <param name="by">Who did it; null when they are not known here.</param>
    /// <param name="zone">The channel's.</param>
    public static string How(Judgement judgement, string? by, DateTimeZone zone)
    {
        var (deal, who) = (judgement.Deal, by is null ? "" : $" by {by}");
        var until = judgement.ExemptUntil is { } end ? end.InZone(zone) : (ZonedDateTime?)null;
        return deal switch
        {
            { Facts.Status: DealStatus.Won } => "Closed in the CRM: won",
            { Facts.Status: not DealStatus.Open } => "Closed in the CRM",
            { State.Phase: DealPhase.Won } => $"Closed as won{who}",
            { State.Phase: DealPhase.Lost } => $"Closed as lost{who}",
            _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) && until is { } step => $"Mended{who}: firm, {Spoken.ShortMoment(step)}",
            { State: { Phase: DealPhase.Delayed, Until: { } day } } when judgement.Exempt.HasFlag(Exemptions.Delay) => $"Delayed until {Spoken.Day(day)}{who}",
            { State: { Phase: DealPhase.Nurture } state } when judgement.Exempt.HasFlag(Exemptions.Nurture) =>
                $"In nurture{(state.Until is { } day ? $" until {Spoken.Day(day)}" : "")}{who}",
            _ when judgement.Exempt.HasFlag(Exemptions.Mute) && until is { } day => $"Muted until {Spoken.Day(day.Date)}{who}",
            _ => "Mended: nothing is open any more",
        };
    }

    /// <summary>"3 were mended before this card, 1 was settled since it came."; null when none was.</summary>
    public static string? Count(int before, int since) => (before, since) switch
    {
        (0, 0) => null,
        (_, 0) => $"{Were(before)} mended before this card.",
        (0, _) => $"{Were(since)} settled since this card came.",
        _ => $"{Were(before)} mended before this card, {Were(since)} settled since it came.",
    };

    private static string Were(int count) => count == 1 ? "1 was" : $"{count} were";

    public static string Waiting(int count) => count == 1
        ? "1 more is news to its rep, who has a day to mend it first."
        : $"{count} more are news to their reps, who have a day to mend them first.";
}
