using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>How urgent it is to the buyer, as far as the rep knows.</summary>
public enum UrgencyLevel
{
    Unknown,
    Low,
    Medium,
    High,
}

/// <param name="Driver">What drives it, in words; null when nobody said.</param>
public sealed record Urgency(UrgencyLevel Level, string? Driver);

/// <summary>A firm appointment: a day and a clock time on the wall of a zone. The instant is computed when it is needed, so a changed zone rule moves it.</summary>
/// <param name="What">What happens, in the rep's words; null when only the time was said.</param>
/// <param name="ZoneId">An IANA zone id.</param>
public sealed record NextStep(string? What, LocalDateTime Local, string ZoneId)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];

    /// <summary>A wall time that a clock change skips moves on by the gap; one that comes twice is its first occurrence.</summary>
    public ZonedDateTime Zoned => Zone.ResolveLocal(Local, WallClock.Resolver);

    public Instant At => Zoned.ToInstant();
}

/// <summary>The three answers after a meeting.</summary>
/// <param name="Reason">Why the buyer wants it, verbatim; null means asked and not known.</param>
/// <param name="NextStep">Null when there is no firm step yet.</param>
public sealed record FollowUp(string? Reason, Urgency Urgency, NextStep? NextStep, RepId CapturedBy, Instant CapturedAt);
