using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Two deals at once, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class TwoDealsTalkTests
{
    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "C8")]
    public Task Two_deals_and_a_name_before_the_answer() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Fabrikam: Job sheets get lost every week, so drivers go twice
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Bot:  Fabrikam pilot: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Fabrikam pilot, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Fabrikam pilot: Fri 4 Dec 15:00
        Rosa: they want out of spreadsheets
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Two_deals_and_which_is_asked() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  Which deal is this about? 1. Contoso renewal 2. Fabrikam pilot Reply with its number or name.
        Rosa: the Fabrikam one
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Bot:  Fabrikam pilot: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Fabrikam pilot, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Fabrikam pilot: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Two_deals_by_number() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  Which deal is this about? 1. Contoso renewal 2. Fabrikam pilot Reply with its number or name.
        Rosa: 1
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_switch_in_the_middle() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Contoso: Job sheets get lost every week, so drivers go twice
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: Fabrikam: their lease ends in May and the depot moves
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: Contoso: high
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task Only_a_name_turns_to_it() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Fabrikam
        Bot:  Fabrikam pilot: why do they want it, in their own words? If you don't know yet, say "don't know".
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_name_in_passing_changes_nothing() => PlayAsync(
        """
        -- told why
        -- meeting Fabrikam pilot
        -- 36 minutes later
        Card: Fabrikam pilot Video meeting with Lars Holm (workshop manager), Tue 1 Dec, 09:30 CET {questions about Lars}
        Rosa: high, they compare us with Fabrikam
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task An_unclear_choice_is_asked_again() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  Which deal is this about? 1. Contoso renewal 2. Fabrikam pilot Reply with its number or name.
        Rosa: the other one
        Bot:  I could not tell which one. Say 1 for Contoso renewal or 2 for Fabrikam pilot.
        Rosa: 2
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        """);

    [Fact]
    [Trait("row", "C8")]
    public Task A_card_waits_until_the_answer_is_done() => PlayAsync(
        """
        -- told why
        -- meeting Fabrikam pilot
        -- 29 minutes later
        -- told how urgent
        -- 3 minutes later
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 6 minutes later
        Card: Fabrikam pilot Video meeting with Lars Holm (workshop manager), Tue 1 Dec, 09:30 CET {questions about Lars}
        """);

    [Fact]
    [Trait("row", "C8")]
    [Trait("row", "S001.14")]
    public Task Undo_is_about_the_one_saved_last() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked about Fabrikam, too
        Rosa: undo
        Bot:  Taken back. What is the next step with Contoso renewal, with a day and a time? To change the rest, use its card.
        """);

    [Fact]
    [Trait("row", "C8")]
    [Trait("row", "S001.14")]
    public Task Each_moves_by_its_name() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked about Fabrikam, too
        Rosa: Fabrikam: the depot moves in May and the fitters count parts by hand, urgent, Visit with Lars Monday at 10
        Card: Saved. Next step with Fabrikam pilot, firm: Visit with Lars, Mon 7 Dec 2026, 10:00 CET. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        Rosa: move Contoso to Monday at 2pm
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 14:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 14:00
        -- deal Fabrikam pilot: Mon 7 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task All_three_of_the_second_deal_at_once() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Fabrikam: their lease ends in May and the depot moves, very urgent. Visit with Lars Monday at 10
        Card: Saved. Next step with Fabrikam pilot, firm: Visit with Lars, Mon 7 Dec 2026, 10:00 CET. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Fabrikam pilot: Mon 7 Dec 10:00 | their lease ends in May and the depot moves
        """);
}
