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
        Bot:  Saved. Contoso renewal has no firm next step yet. When you have agreed a day and a time, press Change on its card.
        -- 14 days later
        Rosa: why Contoso
        Bot:  Contoso renewal: is stalled. R1, stalled: No firm next step since the meeting on Tue 1 Dec. That is 10 working days; the limit
              is 3. R19, worth knowing: 1 field that a forecast needs is empty in the CRM. What would clear it: Agree a day and a time with
              the buyer.
        """);

    [Fact]
    [Trait("row", "S003.4")]
    public Task A_firm_step_keeps_it_from_being_stalled() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: why Contoso
        Bot:  Contoso renewal: is not stalled: a firm step lies ahead, Fri 4 Dec, 15:00 CET. R19, worth knowing: 1 field that a forecast
              needs is empty in the CRM.
        """);

    [Fact]
    [Trait("row", "S001.12")]
    public Task Months_later_it_is_stalled_and_not_closed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. When you have agreed a day and a time, press Change on its card.
        -- 60 days later
        Rosa: why Contoso
        Bot:  Contoso renewal: is stalled. R1, stalled: No firm next step since the meeting on Tue 1 Dec. That is 40 working days; the limit
              is 3. R3, stalled: Nothing has happened since Tue 1 Dec. That is 60 days; the limit is 42. R5, stalled: 60 days in this stage;
              the usual limit is 60 days. R19, worth knowing: 1 field that a forecast needs is empty in the CRM. What would clear it: Agree
              a day and a time with the buyer.
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
        Bot:  Saved. Contoso renewal has no firm next step yet. When you have agreed a day and a time, press Change on its card.
        Rosa: close Contoso lost: price
        Bot:  Contoso renewal is closed as lost. Thank you for saying so. Close it in the CRM, too. Say "undo" to take it back.
        Rosa: undo
        Bot:  Taken back. Contoso renewal stands as it did before.
        """);
}
