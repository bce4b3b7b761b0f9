using System.Text;
using FollowUpBot.Bot.Appointments;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Appointments;

public sealed class CalendarFileTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 14, 35);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-31T15:00:00", "STANDARD 20251026T030000 +0200 +0100 CET", "DAYLIGHT 20260329T020000 +0100 +0200 CEST")]
    [InlineData("America/New_York", "2026-03-31T15:00:00", "STANDARD 20251102T020000 -0400 -0500 EST", "DAYLIGHT 20260308T020000 -0500 -0400 EDT")]
    [InlineData("Australia/Lord_Howe", "2026-03-31T15:00:00", "DAYLIGHT 20251005T020000 +1030 +1100 +11", "STANDARD 20260405T020000 +1100 +1030 +1030")]
    [InlineData("Asia/Kolkata", "2026-03-31T15:00:00", "STANDARD 19451015T000000 +0630 +0530 IST")]
    [InlineData("Etc/UTC", "2026-03-31T15:00:00", "STANDARD 19700101T000000 +0000 +0000 UTC")]
    [Trait("row", "S001.11")]
    public void The_zone_stands_in_the_file_with_its_real_clock_changes(string zone, string at, params string[] changes)
    {
        var file = new ReadCalendar(Write(zone, at));

        Assert.All(changes, change => Assert.Contains(change, file.Changes));
        Assert.Equal($"DTSTART;TZID={zone}", file.NameOf("DTSTART"));
        Assert.Equal(at.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal), file.ValueOf("DTSTART"));
        Assert.Equal("20260305T143500Z", file.ValueOf("DTSTAMP"));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Apia")]
    public void A_calendar_that_follows_the_zone_in_the_file_finds_the_same_moment_all_year(string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        foreach (var day in Enumerable.Range(0, 366))
        {
            var start = Now.Plus(Duration.FromDays(day)).InZone(tz);
            var file = new ReadCalendar(CalendarFile.Write(new CalendarEntry("id", 1, "Demo", start, start + Duration.FromMinutes(30)), Now));
            Assert.Equal(start.ToInstant(), file.StartByItsOwnZone());
        }
    }

    [Theory]
    [InlineData("Demo; with Dana, and \\ Kim", "Demo\\; with Dana\\, and \\\\ Kim")]
    [InlineData("Demo\r\nATTENDEE:mailto:evil@example.com", "Demo\\nATTENDEE:mailto:evil@example.com")]
    [InlineData("Demo\u0000\u0007 tab\tend", "Demo tabend")]
    public void What_people_wrote_cannot_break_out_of_its_line(string subject, string written)
    {
        var text = Write("Europe/Berlin", "2026-03-31T15:00:00", subject);

        Assert.Equal(written, new ReadCalendar(text).ValueOf("SUMMARY"));
        Assert.DoesNotContain("\nATTENDEE", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W")]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("👩‍👩‍👧‍👦")]
    public void No_line_is_longer_than_75_bytes_and_no_character_is_cut(string filling)
    {
        var subject = string.Concat(Enumerable.Repeat(filling, 200));
        var text = Write("Europe/Berlin", "2026-03-31T15:00:00", subject);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(subject, new ReadCalendar(text).ValueOf("SUMMARY"));
    }

    private static string Write(string zone, string at, string subject = "Demo with Dana")
    {
        var start = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(at).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]);
        return CalendarFile.Write(new CalendarEntry("abc", 3, subject, start, start + Duration.FromMinutes(30)), Now);
    }
}
