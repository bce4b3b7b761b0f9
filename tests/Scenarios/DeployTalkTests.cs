using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A deploy in the middle of a conversation. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class DeployTalkTests
{
    [Fact]
    [Trait("row", "FM39")]
    public Task A_restart_in_the_middle() => PlayAsync(
        """
        -- told why
        -- restart
        -- told how urgent
        -- restart
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "FM39")]
    [Trait("row", "S001.9")]
    public Task A_restart_with_slots_on_offer() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: early next week
        Card: Nearly there: which day and time? Is Mon 7 Dec, 10:00 or Tue 8 Dec, 14:00 better
              (CET)? Another time is fine too. [Mon 7 Dec, 10:00] [Tue 8 Dec, 14:00]
        -- restart
        Rosa: the second
        Card: Saved. Next step with Contoso renewal, firm: Tue 8 Dec 2026, 14:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Tue 8 Dec 14:00
        """);

    [Fact]
    [Trait("row", "FM39")]
    [Trait("row", "S000.7")]
    public Task A_restart_after_whose_reason_is_that() => PlayAsync(
        """
        Rosa: they loved our demo
        Bot:  Contoso renewal: "loved our demo" is good to hear, and it is about us. Whose reason is that? What changes for Dana if they
              have it? If it has not come up, say "don't know".
        -- restart
        Rosa: the controller spends two days a month on reports
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        """);

    [Fact]
    [Trait("row", "FM39")]
    [Trait("row", "C4")]
    public Task A_restart_while_the_end_of_a_pause_is_asked_for() => PlayAsync(
        """
        -- told why
        Rosa: later
        Bot:  Until when? For example: "snooze until tomorrow 9:00" or "snooze until Monday". A bare day is enough.
        -- restart
        Rosa: Thursday
        Bot:  I'll ask again Thu 3 Dec 2026, 09:00 CET.
        -- at 3 Dec 09:05
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ____ (Choose one) ▾ What drives it? ____
              (Their audit on 15 April) Next step, with day and time: ____ (Demo with Dana, Tuesday at 3) [Save] [Later… ▾] [Not a sales meeting]
        """);

    [Fact]
    [Trait("row", "FM39")]
    [Trait("row", "S001.14")]
    public Task A_restart_before_each_answer() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        -- restart
        Rosa: not yet, the board meets first
        Bot:  Fine, no answer yet. When do you talk again with Contoso renewal? A day and a time keep it alive; if there is none, say
              "none".
        -- restart
        Rosa: Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET with Dana. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);

    [Fact]
    [Trait("row", "C8")]
    [Trait("row", "FM39")]
    public Task A_restart_between_which_and_the_number() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  Which deal is this about? 1. Contoso renewal 2. Fabrikam pilot Reply with its number or name.
        -- restart
        Rosa: 2
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Bot:  Fabrikam pilot: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Fabrikam pilot, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Fabrikam pilot: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);
}
