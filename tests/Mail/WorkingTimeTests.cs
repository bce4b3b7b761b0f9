using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Mail;

public sealed class WorkingTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-12-01T10:00", "2026-12-01T14:00")] // a Tuesday
    [InlineData("2026-12-01T16:30", "2026-12-02T12:00")] // one hour today, three tomorrow
    [InlineData("2026-12-04T17:30", "2026-12-07T13:00")] // Friday evening
    [InlineData("2026-12-05T12:00", "2026-12-07T13:00")] // Saturday
    [InlineData("2026-12-01T05:00", "2026-12-01T13:00")] // before work
    public void Four_working_hours_pass_only_at_work(string from, string to)
    {
        var calendar = WorkingCalendar.Usual(Berlin);
        Assert.Equal(At(to), calendar.PlusWorkingTime(At(from), Duration.FromHours(4)));
    }

    private static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Berlin).ToInstant();
}
