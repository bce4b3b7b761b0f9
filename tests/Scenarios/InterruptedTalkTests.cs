using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What happens between question and answer: other questions, days, a deploy. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class InterruptedTalkTests
{
    [Fact]
    [Trait("row", "S001.6")]
    public Task Back_one_question() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: low
        Bot:  …
        Rosa: back
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Back_at_the_first_question() => PlayAsync(
        """
        Rosa: back
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Help_in_the_middle() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: help
        Card: …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task My_deals_in_the_middle() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: my deals
        Card: …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.1")]
    [Trait("row", "S003.1")]
    public Task Check_a_mail_in_the_middle() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: check Hi Dana, just checking in, any update on your side?
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Cancel_and_come_back() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: cancel
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Later_is_asked_for_its_end_and_a_bare_day_answers() => PlayAsync(
        """
        Rosa: later
        Bot:  …
        Rosa: tomorrow
        Bot:  …
        -- at 2 Dec 09:05
        Card: …
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Snooze_until_a_day() => PlayAsync(
        """
        Rosa: snooze until Thursday
        Bot:  …
        -- at 3 Dec 09:05
        Card: …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task A_pause_in_the_middle_keeps_the_question() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: pause until Monday
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "FM39")]
    public Task A_restart_in_the_middle() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        -- restart
        Rosa: high
        Bot:  …
        -- restart
        Rosa: Friday at 3
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "FM39")]
    [Trait("row", "S001.9")]
    public Task A_restart_with_slots_on_offer() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: early next week
        Card: …
        -- restart
        Rosa: the second
        Bot:  …
        """);

    [Fact]
    [Trait("row", "C7")]
    public Task An_old_card_after_the_words() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        -- 7 days later
        -- press "Change" on the first card
        -- press "Save" nextStep=Demo, Monday at 4
        -- deal Contoso renewal: Mon 14 Dec 16:00
        """);

    [Fact]
    [Trait("row", "C13")]
    public Task Too_long_to_keep() => PlayAsync(
        """
        Rosa: they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it they want it 
        Bot:  …
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Nothing_is_waiting_any_more() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: great
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Thanks_is_not_an_answer() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: thanks
        Bot:  …
        """);
}
