using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>The next step, firm or vague, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class StepTalkTests
{
    [Fact]
    [Trait("row", "S001.8")]
    [Trait("row", "S001.9")]
    public Task End_of_the_week_is_climbed_to_a_slot() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: demo end of next week
        Card: Nearly there: which day and time? Is Thu 10 Dec, 10:00 or Fri 11 Dec, 14:00 better
              (CET)? Another time is fine too. [Thu 10 Dec, 10:00] [Fri 11 Dec, 14:00]
        Rosa: the first
        Card: Saved. Next step with Contoso renewal, firm: Thu 10 Dec 2026, 10:00 CET, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 10 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Three_or_four() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Demo with Dana, Friday at 3 or 4
        Card: Nearly there: which day and time? Is Fri 4 Dec, 15:00 or Fri 4 Dec, 16:00 better
              (CET)? Another time is fine too. [Fri 4 Dec, 15:00] [Fri 4 Dec, 16:00]
        Rosa: the second
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 16:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Friday_or_Monday_and_one_word_decides() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Demo Friday at 3 or Monday at 4
        Card: Nearly there: which day and time? Is Fri 4 Dec, 15:00 or Mon 7 Dec, 16:00 better
              (CET)? Another time is fine too. [Fri 4 Dec, 15:00] [Mon 7 Dec, 16:00]
        Rosa: Monday
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 16:00 CET, a demo. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task A_promise_comes_before_the_appointment() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: I'll send the proposal by tomorrow afternoon, then review it with Dana on Thursday at 11
        Card: Saved. Next step with Contoso renewal, firm: I'll send the proposal by tomorrow afternoon, then review it with Dana, Thu 3 Dec
              2026, 11:00 CET. Say "undo" to take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 11:00
        Rosa: prep Contoso
        Card: Contoso renewal Thu 3 Dec 2026, 11:00 CET with Dana Promised I'll send the proposal by tomorrow afternoon, then review it with
              Dana Why Job sheets get lost every week, so drivers go twice Urgency High At the end What happens next, who does it, and on
              which day and at what time?
        """);

    [Fact]
    [Trait("row", "S001.7")]
    public Task Their_part_comes_before_it_too() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Dana asks her board, decision call Thursday at 4
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 16:00 CET with Dana, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Thu 3 Dec 2026, 16:00 CET What Dana asks her board, decision call Why Job sheets
              get lost every week, so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S001.1")]
    public Task A_day_off_is_named() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Demo with Dana on Sunday at 3
        Card: Saved. Next step with Contoso renewal, firm: Sun 6 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back. Sun 6 Dec is
              no working day of yours; if it is not meant, say "change the date to" and another day. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Sun 6 Dec 15:00
        """);
}
