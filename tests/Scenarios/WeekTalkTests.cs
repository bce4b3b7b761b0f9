using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Days and weeks between question and answer, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class WeekTalkTests
{
    [Fact]
    [Trait("row", "S001.6")]
    public Task A_week_before_the_first_answer() => PlayAsync(
        """
        -- 7 days later
        Card: {still open}
        Card: {still open}
        Card: {still open}
        -- told why
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 11 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 11 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task A_week_before_the_last_answer() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- 7 days later
        Card: {step still open}
        Card: {step still open}
        Card: {step still open}
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 11 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 11 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Three_weeks_without_an_answer_and_the_lists_grow_rare() => PlayAsync(
        """
        -- at 2 Dec 08:59
        -- at 2 Dec 09:05
        Card: {still open}
        -- at 4 Dec 08:59
        -- at 4 Dec 09:05
        Card: {still open}
        -- at 8 Dec 08:59
        -- at 8 Dec 09:05
        Card: {still open}
        -- at 15 Dec 08:59
        -- at 15 Dec 09:05
        Card: {still open}
        -- at 22 Dec 08:59
        -- at 22 Dec 09:05
        Card: {still open}
        """);

    [Fact]
    [Trait("row", "C7")]
    public Task An_answer_on_a_card_of_last_week() => PlayAsync(
        """
        -- 7 days later
        Card: {still open}
        Card: {still open}
        Card: {still open}
        -- press "Save" on the first card reason=Job sheets get lost every week, so drivers go twice; urgency=High; nextStep=Demo with Dana,
              Friday at 3
        Card: Contoso renewal Saved: a firm next step When Fri 11 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every
              week, so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 11 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C7")]
    public Task An_answer_from_the_mornings_list() => PlayAsync(
        """
        -- told why
        -- at 2 Dec 09:05
        Card: {urgency still open}
        -- press "Answer: Contoso renewal"
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ____ (Choose one) ▾ What drives it? ____
              (Their audit on 15 April) Next step, with day and time: ____ (Demo with Dana, Tuesday at 3) [Save] [Later… ▾] [Not a sales meeting]
        -- press "Save" urgency=High; nextStep=Demo with Dana, Friday at 3
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C7")]
    public Task An_old_form_after_the_words_changes_nothing() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- press "Save" on the card as it came reason=more sales; urgency=Low; nextStep=none
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C7")]
    public Task An_old_card_is_changed_a_week_after_the_words() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- 7 days later
        Card: How did Friday's demo with Dana go? Contoso renewal. One tap is enough, or tell me in your own words. [Yes, it happened]
              [No answer yet] [They said no] [It moved] [No-show] [Cancelled]
        -- press "Change" on the first card
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ‹High: it hurts now, or a date is close› ▾
              What drives it? ____ (Their audit on 15 April) Next step, with day and time: ‹Demo with Dana, Fri 4 Dec 2026, 15:00› [Save]
              [Cancel]
        -- press "Save" nextStep=Demo, Monday at 4
        Card: Contoso renewal Saved: a firm next step When Mon 14 Dec 2026, 16:00 CET What Demo Why Job sheets get lost every week, so
              drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Mon 14 Dec 16:00
        """);

    [Fact]
    [Trait("row", "C8")]
    [Trait("row", "S001.6")]
    public Task Cancelled_and_taken_up_by_name_a_day_later() => PlayAsync(
        """
        -- told why
        Rosa: cancel
        Bot:  All right, I stop here; what you answered is kept, and the card stays in this chat. To be left alone for a while, say "snooze
              until tomorrow 9:00".
        -- 1 day later
        Card: {urgency still open}
        Rosa: Contoso: high
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);
}
