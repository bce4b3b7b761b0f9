using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Why they want it and how urgent it is, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class ReasonTalkTests
{
    [Fact]
    [Trait("row", "S000.6")]
    [Trait("row", "S001.11")]
    public Task Three_plain_answers_in_turn() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: high, their audit is on 15 April
        Bot:  …
        Rosa: Demo with Dana, Friday at 3
        Bot:  …
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);

    [Fact]
    [Trait("row", "S000.12")]
    [Trait("row", "S001.11")]
    public Task All_in_one_message() => PlayAsync(
        """
        Rosa: Drivers go twice because job sheets get lost, they need it before their audit on 15 April. Demo with Dana Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.7")]
    public Task We_and_our_dominate() => PlayAsync(
        """
        Rosa: we have the best product and our references convinced them
        Bot:  …
        Rosa: the controller spends two days a month on reports
        Bot:  …
        Rosa: medium
        Bot:  …
        Rosa: Monday at 11
        Bot:  …
        -- deal Contoso renewal: Mon 7 Dec 11:00 | the controller spends two days a month on reports
        """);

    [Fact]
    [Trait("row", "S000.8")]
    [Trait("row", "S002.5")]
    public Task A_hollow_reason_is_asked_about_once() => PlayAsync(
        """
        Rosa: more visibility
        Bot:  …
        Rosa: nobody can tell which truck has the spare part
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Thursday 10:00
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.8")]
    [Trait("row", "S002.16")]
    public Task Twice_our_own_reason_is_hope() => PlayAsync(
        """
        Rosa: they loved our pitch
        Bot:  …
        Rosa: they really like me
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Demo Friday at 3
        Bot:  …
        Rosa: my deals
        Card: …
        """);

    [Fact]
    [Trait("row", "S000.9")]
    [Trait("row", "S002.6")]
    public Task Dont_know_brings_a_question_for_next_time() => PlayAsync(
        """
        Rosa: don't know
        Bot:  …
        Rosa: don't know
        Bot:  …
        Rosa: Discovery call with Dana, Thursday at 2
        Bot:  …
        -- deal Contoso renewal: Thu 3 Dec 14:00 | unknown
        """);

    [Fact]
    [Trait("row", "S002.11")]
    public Task Pain_in_the_buyers_words() => PlayAsync(
        """
        Rosa: Dana said "I wake up at 2 am over the audit"
        Bot:  …
        Rosa: very
        Bot:  …
        Rosa: Friday at 10
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S002.11")]
    public Task Fear_of_a_fine() => PlayAsync(
        """
        Rosa: they are afraid of another fine over the missing tyre records
        Bot:  …
        Rosa: urgent, inspection on 12 January
        Bot:  …
        Rosa: Wednesday at 9
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S002.11")]
    public Task Money_that_leaks() => PlayAsync(
        """
        Rosa: they pay 40,000 a year for trips that nobody needed
        Bot:  …
        Rosa: this quarter
        Bot:  …
        Rosa: Thursday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.11")]
    public Task Our_quarter_is_no_urgency() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: very, our quarter ends in December
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task Their_date_is() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: their lease ends on 30 June
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task A_guess_is_marked_as_one() => PlayAsync(
        """
        Rosa: Job sheets get lost every week, so drivers go twice
        Bot:  …
        Rosa: I think it's urgent
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task A_date_inside_a_reason_leaves_the_urgency_to_ask() => PlayAsync(
        """
        Rosa: They want out of spreadsheets before the April audit
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S000.6")]
    public Task A_smalltalk_answer_is_no_reason() => PlayAsync(
        """
        Rosa: went well
        Bot:  …
        Rosa: the fitters note tyre changes on cardboard
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Friday at 3
        Bot:  …
        """);

    [Fact]
    [Trait("row", "S003.11")]
    [Trait("row", "S000.6")]
    public Task Who_else_wants_it() => PlayAsync(
        """
        Rosa: Lars in the workshop loses an hour a day looking for sheets
        Bot:  …
        Rosa: high
        Bot:  …
        Rosa: Meeting with Lars and Dana, Friday at 3
        Bot:  …
        """);
}
