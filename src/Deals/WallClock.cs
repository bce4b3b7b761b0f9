using NodaTime;
using NodaTime.TimeZones;

namespace FollowUpBot.Deals;

/// <summary>How wall-clock times become instants everywhere in the product (docs/architecture.md).</summary>
public static class WallClock
{
    /// <summary>A gap shifts forward by its length; an overlap takes the first pass.</summary>
    public static ZoneLocalMappingResolver Resolver { get; } =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => zone.ResolveLocal(day + time, Resolver).ToInstant();
}
