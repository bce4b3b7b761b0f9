using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Settings;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.Settings;

public sealed class SettingCommandTests
{
    private static readonly WorkingCalendar Berlin = WorkingCalendar.Usual(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly Instant Tuesday = new LocalDateTime(2026, 12, 1, 10, 0).InZoneStrictly(Berlin.Zone).ToInstant();

    [Theory]
    [InlineData("my hours are 8 to 5", "08:00-17:00", "")]
    [InlineData("My working hours are 8:30 – 16:45.", "08:30-16:45", "")]
    [InlineData("I work from 9am to 5.30pm", "09:00-17:30", "")]
    [InlineData("hours 7-15", "07:00-15:00", "")]
    [InlineData("quiet hours 18:00 to 8:00", "08:00-18:00", "")]
    [InlineData("my quiet hours are 6pm to 8am", "08:00-18:00", "")]
    [InlineData("I work Monday to Thursday", "-", "1234")]
    [InlineData("I work Mon, Tue and Thu", "-", "124")]
    [InlineData("my working days are Sun-Thu", "-", "12347")]
    [InlineData("I work Monday to Thursday, 8 to 4", "08:00-16:00", "1234")]
    [InlineData("I work weekdays 10 to 6", "10:00-18:00", "12345")]
    public void Hours_and_days_are_read_from_a_sentence(string text, string hours, string days)
    {
        var said = Assert.IsType<SettingCommand.Hours>(SettingCommand.Parse(text)).Said;

        Assert.Equal(hours, $"{said.From?.ToString("HH:mm", null)}-{said.To?.ToString("HH:mm", null)}");
        Assert.Equal(days, string.Concat((said.Days ?? []).Select(day => (int)day)));
    }

    [Theory]
    [InlineData("I work on getting the CFO on board")]
    [InlineData("They work Monday to Thursday")]
    [InlineData("the demo works")]
    [InlineData("my hours are short")]
    [InlineData("off to a good start")]
    [InlineData("stop using spreadsheets before April")]
    [InlineData("they paused the project until May")]
    [InlineData("Thursday at 3")]
    [InlineData("I'm off the opinion that they need it")]
    [InlineData("why Contoso")]
    public void What_is_no_setting_stays_an_answer(string text) => Assert.Null(SettingCommand.Parse(text));

    [Theory]
    [InlineData("pause", null)]
    [InlineData("pause until Thursday", "Thursday")]
    [InlineData("pause for two weeks", "for two weeks")]
    [InlineData("I'm off until 5 January", "5 January")]
    [InlineData("I am on vacation until 4 Jan", "4 Jan")]
    [InlineData("out of office until Monday", "Monday")]
    [InlineData("I'm back on Monday", "on Monday")]
    [InlineData("I'm off", null)]
    public void A_pause_is_heard_with_its_end_or_without(string text, string? until) =>
        Assert.Equal(until, Assert.IsType<SettingCommand.Pause>(SettingCommand.Parse(text)).Until);

    [Theory]
    [InlineData("mute this deal", null, null)]
    [InlineData("mute Contoso until Thursday", "Contoso", "Thursday")]
    [InlineData("mute until Monday", null, "Monday")]
    [InlineData("mute Contoso renewal for a week", "Contoso renewal", "for a week")]
    public void A_mute_names_its_deal_and_end(string text, string? deal, string? until) =>
        Assert.Equal(new SettingCommand.Mute(deal, until), SettingCommand.Parse(text));

    [Theory]
    [InlineData("Thursday", "2026-12-03T09:00")]
    [InlineData("5 January", "2027-01-05T09:00")]
    [InlineData("tomorrow 11:00", "2026-12-02T11:00")]
    [InlineData("for two weeks", "2026-12-15T09:00")]
    [InlineData("for 2 days", "2026-12-03T09:00")]
    [InlineData("for an hour", "2026-12-01T11:00")]
    [InlineData("next week", "2026-12-07T09:00")]
    [InlineData("Saturday", "2026-12-07T09:00")]
    [InlineData("on Monday", "2026-12-07T09:00")]
    [InlineData("today", "2026-12-02T09:00")]
    public void The_end_of_a_pause_is_a_moment_in_working_hours(string words, string local) => Assert.Equal(
        local, UntilReader.Read(words, Berlin, "en-GB", Tuesday)?.InZone(Berlin.Zone).LocalDateTime.ToString("uuuu-MM-ddTHH:mm", null));

    [Theory]
    [InlineData("whenever")]
    [InlineData("I feel better")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void What_names_no_day_ahead_is_no_end(string words) => Assert.Null(UntilReader.Read(words, Berlin, "en-GB", Tuesday));

    [Theory]
    [InlineData("London", "Europe/London")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Tokyo time", "Asia/Tokyo")]
    [InlineData("Atlantis", null)]
    public void A_zone_is_known_by_its_city(string words, string? id) => Assert.Equal(id, PlaceNames.ZoneId(words));

    [Theory]
    [InlineData("Germany", "DE")]
    [InlineData("de", "DE")]
    [InlineData("the United States", "US")]
    [InlineData("Atlantis", null)]
    public void A_country_is_known_by_name_or_letters(string words, string? code) => Assert.Equal(code, PlaceNames.Country(words));
}
