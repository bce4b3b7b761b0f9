using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>When a weekly card is due on a channel's wall clock.</summary>
public static class WeeklyMoment
{
    /// <summary>The first such moment that lies after <paramref name="after"/>.</summary>
    public static Instant Next(Instant after, IsoDayOfWeek day, LocalTime time, DateTimeZone zone)
    {
        var today = after.InZone(zone).Date;
        var candidate = WallClock.At(today.With(DateAdjusters.NextOrSame(day)), time, zone);
        return candidate > after ? candidate : WallClock.At(today.With(DateAdjusters.Next(day)), time, zone);
    }
}
