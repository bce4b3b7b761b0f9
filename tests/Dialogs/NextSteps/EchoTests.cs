using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

public class EchoTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("Dec 1 at 3pm", "Europe/Berlin", "Tue 1 Dec 2026, 15:00 CET, 9:00 for them in New York")]
    [InlineData("Dec 1, 3-4pm", "Europe/Berlin", "Tue 1 Dec 2026, 15:00–16:00 CET, 9:00 for them in New York")]
    [InlineData("Dec 1 at 9am", "Asia/Kolkata", "Tue 1 Dec 2026, 9:00 IST, Mon 30 Nov 2026, 22:30 for them in New York")]
    [InlineData("Dec 1 at 9am", "America/Toronto", "Tue 1 Dec 2026, 9:00 EST")]
    [InlineData("Dec 1 at 9am", "America/Sao_Paulo", "Tue 1 Dec 2026, 9:00 UTC-03:00, 7:00 for them in New York")]
    public void A_firm_step_is_said_back_with_zone_and_the_buyers_clock(string text, string zone, string echo) =>
        Assert.Equal(echo, Echo.Of(Say.Read(text, zone: zone), NewYork));

    [Fact]
    public void A_zone_said_in_the_text_is_said_back() =>
        Assert.Equal("Fri 6 Mar 2026, 17:00 EST, 14:00 for them in Los Angeles", Echo.Of(Say.Read("Friday 2pm PT")));

    [Theory]
    [InlineData("Friday", "Fri 6 Mar 2026")]
    [InlineData("next week", "Mon 9 Mar 2026 to Sun 15 Mar 2026")]
    [InlineData("last Friday", "That is over.")]
    [InlineData("Feb 30", "There is no such day.")]
    [InlineData("soon", "")]
    public void Other_kinds_are_said_back_in_a_sentence(string text, string echo) => Assert.Equal(echo, Echo.Of(Say.Read(text)));
}
