using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Where no next step is agreed, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class NoStepTalkTests
{
    [Fact]
    [Trait("row", "S001.4")]
    [Trait("row", "S001.6")]
    public Task Staying_in_touch_is_no_next_step() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we agreed to stay in touch
        Card: That has no day and time yet. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: I'll reach out some time
        Card: Still no day and time. If nothing is agreed, say "none" and it is noted that way. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better
              (CET)? Another time is fine too. [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: no idea
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step
        -- 1 day later
        """);

    [Fact]
    [Trait("row", "S001.4")]
    [Trait("row", "S001.8")]
    public Task Touching_base_in_the_new_year_is_narrowed() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we'll touch base in the new year
        Card: Nearly there: which day and time? Is Mon 4 Jan, 10:00 or Wed 6 Jan, 14:00 better
              (CET)? Another time is fine too. [Mon 4 Jan, 10:00] [Wed 6 Jan, 14:00]
        Rosa: Demo with Dana on 7 January at 11
        Card: Saved. Next step with Contoso renewal, firm: Thu 7 Jan 2027, 11:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 7 Jan 11:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task They_think_it_over() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: they want to think it over
        Card: That has no day and time yet. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: they will see
        Card: Still no day and time. If nothing is agreed, say "none" and it is noted that way. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better
              (CET)? Another time is fine too. [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: it is hard to say
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step
        """);

    [Fact]
    [Trait("row", "S001.1")]
    public Task A_rhythm_gets_its_first_date() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we agreed on a call every month
        Card: A rhythm is good. Let's fix the first date. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: Tuesday 15 December at 10
        Card: Saved. Next step with Contoso renewal, firm: Tue 15 Dec 2026, 10:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Tue 15 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.5")]
    public Task What_happens_next_is_to_be_asked() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: I don't know
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- 1 minute later
        Now:  Contoso renewal Saved, with no firm next step yet Why Job sheets get lost every week, so drivers go twice Urgency High It
              stays on your list. To ask them: "What happens next, who does it, and when?" Once you agree a day and a time, just tell me.
              [Change]
        Rosa: prep Contoso
        Card: Contoso renewal No appointment is set, so ask for one. Why Job sheets get lost every week, so drivers go twice Urgency High At
              the end What happens next, who does it, and on which day and at what time?
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task A_firm_step_later_the_same_day() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: none
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- 20 minutes later
        Rosa: Demo with Dana Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);
}
