using FollowUpBot.Bot.People;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Bot.People;

public sealed class HolidayTableTests
{
    private static readonly HolidayTable BuiltIn = HolidayFile.Read(new HolidayOptions()).Table;

    [Fact]
    public void The_built_in_file_has_seven_countries_and_no_mistake()
    {
        Assert.Empty(HolidayFile.Read(new HolidayOptions()).Mistakes);
        Assert.Equal(["AU", "CH", "DE", "GB", "IE", "IN", "US"], BuiltIn.Regions.Where(region => region.Length == 2));
    }

    [Theory]
    [InlineData("US", "2026-11-26")] // Thanksgiving
    [InlineData("US", "2026-07-03")] // the 4th is a Saturday
    [InlineData("US", "2027-12-31")] // New Year's Day 2028 is a Saturday
    [InlineData("GB", "2026-12-28")] // Boxing Day is a Saturday
    [InlineData("GB", "2027-12-27")] // Christmas Day is a Saturday, Boxing Day a Sunday
    [InlineData("GB", "2027-12-28")]
    [InlineData("GB", "2026-04-06")] // Easter Monday
    [InlineData("IE", "2026-02-02")] // St Brigid's Day: the first Monday
    [InlineData("IE", "2030-02-01")] // or 1 February when that is a Friday
    [InlineData("DE", "2026-05-14")] // Ascension Day
    [InlineData("DE-BY", "2026-06-04")] // Corpus Christi
    [InlineData("DE-BY", "2026-05-25")] // a region has the country's, too
    [InlineData("DE-XX", "2026-10-03")] // one that is not known has the country's
    [InlineData("CH", "2026-08-01")]
    [InlineData("CH-GE", "2026-09-10")] // Thursday after the first Sunday of September
    [InlineData("AU", "2027-04-25")] // Anzac Day is not moved
    [InlineData("AU-VIC", "2026-11-03")] // Melbourne Cup
    [InlineData("IN", "2027-08-15")]
    public void A_holiday_is_known(string region, string day) => Assert.Contains(Day(day), BuiltIn.Of(region));

    [Theory]
    [InlineData("DE", "2026-06-04")] // a region's own
    [InlineData("US", "2026-12-26")]
    [InlineData("FR", "2026-12-25")] // nobody has told of it
    [InlineData(null, "2026-12-25")]
    public void A_day_is_no_holiday(string? region, string day) => Assert.DoesNotContain(Day(day), BuiltIn.Of(region));

    [Theory]
    [InlineData("DE 2026-12-25 Christmas", "line 2: is not a country, a date and a name")]
    [InlineData("DE, 2026-02-30, Nonsense", "line 2: '2026-02-30' is no date")]
    [InlineData("DE, 25.12.2026, Christmas", "line 2: '25.12.2026' is no date")]
    [InlineData("Germany, 2026-12-25, Christmas", "line 2: 'Germany' is no country such as DE")]
    [InlineData("DE, 2026-12-25,", "line 2: is not a country, a date and a name")]
    public void What_is_wrong_is_named_with_its_line(string line, string says) =>
        Assert.StartsWith(says, Assert.Single(HolidayTable.Read($"# ours\n{line}\n\nDE, *-12-24, Christmas Eve, off").Mistakes), StringComparison.Ordinal);

    [Fact]
    public void A_line_may_count_for_every_year_and_a_name_may_have_commas()
    {
        var table = HolidayTable.Read("DE, *-12-24, Christmas Eve, off\r\n").Table;

        Assert.Contains(new LocalDate(2031, 12, 24), table.Of("DE"));
        Assert.Equal("Christmas Eve, off", table.NameOf("DE-BY", new LocalDate(2026, 12, 24)));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
