using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>Where two readings are plausible the other one is given too, for a one-tap switch.</summary>
public class OtherReadingTests
{
    [Theory]
    [InlineData("3/12 at 4", "en-US", "2026-12-03T16:00")]
    [InlineData("3/12 at 4", "en-GB", "2026-03-12T16:00")]
    [InlineData("next Thursday at 3", "en-US", "2026-03-05T15:00")]
    [InlineData("Wednesday at 3", "en-US", "2026-03-04T15:00")] // today's weekday
    public void The_other_reading_is_given(string text, string locale, string other) =>
        Assert.Equal(other, Say.Wall(Say.Read(text, locale: locale).Other!.Start!.Value));

    [Theory]
    [InlineData("Tuesday at 3")]
    [InlineData("3/13 at 4")]
    [InlineData("3/3/2027 at 4")]
    [InlineData("next Tuesday at 3")] // said on a Wednesday there is only one
    [InlineData("Wednesday at 9am")] // today's is over
    public void Where_only_one_is_plausible_there_is_no_other(string text) => Assert.Null(Say.Read(text).Other);

    [Fact]
    public void An_hour_that_comes_twice_is_the_first_one_and_offers_the_second()
    {
        var reading = Say.Read("Nov 1 at 1:30am", now: "2026-10-29T11:00");
        Assert.Equal(Offset.FromHours(-4), reading.Start!.Value.Offset);
        Assert.Equal(Offset.FromHours(-5), reading.Other!.Start!.Value.Offset);
    }

    [Fact]
    public void Several_appointments_are_named_as_candidates()
    {
        var reading = Say.Read("Tuesday or Wednesday at 3");
        Assert.Equal(["2026-03-10T15:00", "2026-03-11T15:00"], reading.Candidates.Select(Say.Wall));
        Assert.Equal(["2026-03-09T14:00", "2026-03-09T15:00"], Say.Read("Monday at 2 or 3").Candidates.Select(Say.Wall));
    }

    [Fact]
    public void Their_time_is_the_buyers_zone_when_it_is_known()
    {
        var context = Say.At(Say.Now, "Europe/Berlin") with { BuyerZone = DateTimeZoneProviders.Tzdb["America/New_York"] };
        Assert.Equal("2026-03-10T20:00", Say.Wall(NextStepReader.Read("Tuesday 3pm their time", context).Start!.Value));
    }
}
