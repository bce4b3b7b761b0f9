using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Meetings logged in words, quiet and settings, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class OwnWordsTalkTests
{
    [Fact]
    [Trait("row", "C15")]
    public Task A_meeting_logged_in_words() => PlayAsync(
        """
        Rosa: log meeting with Contoso today
        Bot:  Logged. Here come three short questions about Contoso renewal.
        -- 1 minute later
        Card: Contoso renewal Meeting, Tue 1 Dec, 09:30 CET {questions about nobody}
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task A_call_logged_in_words() => PlayAsync(
        """
        Rosa: log a call with Contoso yesterday
        Bot:  Logged. Here come three short questions about Contoso renewal.
        -- 1 minute later
        Card: Contoso renewal Call, Mon 30 Nov, 09:30 CET {questions about nobody}
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task A_new_deal_logged_in_words() => PlayAsync(
        """
        Rosa: log meeting with Relecloud today
        Card: I know no open deal of yours called "Relecloud". Shall I add a deal with exactly this name? [Add it and log the meeting]
        -- press "Add it and log the meeting"
        Card: Logged. Here come three short questions about Relecloud.
        -- 1 minute later
        Card: Relecloud Meeting, Tue 1 Dec, 09:30 CET {questions about nobody}
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task Not_a_sales_meeting() => PlayAsync(
        """
        -- press "Not a sales meeting"
        Card: Contoso renewal Noted: not a sales meeting. I won't ask about it again. [Undo]
        -- 7 days later
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Quiet_for_one_deal_of_two() => PlayAsync(
        """
        Rosa: mute Contoso until Thursday
        Bot:  I won't ask about Contoso renewal until Thu 3 Dec 2026, 09:00 CET. It stays in "my deals"; say "unmute Contoso renewal" to
              hear of it sooner.
        -- asked about Fabrikam, too
        Rosa: why no reminder
        Bot:  Nothing was held back in the last days: whatever was due has been sent. Say "my deals" to see what is open.
        Rosa: unmute Contoso
        Bot:  I ask about Contoso renewal again.
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Stop_and_start() => PlayAsync(
        """
        Rosa: stop
        Bot:  No more messages from me until you say "start". One follow-up stays open in "my deals", to answer whenever you like.
        -- meeting Fabrikam pilot
        -- 40 minutes later
        Rosa: my deals
        Card: Your 2 open deals [Answer: Contoso renewal] [Answer: Fabrikam pilot] Contoso renewal No firm next step Fabrikam pilot No firm
              next step
        Rosa: start
        Bot:  Welcome back. I write again from now on; what waited comes one after the other, in your working hours.
        -- 1 minute later
        Card: Fabrikam pilot Video meeting with Lars Holm (workshop manager), Tue 1 Dec, 09:30 CET {questions about Lars}
        """);

    [Fact]
    [Trait("row", "C2")]
    public Task Settings_in_words() => PlayAsync(
        """
        Rosa: my hours are 8 to 5
        Bot:  Noted: Monday to Friday, 08:00 to 17:00, Europe/Berlin. I only write in these hours; say "settings" to change the rest.
        Rosa: I work Monday to Thursday
        Bot:  Noted: Monday to Thursday, 08:00 to 17:00, Europe/Berlin. I only write in these hours; say "settings" to change the rest.
        Rosa: my time zone is New York
        Bot:  Noted: New York, where it is Tue 1 Dec, 04:00 now. All times I name are yours.
        Rosa: my country is Germany
        Bot:  I count the public holidays of Germany for you; the next is Christmas Day, Fri 25 Dec 2026. On such a day I do not ask you anything,
              and no deal grows older. Say "holidays DE" for another country, or "holidays none".
        Rosa: I don't work Fridays
        Bot:  Noted: Monday to Thursday, 08:00 to 17:00, America/New_York. I only write in these hours; say "settings" to change the rest.
        """);
}
