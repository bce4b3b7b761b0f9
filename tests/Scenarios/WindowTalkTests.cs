using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>An answer that is read together with what was said and offered before it. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class WindowTalkTests
{
    [Fact]
    [Trait("row", "S001.9")]
    public Task A_time_alone_belongs_to_the_day_before_it() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: demo on Thursday
        Card: Nearly there: which day and time? Is Thu 3 Dec, 10:00 or Thu 3 Dec, 14:00 better (CET)? Another time is fine too.
              [Thu 3 Dec, 10:00] [Thu 3 Dec, 14:00]
        Rosa: at 4
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 16:00 CET, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task A_weekday_that_fits_two_weeks_is_asked_about() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: end of next week
        Card: Nearly there: which day and time? Is Thu 10 Dec, 10:00 or Fri 11 Dec, 14:00 better (CET)? Another time is fine too.
              [Thu 10 Dec, 10:00] [Fri 11 Dec, 14:00]
        Rosa: neither, Wednesday at 9
        Card: That still leaves the day or the time open. Is Wed 2 Dec, 09:00 or Wed 9 Dec, 09:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 09:00] [Wed 9 Dec, 09:00]
        Rosa: the later one
        Card: Saved. Next step with Contoso renewal, firm: Wed 9 Dec 2026, 09:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Wed 9 Dec 09:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task A_weekday_of_the_week_that_was_said() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: demo with Dana next week
        Card: Nearly there: which day and time? Is Mon 7 Dec, 10:00 or Wed 9 Dec, 14:00 better (CET)? Another time is fine too.
              [Mon 7 Dec, 10:00] [Wed 9 Dec, 14:00]
        -- restart
        Rosa: Thursday at 9
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 09:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 09:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task An_hour_that_fits_two_days_is_asked_about_in_the_same_window() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: early next week
        Card: Nearly there: which day and time? Is Mon 7 Dec, 10:00 or Tue 8 Dec, 14:00 better (CET)? Another time is fine too.
              [Mon 7 Dec, 10:00] [Tue 8 Dec, 14:00]
        Rosa: 3
        Card: That still leaves the day or the time open. Is Mon 7 Dec, 15:00 or Tue 8 Dec, 15:00 better (CET)? Another time is fine too.
              [Mon 7 Dec, 15:00] [Tue 8 Dec, 15:00]
        Rosa: the later one
        Card: Saved. Next step with Contoso renewal, firm: Tue 8 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Tue 8 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Four_is_on_offer() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Demo with Dana, Friday at 3 or 4
        Card: Nearly there: which day and time? Is Fri 4 Dec, 15:00 or Fri 4 Dec, 16:00 better (CET)? Another time is fine too.
              [Fri 4 Dec, 15:00] [Fri 4 Dec, 16:00]
        Rosa: 4 is better
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 16:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 16:00
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 16:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Two_is_the_hour_of_one_and_the_number_of_the_other() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Demo with Dana, Friday at 2 or 3
        Card: Nearly there: which day and time? Is Fri 4 Dec, 14:00 or Fri 4 Dec, 15:00 better (CET)? Another time is fine too.
              [Fri 4 Dec, 14:00] [Fri 4 Dec, 15:00]
        Rosa: 2
        Card: Still no day and time. If nothing is agreed, say "none" and it is noted that way. Is Fri 4 Dec, 14:00 or Fri 4 Dec, 15:00 better
              (CET)? Another time is fine too. [Fri 4 Dec, 14:00] [Fri 4 Dec, 15:00]
        Rosa: at 2
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 14:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task The_same_window_three_times_is_no_step_yet() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: I call her next week
        Card: Nearly there: which day and time? Is Mon 7 Dec, 10:00 or Wed 9 Dec, 14:00 better (CET)? Another time is fine too.
              [Mon 7 Dec, 10:00] [Wed 9 Dec, 14:00]
        Rosa: some time next week
        Card: That still leaves the day or the time open. Is Mon 7 Dec, 10:00 or Wed 9 Dec, 14:00 better (CET)? Another time is fine too.
              [Mon 7 Dec, 10:00] [Wed 9 Dec, 14:00]
        Rosa: next week
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Every_Tuesday_at_ten_begins_on_one() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: weekly call every Tuesday at 10
        Card: A rhythm is good. Let's fix the first date. Is Tue 8 Dec, 10:00 or Tue 15 Dec, 10:00 better (CET)? Another time is fine too.
              [Tue 8 Dec, 10:00] [Tue 15 Dec, 10:00]
        Rosa: the first
        Card: Saved. Next step with Contoso renewal, firm: Tue 8 Dec 2026, 10:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Tue 8 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Every_other_Thursday_begins_on_one() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: every other Thursday
        Card: A rhythm is good. Let's fix the first date. Is Thu 3 Dec, 10:00 or Thu 3 Dec, 14:00 better (CET)? Another time is fine too.
              [Thu 3 Dec, 10:00] [Thu 3 Dec, 14:00]
        Rosa: every two weeks
        Card: A rhythm is good. Let's fix the first date. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task What_is_quoted_is_never_a_step() => PlayAsync(
        """
        Rosa: Dana said "I wake up at 2 am over the audit"
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: high
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Dana said "call me Friday at 10 or never"
        Card: That has no day and time yet. Is Wed 2 Dec, 10:00 or Fri 4 Dec, 14:00 better (CET)? Another time is fine too.
              [Wed 2 Dec, 10:00] [Fri 4 Dec, 14:00]
        Rosa: "Demo with Dana, Wednesday at 3"
        Card: Saved. Next step with Contoso renewal, firm: Wed 2 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Wed 2 Dec 15:00 | Dana said "I wake up at 2 am over the audit"
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Nothing_is_left_over_of_two_times() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Friday at 3 or Monday at 4
        Card: Nearly there: which day and time? Is Fri 4 Dec, 15:00 or Mon 7 Dec, 16:00 better (CET)? Another time is fine too.
              [Fri 4 Dec, 15:00] [Mon 7 Dec, 16:00]
        -- press "Mon 7 Dec, 16:00"
        Card: Contoso renewal Saved: a firm next step When Mon 7 Dec 2026, 16:00 CET Why Job sheets get lost every week, so drivers go twice
              Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Nothing_is_left_over_of_a_period() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we'll touch base in the new year
        Card: Nearly there: which day and time? Is Mon 4 Jan, 10:00 or Wed 6 Jan, 14:00 better (CET)? Another time is fine too.
              [Mon 4 Jan, 10:00] [Wed 6 Jan, 14:00]
        Rosa: the first
        Card: Saved. Next step with Contoso renewal, firm: we'll touch base, Mon 4 Jan 2027, 10:00 CET. Say "undo" to take it back. "touch
              base" tells them nothing they would come for. How about: Go through "Job sheets get lost every week"? Say "reword" to take it.
              [New Teams meeting ↗] [Draft a follow-up]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task What_is_due_stays_with_its_date() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice. They need it before their audit on 15 April. Demo with Dana, Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET What Demo with Dana Why Job sheets get lost every week,
              so drivers go twice Urgency Medium: before their audit on 15 April [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task Going_through_it_is_no_stretch_of_days() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: I send the quote tomorrow and we go through it on Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET, the proposal. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task Who_is_only_shown_it_is_not_there() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: I send the quote tomorrow, she shows it to Lars, and we decide together on Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task Somebodys_manager_is_not_that_somebody() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Peer call with Fabrikam's plant manager, Thursday at 1
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 13:00 CET with Fabrikam's plant manager, a meeting among peers.
              Say "undo" to take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 13:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Tuesdays_at_ten_begin_on_one_too() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we talk on Tuesdays at 10
        Card: A rhythm is good. Let's fix the first date. Is Tue 8 Dec, 10:00 or Tue 15 Dec, 10:00 better (CET)? Another time is fine too.
              [Tue 8 Dec, 10:00] [Tue 15 Dec, 10:00]
        """);
}
