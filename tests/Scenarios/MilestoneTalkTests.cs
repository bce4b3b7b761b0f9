using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What the next step is for, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class MilestoneTalkTests
{
    [Fact]
    [Trait("row", "S001.10")]
    [Trait("row", "S003.7")]
    public Task With_whom_and_what_for() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Decision call with Dana on Thursday at 11
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 11:00 CET with Dana, a decision. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 11:00
        """);

    [Fact]
    [Trait("row", "S001.10")]
    public Task What_the_board_decided_is_a_purpose() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: proposal review Thursday at 2, to hear what the board decided
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 14:00 CET, the proposal. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Thu 3 Dec 2026, 14:00 CET What proposal review to hear what the board decided Why
              Job sheets get lost every week, so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S003.3")]
    public Task What_they_give_for_what_we_give() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: we set up a trial for them and they give us access to their plant data, Monday at 9
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 09:00 CET, a trial. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        Rosa: prep Contoso
        Card: Contoso renewal Mon 7 Dec 2026, 09:00 CET Promised we set up a trial for them and they give us access to their plant data Why
              Job sheets get lost every week, so drivers go twice Urgency High At the end What result by which day would make this a yes?
        """);

    [Fact]
    [Trait("row", "S003.5")]
    public Task A_trial_is_a_milestone() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Proof of concept starts Monday at 9 with Lars
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 09:00 CET with Lars, a trial. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 09:00
        """);

    [Fact]
    [Trait("row", "S003.5")]
    public Task A_reference_call_is_one_too() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: Reference call with their sister plant on Friday at 2pm
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 14:00 CET, a reference call. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S003.1")]
    public Task A_step_that_only_asks_for_news_gets_better_words() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: quick call to get a status update, Thursday at 10
        Card: Saved. Next step with Contoso renewal, firm: quick call to get a status update, Thu 3 Dec 2026, 10:00 CET. Say "undo"
              to take it back. "call to get a status" tells them nothing they would come for. How about: Go through "Job sheets get
              lost every week"? Say "reword" to take it. [New Teams meeting ↗] [Draft a follow-up]
        Rosa: reword
        Card: Saved. Next step with Contoso renewal, firm: Go through "Job sheets get lost every week", Thu 3 Dec 2026, 10:00 CET.
              Say "undo" to take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Thu 3 Dec 2026, 10:00 CET What Go through "Job sheets get lost every
              week" Why Job sheets get lost every week, so drivers go twice Urgency High [New Teams meeting ↗] [Draft a follow-up]
              [Change]
        """);
}
