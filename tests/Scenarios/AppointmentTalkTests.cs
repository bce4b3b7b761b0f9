using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Before and after an appointment, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class AppointmentTalkTests
{
    [Fact]
    [Trait("row", "S001.13")]
    public Task Half_an_hour_before() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- at 4 Dec 14:31
        Card: Contoso renewal Fri 4 Dec 2026, 15:00 CET with Dana Promised Demo with Dana Why Job sheets get lost every week, so drivers go
              twice Urgency High At the end Which part of this would you use first, and what has to be true before you can?
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task It_took_place_and_the_next_step_is_asked_for() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        -- press "Yes, it happened"
        Card: Contoso renewal Good to hear. What comes next with Contoso renewal, on which day and at what time? If nothing is agreed, say "none".
              Next step, with day and time: ____ (Demo with Dana, Tuesday at 3) [Save] [Later… ▾]
        Rosa: Decision call with Dana, Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET with Dana, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    [Trait("row", "S003.6")]
    public Task Not_yet_needs_a_new_day() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        Rosa: not yet, the board meets first
        Bot:  Fine, no answer yet. When do you talk again with Contoso renewal? A day and a time keep it alive; if there is none, say
              "none".
        Rosa: Decision call with Dana, Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET with Dana, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Nobody_came_and_nothing_is_agreed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        Rosa: nobody came
        Bot:  A pity, and it says nothing about you. Which day and time will you offer Contoso renewal instead? If none yet, say "none".
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task They_said_no() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        Rosa: they said no, too expensive
        Bot:  Noted for Contoso renewal: they said no, too expensive. Thank them for being clear, and close it in your CRM. If it comes back
              to life, log a
              meeting with it.
        """);

    [Fact]
    [Trait("row", "S001.14")]
    [Trait("row", "S003.6")]
    public Task It_moved_and_it_is_told_a_week_late() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        -- at 11 Dec 10:00
        Rosa: it moved to Monday at 2pm
        Card: Saved. Next step with Contoso renewal, firm: Mon 14 Dec 2026, 14:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 14 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task How_it_went_and_what_comes_next_in_one_breath() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        Rosa: went well, next is a decision call with Dana on Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET with Dana, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task How_it_went_before_it_is_asked() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- at 4 Dec 14:31
        Card: Contoso renewal Fri 4 Dec 2026, 15:00 CET with Dana Promised Demo with Dana Why Job sheets get lost every week, so drivers go
              twice Urgency High At the end Which part of this would you use first, and what has to be true before you can?
        -- at 4 Dec 15:45
        Rosa: yes, they said yes
        Bot:  Good to hear. What comes next with Contoso renewal, on which day and at what time? If nothing is agreed, say "none".
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- at 4 Dec 17:30
        -- deal Contoso renewal: no step
        """);

    [Fact]
    public Task Before_the_appointment_there_is_nothing_to_tell() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: yes, they said yes
        Bot:  Nothing is waiting for an answer. Say "my deals" to see your deals, or "log meeting with Contoso today" to tell me of one.
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S003.5")]
    public Task No_answer_yet_and_a_day_keep_the_people() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        -- asked how it went
        Rosa: not yet
        Bot:  Fine, no answer yet. When do you talk again with Contoso renewal? A day and a time keep it alive; if there is none, say "none".
        Rosa: Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET with Dana. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);
}
