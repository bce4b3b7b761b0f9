using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Deals;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")] // half an hour
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Apia")] // skipped a day
    [InlineData("Etc/UTC")]
    public void A_wall_time_is_the_instant_that_the_resolver_gives_near_clock_changes_too(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        for (var local = new LocalDateTime(2011, 12, 20, 0, 15); local.Year < 2013; local = local.PlusMinutes(30))
            Assert.Equal(zone.ResolveLocal(local, WallClock.Resolver).ToInstant(), WallClock.At(local, zone));
    }
}
