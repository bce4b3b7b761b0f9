using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Several deals at once, meetings logged in words, and quiet for one of them. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class TwoDealsTalkTests
{
    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "C8")]
    public Task Two_deals_and_a_name_before_the_answer() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Fabrikam: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: they want out of spreadsheets
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Two_deals_and_which_is_asked() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: the Fabrikam one
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        -- deal Fabrikam pilot: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Two_deals_by_number() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: 1
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_switch_in_the_middle() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Contoso: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: Fabrikam: their lease ends in May and the depot moves
        Bot:  …
        Rosa: Contoso: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Only_a_name_turns_to_it() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Fabrikam
        Bot:  …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_name_in_passing_changes_nothing() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        -- meeting Fabrikam pilot
        -- 36 minutes later
        Card: …
        Rosa: high, they compare us with Fabrikam
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task An_unclear_choice_is_asked_again() => PlayAsync(
        """
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: the other one
        Bot:  …
        Rosa: 2
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_card_waits_until_the_answer_is_done() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        -- meeting Fabrikam pilot
        -- 29 minutes later
        Rosa: high
        Bot:  …
        -- 3 minutes later
        Rosa: Friday at 3
        Bot:  …
        -- 6 minutes later
        Card: …
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task A_meeting_logged_in_words() => PlayAsync(
        """
        Rosa: log meeting with Contoso today
        Bot:  …
        -- 1 minute later
        Card: …
        Rosa: my deals
        Card: …
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task A_call_logged_in_words() => PlayAsync(
        """
        Rosa: log a call with Contoso yesterday
        Bot:  …
        -- 1 minute later
        Card: …
        """);

    [Fact]
    [Trait("row", "C15")]
    public Task A_new_deal_logged_in_words() => PlayAsync(
        """
        Rosa: log meeting with Relecloud today
        Card: …
        -- press "Add it and log the meeting"
        -- 1 minute later
        Card: …
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Quiet_for_one_deal_of_two() => PlayAsync(
        """
        Rosa: mute Contoso until Thursday
        Bot:  …
        -- meeting Fabrikam pilot
        -- 31 minutes later
        Card: …
        Rosa: why no reminder
        Bot:  …
        Rosa: unmute Contoso
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Stop_and_start() => PlayAsync(
        """
        Rosa: stop
        Bot:  …
        -- meeting Fabrikam pilot
        -- 40 minutes later
        Rosa: my deals
        Card: …
        Rosa: start
        Bot:  …
        -- 1 minute later
        Card: …
        """);

    [Fact]
    [Trait("row", "C2")]
    public Task Settings_in_words() => PlayAsync(
        """
        Rosa: my hours are 8 to 5
        Bot:  …
        Rosa: I work Monday to Thursday
        Bot:  …
        Rosa: my time zone is New York
        Bot:  …
        Rosa: my country is Germany
        Bot:  …
        Rosa: I don't work Fridays
        Bot:  …
        """);
}
