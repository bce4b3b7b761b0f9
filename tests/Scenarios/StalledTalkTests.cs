using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A deal that stands still, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class StalledTalkTests
{
    [Fact]
    [Trait("row", "S003.4")]
    public Task Two_weeks_without_a_step_is_stalled() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- 14 days later
        Rosa: why Contoso
        Bot:  Contoso renewal is stalled. No firm next step since Tue 1 Dec. That is 10 working days; the limit is 3. (R1) Worth
              knowing: The CRM has no close date yet. (R19) What would clear it: Agree a day and a time with the buyer.
        """);

    [Fact]
    [Trait("row", "S003.4")]
    public Task A_firm_step_keeps_it_from_being_stalled() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: why Contoso
        Bot:  Contoso renewal is not stalled: a firm step lies ahead, Fri 4 Dec, 15:00 CET. Worth knowing: The CRM has no close date
              yet. (R19)
        """);

    [Fact]
    [Trait("row", "S001.12")]
    public Task Months_later_it_is_stalled_and_not_closed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- 60 days later
        Rosa: why Contoso
        Bot:  Contoso renewal is stalled. No firm next step since Tue 1 Dec. That is 40 working days; the limit is 3. (R1) Nothing
              has happened since Tue 1 Dec. That is 60 days; the limit is 42. (R3) 60 days in this stage; the usual limit is 60
              days. (R5) Worth knowing: The CRM has no close date yet. (R19) What would clear it: Agree a day and a time with the
              buyer.
        Rosa: nurture Contoso until March
        Bot:  Contoso renewal is in nurture until Mon 1 Mar. It leaves the weekly card and comes back by itself. Say "undo" to take it back.
        """);

    [Fact]
    [Trait("row", "S001.12")]
    public Task Lost_is_said_and_taken_back() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        Rosa: close Contoso lost: price
        Bot:  Contoso renewal is closed as lost. Thank you for saying so. Close it in the CRM, too. Say "undo" to take it back.
        Rosa: undo
        Bot:  Taken back. Contoso renewal stands as it did before.
        """);

    [Fact]
    [Trait("row", "S003.4")]
    public Task A_delay_that_ends_counts_as_stalled_as_was_said() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        Rosa: delay Contoso until 15 January, their budget year
        Bot:  Contoso renewal is delayed until Fri 15 Jan: their budget. From then on it counts as stalled until there is a firm step. Say
              "undo" to take it back.
        Rosa: my deals
        Card: Your open deal Contoso renewal Delayed until Fri 15 Jan
        Rosa: why Contoso
        Bot:  Contoso renewal is not stalled: the buyer has asked to wait until Fri 15 Jan. Worth knowing: The CRM has no close date
              yet. (R19)
        -- at 18 Jan 12:00
        Rosa: why Contoso
        Bot:  Contoso renewal is stalled. The agreed delay ended on Fri 15 Jan. That is 1 working day; the limit is 1. (R17) Worth knowing:
              The CRM has no
              close date yet. (R19) What would clear it: Ask the buyer again: a firm step, or a new day with a new reason.
        Rosa: my deals
        Card: Your open deal Contoso renewal Delay ended Fri 15 Jan
        """);

    [Fact]
    [Trait("row", "S003.4")]
    public Task My_deals_shows_what_waits_on_purpose() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        Rosa: my deals
        Card: Your open deal Contoso renewal No firm next step
        Rosa: nurture Contoso until March
        Bot:  Contoso renewal is in nurture until Mon 1 Mar. It leaves the weekly card and comes back by itself. Say "undo" to take it back.
        Rosa: my deals
        Card: Your open deal Contoso renewal In nurture until Mon 1 Mar
        """);
}
