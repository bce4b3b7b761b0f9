using NodaTime;
using NodaTime.TimeZones;

namespace FollowUpBot.Deals;

/// <summary>How wall-clock times become instants everywhere in the product (docs/architecture.md).</summary>
public static class WallClock
{
    /// <summary>A gap shifts forward by its length; an overlap takes the first pass.</summary>
    public static ZoneLocalMappingResolver Resolver { get; } =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => At(day + time, zone);

    /// <summary>Where the offset is the same a day before and after, no clock change is near, and nothing need be resolved: verdicts ask often.</summary>
    public static Instant At(LocalDateTime local, DateTimeZone zone)
    {
        var asUtc = local.InUtc().ToInstant();
        var offset = zone.GetUtcOffset(asUtc - Duration.FromHours(36));
        return offset == zone.GetUtcOffset(asUtc + Duration.FromHours(36))
            ? local.WithOffset(offset).ToInstant()
            : zone.ResolveLocal(local, Resolver).ToInstant();
    }
}
