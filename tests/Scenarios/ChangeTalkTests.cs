using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>An answer that changes, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class ChangeTalkTests
{
    [Fact]
    [Trait("row", "S001.14")]
    [Trait("row", "S003.6")]
    public Task A_moved_date_is_changed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: change the date to Wednesday at 10
        Card: Saved. Next step with Contoso renewal, firm: Wed 2 Dec 2026, 10:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Wed 2 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Moved_by_name() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: move Contoso to Monday at 2pm
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 14:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S000.6")]
    public Task The_reason_is_changed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: change the reason to the controller retypes every invoice by hand
        Card: Saved. Their reason is now "the controller retypes every invoice by hand". The next step stays Fri 4 Dec 2026, 15:00
              CET. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the controller retypes every invoice by hand
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Edit_brings_the_form_back() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: edit Contoso
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ‹High: it hurts now, or a date is close› ▾
              What drives it? ____ (Their audit on 15 April) Next step, with day and time: ‹Demo with Dana, Fri 4 Dec 2026, 15:00› [Save]
              [Cancel]
        -- press "Save" nextStep=Demo, Monday at 4
        Card: Contoso renewal Saved: a firm next step When Mon 7 Dec 2026, 16:00 CET What Demo Why Job sheets get lost every week, so
              drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Edit_of_a_deal_that_is_not_known() => PlayAsync(
        """
        Rosa: edit Wingtip
        Bot:  I have no answers of yours about "Wingtip". Say "my deals" to see the names, or "log meeting with Wingtip today".
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Undo_takes_it_back() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: undo
        Bot:  Taken back. What is the next step with Contoso renewal, with a day and a time? To change the rest, use its card.
        Rosa: Monday at 4
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 16:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Undo_has_an_end() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: undo
        Bot:  Taken back. What is the next step with Contoso renewal, with a day and a time? To change the rest, use its card.
        Rosa: undo
        Bot:  There is nothing to take back. Say "my deals" to see your deals.
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Back_one_question() => PlayAsync(
        """
        -- told why
        Rosa: low
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: back
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Back_when_all_is_answered() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: back
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        """);

    [Theory]
    [InlineData("Actually make it Monday at 2")]
    [InlineData("the demo is on Monday at 2 instead")]
    [InlineData("sorry, it moved to Monday at 2")]
    [Trait("row", "S001.14")]
    public Task Moved_in_plain_words(string said) => PlayAsync(
        $"""
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: {said}
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 14:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Undo_takes_back_the_answer_just_given() => PlayAsync(
        """
        -- told why
        Rosa: undo
        Bot:  Contoso renewal: why do they want it, in their own words? If you don't know yet, say "don't know".
        Rosa: undo
        Bot:  There is nothing to take back. Say "my deals" to see your deals.
        -- told why
        -- told how urgent
        -- told the next step
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Back_where_the_card_alone_has_asked() => PlayAsync(
        """
        Rosa: back
        Bot:  Contoso renewal: why do they want it, in their own words? If you don't know yet, say "don't know".
        -- told why
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task A_change_is_left_off() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: edit Contoso
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ‹High: it hurts now, or a date is close› ▾
              What drives it? ____ (Their audit on 15 April) Next step, with day and time: ‹Demo with Dana, Fri 4 Dec 2026, 15:00› [Save]
              [Cancel]
        -- press "Cancel"
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week, so
              drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        Rosa: undo
        Bot:  Taken back. What is the next step with Contoso renewal, with a day and a time? To change the rest, use its card.
        -- deal Contoso renewal: no step | unknown
        """);
}
