using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>Somebody wants to hear nothing of a deal for some days. It always has an end: what is never heard of again is closed, not muted.</summary>
/// <param name="Until">The day on which it is heard of again.</param>
public sealed record Mute(Instant Since, LocalDate Until, RepId By)
{
    public const int LongestDays = 30;

    /// <summary>When it was taken back; null when it runs to its day.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>After today, and at most <see cref="LongestDays"/> away.</summary>
    public static bool MayEnd(LocalDate until, LocalDate today) => until > today && until <= today.PlusDays(LongestDays);

    public bool IsKnown(Instant at) => Since <= at && !(EndedAt <= at);
}
