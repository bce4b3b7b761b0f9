using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>An appointment that was agreed before, and a later meeting that agrees none, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class KeptStepTalkTests
{
    [Fact]
    [Trait("row", "S001.1")]
    [Trait("row", "S001.14")]
    public Task None_after_a_later_meeting_leaves_the_appointment() => PlayAsync(
        """
        -- met again before the demo
        Rosa: the trucks wait for parts that nobody can find
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: none
        Card: Saved. The appointment with Contoso renewal still stands: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. If it is off, say
              "call off Contoso renewal". [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the trucks wait for parts that nobody can find
        -- at 4 Dec 14:40
        Card: Contoso renewal Fri 4 Dec 2026, 15:00 CET with Dana Promised Demo with Dana Why the trucks wait for parts that nobody can find
              Urgency High At the end Which part of this would you use first, and what has to be true before you can?
        -- at 4 Dec 16:05
        Card: How did Friday's demo with Dana go? Contoso renewal. One tap is enough, or tell me in your own words.
              [Yes, it happened] [No answer yet] [They said no] [It moved] [No-show] [Cancelled]
        """);

    [Fact]
    [Trait("row", "S001.1")]
    public Task Not_yet_leaves_it_and_so_does_saying_it_twice() => PlayAsync(
        """
        -- met again before the demo
        Rosa: the trucks wait for parts that nobody can find
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: low
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: not yet
        Card: Saved. The appointment with Contoso renewal still stands: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. If it is off, say
              "call off Contoso renewal". [New Teams meeting ↗] [Draft a follow-up]
        Rosa: back
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Lars, Tuesday at 3".
        Rosa: none
        Card: Saved. The appointment with Contoso renewal still stands: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. If it is off, say
              "call off Contoso renewal". [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        Rosa: change the reason to the fitters drive twice
        Card: Saved. Their reason is now "the fitters drive twice". The next step stays Fri 4 Dec 2026, 15:00 CET. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the fitters drive twice
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.1")]
    [Trait("row", "S001.14")]
    public Task None_on_the_card_pressed_twice_leaves_it() => PlayAsync(
        """
        -- met again before the demo
        -- press "Save" reason=the trucks wait for parts that nobody can find; urgency=High; nextStep=none
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why the trucks wait for parts that nobody
              can find Urgency High Agreed before, and it still stands. If it is off, say "call off Contoso renewal". [New Teams meeting ↗]
              [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the trucks wait for parts that nobody can find
        -- press "Save" on the last form as it came reason=the trucks wait for parts that nobody can find; urgency=High; nextStep=none
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why the trucks wait for parts that nobody
              can find Urgency High Agreed before, and it still stands. If it is off, say "call off Contoso renewal". [New Teams meeting ↗]
              [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        -- press "Change"
        Card: Contoso renewal Video meeting with Lars Holm (workshop manager), Wed 2 Dec, 10:30 CET Why do they want it, in their own words?
              ‹the trucks wait for parts that nobody can find› How urgent is it to them? ‹High: it hurts now, or a date is close› ▾
              What drives it? ____ (Their audit on 15 April) Next step, with day and time: ‹Demo with Dana, Fri 4 Dec 2026, 15:00› [Save]
              [Cancel]
        -- press "Save" nextStep=none
        Card: Contoso renewal Saved, with no firm next step yet Why the trucks wait for parts that nobody can find Urgency High It stays on
              your list. To ask them: "What happens next, who does it, and when?" Once you agree a day and a time, just tell me. [Change]
        -- deal Contoso renewal: no step
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task What_is_being_changed_on_the_card_stands_until_another_is_saved() => PlayAsync(
        """
        -- press "Save" reason=Job sheets get lost every week, so drivers go twice; urgency=High; nextStep=Demo with Dana, Friday at 3
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- press "Change"
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET Why do they want it, in their own words?
              ‹Job sheets get lost every week, so drivers go twice› How urgent is it to them? ‹High: it hurts now, or a date is close› ▾
              What drives it? ____ (Their audit on 15 April) Next step, with day and time: ‹Demo with Dana, Fri 4 Dec 2026, 15:00› [Save]
              [Cancel]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        -- press "Cancel"
        Card: Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        -- at 4 Dec 16:05
        Card: How did Friday's demo with Dana go? Contoso renewal. One tap is enough, or tell me in your own words. [Yes, it happened]
              [No answer yet] [They said no] [It moved] [No-show] [Cancelled]
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task What_is_off_is_called_off_in_words() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: the demo is off
        Bot:  Noted: the appointment with Contoso renewal is off. Once you agree a new day and time, just tell me: "Friday at 3". Say "undo" if
              it is on after all.
        -- deal Contoso renewal: no step
        Rosa: undo
        Bot:  Taken back. What is the next step with Contoso renewal, with a day and a time? To change the rest, use its card.
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task It_is_called_off_by_name_while_another_deal_waits() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked about Fabrikam, too
        Rosa: call off Contoso
        Bot:  Noted: the appointment with Contoso renewal is off. Once you agree a new day and time, just tell me: "Friday at 3". Say "undo" if
              it is on after all.
        -- deal Contoso renewal: no step
        Rosa: call off Contoso
        Bot:  No appointment with Contoso renewal lies ahead. Say "my deals" to see what does.
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task None_in_its_own_answer_takes_it_away() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: back
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step
        """);
}
