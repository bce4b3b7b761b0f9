using FollowUpBot.Bot.Digests;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Mail;

public sealed class WeeklyMomentTests
{
    /// <summary>02:30 on the Sunday of a clock change: a gap shifts it by its length, an overlap takes the first pass.</summary>
    [Theory]
    [Trait("row", "FM29")]
    [InlineData("America/New_York", "2026-03-08", "2026-03-08T03:30:00-04")]
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T02:30:00-05")] // the hour from 1 to 2 comes twice: 02:30 once
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T03:30:00+02")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T02:30:00+02")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-04T02:30:00+11")] // a gap of half an hour, from 2 to 2:30
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-05T02:30:00+10:30")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T02:30:00-03")] // the gap is at midnight
    public void At_half_past_two_on_the_day_of_a_clock_change_it_comes_once_and_by_the_rule(string zoneId, string day, string expected)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var midnight = zone.AtStartOfDay(LocalDatePattern.Iso.Parse(day).Value).ToInstant();

        var moment = WeeklyMoment.Next(midnight - Duration.FromHours(1), IsoDayOfWeek.Sunday, new LocalTime(2, 30), zone);

        Assert.Equal(expected, OffsetDateTimePattern.GeneralIso.Format(moment.InZone(zone).ToOffsetDateTime()));
        var next = WeeklyMoment.Next(moment, IsoDayOfWeek.Sunday, new LocalTime(2, 30), zone);
        Assert.InRange(next - moment, Duration.FromHours(167), Duration.FromHours(169));
    }
}
