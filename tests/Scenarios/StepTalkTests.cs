using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>The next step: firm, vague, none, moved, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class StepTalkTests
{
    [Fact]
    [Trait("row", "S001.8")]
    [Trait("row", "S001.9")]
    public Task End_of_the_week_is_climbed_to_a_slot() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: demo end of next week
        Card: …
        Rosa: the first
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.9")]
    public Task Three_or_four() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3 or Monday at 4
        Card: …
        -- press "Mon 7 Dec, 16:00"
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.10")]
    [Trait("row", "S003.7")]
    public Task With_whom_and_what_for() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Decision call with Dana on Thursday at 11
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S003.5")]
    public Task A_trial_is_a_milestone() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Proof of concept starts Monday at 9 with Lars
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S003.5")]
    public Task A_reference_call_is_one_too() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Reference call with their sister plant on Friday at 2pm
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task A_firm_step_later_the_same_day() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: none
        Bot:  …
        -- 20 minutes later
        Rosa: Demo with Dana Friday at 3
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    [Trait("row", "S003.6")]
    public Task A_moved_date_is_changed() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Demo with Dana, Friday at 3
        Bot:  …
        Rosa: change the date to Wednesday at 10
        Bot:  …
        -- deal Contoso renewal: Wed 2 Dec 10:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Moved_by_name() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Demo with Dana, Friday at 3
        Bot:  …
        Rosa: move Contoso to Monday at 2pm
        Bot:  …
        -- deal Contoso renewal: Mon 7 Dec 14:00
        """);

    [Fact]
    [Trait("row", "S000.6")]
    public Task The_reason_is_changed() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: change the reason to the controller retypes every invoice by hand
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the controller retypes every invoice by hand
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Edit_brings_the_form_back() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: edit Contoso
        Card: …
        -- press "Save" nextStep=Demo, Monday at 4
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Edit_of_a_deal_that_is_not_known() => PlayAsync(
        """
        Rosa: edit Wingtip
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S001.14")]
    public Task Undo_takes_it_back() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        Rosa: undo
        Bot:  …
        Rosa: Monday at 4
        Bot:  …
        -- deal Contoso renewal: Mon 7 Dec 16:00
        """);
}
