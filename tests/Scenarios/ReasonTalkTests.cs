using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Why they want it, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class ReasonTalkTests
{
    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "S001.11")]
    public Task Three_plain_answers_in_turn() => PlayAsync(
        """
        -- told why
        Rosa: high, their audit is on 15 April
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        -- told the next step
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High: their audit is on 15 April [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    [Trait("row", "S001.11")]
    public Task All_in_one_message() => PlayAsync(
        """
        Rosa: Drivers go twice because job sheets get lost, they need it before their audit on 15 April. Demo with Dana Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Drivers go twice because job sheets get lost
        """);

    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "S001.6")]
    public Task Two_answers_in_one_message_leave_one_question() => PlayAsync(
        """
        Rosa: Job sheets get lost every week. Demo with Dana Friday at 3
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week
        """);

    [Fact]
    [Trait("row", "S003.11")]
    [Trait("row", "S000.6")]
    public Task Who_else_wants_it() => PlayAsync(
        """
        Rosa: Lars in the workshop loses an hour a day looking for sheets
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Meeting with Lars and Dana, Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Lars and Dana, a meeting. Say "undo" to
              take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Lars in the workshop loses an hour a day looking for sheets
        """);

    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "S003.11")]
    public Task Each_with_an_own_reason() => PlayAsync(
        """
        Rosa: Marit in dispatch retypes 40 sheets every Friday, and Dana pays the overtime
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Demo with Marit and Dana, Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Marit and Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Marit in dispatch retypes 40 sheets every Friday, and Dana pays the overtime
        """);
}
