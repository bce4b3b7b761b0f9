using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A reason that is ours, hollow or not known, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class WhoseReasonTalkTests
{
    [Fact]
    [Trait("row", "S000.7")]
    public Task We_and_our_dominate() => PlayAsync(
        """
        Rosa: we have the best product and our references convinced them
        Bot:  Contoso renewal: "references convinced them" is good to hear, and it is about us. Whose reason is that? What changes
              for Dana if they have it? If it has not come up, say "don't know".
        Rosa: the controller spends two days a month on reports
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: medium
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Monday at 11
        Card: Saved. Next step with Contoso renewal, firm: Mon 7 Dec 2026, 11:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Mon 7 Dec 11:00 | the controller spends two days a month on reports
        """);

    [Fact]
    [Trait("row", "S000.8")]
    [Trait("row", "S002.5")]
    public Task A_hollow_reason_is_asked_about_once() => PlayAsync(
        """
        Rosa: more visibility
        Bot:  Contoso renewal: "visibility" is true of many deals. Whose reason is that? What changes for Dana if they have it? If it has
              not come up, say "don't know".
        Rosa: nobody can tell which truck has the spare part
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Thursday 10:00
        Card: Saved. Next step with Contoso renewal, firm: Thu 3 Dec 2026, 10:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 10:00 | nobody can tell which truck has the spare part
        """);

    [Fact]
    [Trait("row", "S000.6")]
    public Task A_smalltalk_answer_is_no_reason() => PlayAsync(
        """
        Rosa: went well
        Bot:  Contoso renewal: good. And why do they want it? What changes for Dana if they have it? If it has not come up, say "don't know".
        Rosa: the fitters note tyre changes on cardboard
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the fitters note tyre changes on cardboard
        """);

    [Fact]
    [Trait("row", "S000.8")]
    [Trait("row", "S002.16")]
    public Task Twice_our_own_reason_is_hope() => PlayAsync(
        """
        Rosa: they loved our pitch
        Bot:  Contoso renewal: "loved our pitch" is good to hear, and it is about us. Whose reason is that? What changes for Dana if they
              have it? If it has not come up, say "don't know".
        Rosa: they really like me
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Demo Friday at 3
        Card: Saved. Next step with Contoso renewal, hope so far: Fri 4 Dec 2026, 15:00 CET, a demo. What is missing is their reason: ask
              what would change for them. Say "undo" to take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- 1 minute later
        Now:  Contoso renewal Saved: a firm next step, on hope so far When Fri 4 Dec 2026, 15:00 CET What Demo Why they really like me
              Urgency High Ask next Dana, what would change for you with this in place? [New Teams meeting ↗] [Draft a follow-up] [Change]
        Rosa: my deals
        Card: Your open deal Contoso renewal Fri 4 Dec, 15:00, hope so far
        """);

    [Fact]
    [Trait("row", "S000.9")]
    [Trait("row", "S002.6")]
    public Task Dont_know_brings_a_question_for_next_time() => PlayAsync(
        """
        Rosa: don't know
        Bot:  Fine, noted as not known. To ask next time: "Dana, what would change for you with this in place?" Contoso renewal: how urgent
              is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: don't know
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Discovery call with Dana, Thursday at 2
        Card: Saved. Next step with Contoso renewal, hope so far: Thu 3 Dec 2026, 14:00 CET with Dana, discovery. What is missing is their
              reason: ask what would change for them. Say "undo" to take it back. [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Thu 3 Dec 14:00 | unknown
        """);

    [Fact]
    [Trait("row", "S000.9")]
    [Trait("row", "S002.5")]
    public Task Nothing_known_at_all_is_kept_as_that() => PlayAsync(
        """
        Rosa: don't know
        Bot:  Fine, noted as not known. To ask next time: "Dana, what would change for you with this in place?" Contoso renewal: how urgent
              is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: don't know
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: don't know
        Bot:  Saved. Contoso renewal has no firm next step yet. To ask them: "What happens next, who does it, and when?" Once you agree a
              day and a time, just tell me: "Friday at 3".
        -- deal Contoso renewal: no step | unknown
        -- 1 minute later
        Now:  Contoso renewal Saved, with no firm next step yet Why Not known yet Urgency Not known yet Ask next Dana, what would change for
              you with this in place? It stays on your list. To ask them: "What happens next, who does it, and when?" Once you agree a day and a
              time, just tell me. [Change]
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task A_date_in_their_reason_is_no_urgency() => PlayAsync(
        """
        Rosa: they need it
        Bot:  Contoso renewal: "need it" is true of many deals. Whose reason is that? What changes for Dana if they have it? If it has not
              come up, say "don't know".
        Rosa: the depot moves in May and nobody knows where the parts are
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        -- told how urgent
        Rosa: Demo with Dana, Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00 | the depot moves in May and nobody knows where the parts are
        """);

    [Fact]
    [Trait("row", "S000.8")]
    public Task What_stands_behind_because_is_the_reason() => PlayAsync(
        """
        Rosa: they want it because our price is lower than Wingtip's
        Bot:  Contoso renewal: "price is lower" is good to hear, and it is about us. Whose reason is that? What changes for Dana if they have it? If
              it has not come up, say "don't know".
        """);
}
