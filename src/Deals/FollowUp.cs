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

    public StepKind Kind { get; init; }

    /// <summary>Who comes from the buyer's side, as the rep named them; null when nobody was named.</summary>
    public string? With { get; init; }
}

/// <summary>The three answers after a meeting.</summary>
/// <param name="Reason">Why the buyer wants it, verbatim; null means asked and not known.</param>
/// <param name="NextStep">Null when there is no firm step yet.</param>
public sealed record FollowUp(string? Reason, Urgency Urgency, NextStep? NextStep, RepId CapturedBy, Instant CapturedAt)
{
    /// <summary>How good the reason is; null in answers from before reasons were graded.</summary>
    public ReasonQuality? Quality { get; init; }

    /// <summary>What moves the buyer; set with a reason of theirs.</summary>
    public ReasonDriver? Driver { get; init; }

    /// <summary>Whose word the urgency is; null when it was said without words.</summary>
    public UrgencySource? UrgencyFrom { get; init; }

    /// <summary>The buyer's own day, when it was said exactly.</summary>
    public LocalDate? NeededBy { get; init; }

    /// <summary>There is a reason of the buyer's. Where nobody graded it, any reason is taken for one.</summary>
    public bool HasBuyersReason => Quality is { } quality ? quality >= ReasonQuality.Buyer : Reason is not null;

    /// <summary>A firm date without a reason of the buyer's.</summary>
    public bool IsHope => NextStep is not null && !HasBuyersReason;
}
