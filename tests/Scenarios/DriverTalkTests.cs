using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What drives the buyer and how urgent it is to them, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class DriverTalkTests
{
    [Fact]
    [Trait("row", "S002.11")]
    public Task Pain_in_the_buyers_words() => PlayAsync(
        """
        Rosa: Dana said "I cannot sleep over the audit"
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Friday at 10
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 10:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 10:00 | Dana said "I cannot sleep over the audit"
        """);

    [Fact]
    [Trait("row", "S002.11")]
    [Trait("row", "S000.12")]
    public Task Fear_of_a_fine() => PlayAsync(
        """
        Rosa: they are afraid of another fine over the missing tyre records
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: urgent, inspection on 12 January
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Wednesday at 9
        Card: Saved. Next step with Contoso renewal, firm: Wed 2 Dec 2026, 09:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Wed 2 Dec 2026, 09:00 CET Why they are afraid of another fine over the missing
              tyre records Urgency High: inspection on 12 January [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S002.11")]
    [Trait("row", "S000.12")]
    public Task Money_that_leaks() => PlayAsync(
        """
        Rosa: they pay 40,000 a year for trips that nobody needed
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: this quarter
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Thursday at 3
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Thu 3 Dec 2026, 15:00 CET Why they pay 40,000 a year for trips that nobody needed
              Urgency Medium: this quarter [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.11")]
    public Task Our_quarter_is_no_urgency() => PlayAsync(
        """
        -- told why
        Rosa: very, our quarter ends in December
        Bot:  That date is ours, not theirs, so the urgency is noted as not known. Next time, ask which date matters to them. Contoso
              renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET Why Job sheets get lost every week, so drivers go twice
              Urgency Not known yet That date is ours, not theirs, so the urgency is noted as not known. Next time, ask which date matters
              to them. [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.11")]
    public Task Our_year_end_is_none_either() => PlayAsync(
        """
        -- told why
        Rosa: our year end
        Bot:  That date is ours, not theirs, so the urgency is noted as not known. Next time, ask which date matters to them. Contoso
              renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task Their_date_is() => PlayAsync(
        """
        -- told why
        Rosa: their lease ends on 30 June
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET Why Job sheets get lost every week, so drivers go twice
              Urgency Medium: their lease ends on 30 June [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task A_guess_is_marked_as_one() => PlayAsync(
        """
        -- told why
        Rosa: I think it's urgent
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET Why Job sheets get lost every week, so drivers go twice
              Urgency High: I think it's urgent (your guess) [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task No_rush_is_an_answer() => PlayAsync(
        """
        -- told why
        Rosa: no rush
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step When Fri 4 Dec 2026, 15:00 CET Why Job sheets get lost every week, so drivers go twice
              Urgency Low [New Teams meeting ↗] [Draft a follow-up] [Change]
        """);

    [Fact]
    [Trait("row", "S000.12")]
    public Task A_date_inside_a_reason_leaves_the_urgency_to_ask() => PlayAsync(
        """
        Rosa: They want out of spreadsheets before the April audit
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | They want out of spreadsheets before the April audit
        """);
}
