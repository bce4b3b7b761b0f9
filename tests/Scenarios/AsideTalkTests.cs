using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Words to the bot that answer nothing, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class AsideTalkTests
{
    [Theory]
    [InlineData("thanks")]
    [InlineData("hm")]
    [InlineData("what do you mean?")]
    [InlineData("ok, great")]
    [Trait("row", "S001.6")]
    public Task No_urgency(string said) => PlayAsync(
        $"""
        -- told why
        Rosa: {said}
        Bot:  Contoso renewal: is it high, medium or low to them? A date of theirs helps too; if you don't know it yet, say "don't know".
        -- told how urgent
        -- told the next step
        -- deal Contoso renewal: Fri 4 Dec 15:00 | Job sheets get lost every week, so drivers go twice
        """);

    [Theory]
    [InlineData("👍")]
    [InlineData("sorry, what do you mean?")]
    [Trait("row", "S001.6")]
    public Task No_reason(string said) => PlayAsync(
        $"""
        Rosa: {said}
        Bot:  Contoso renewal: I mean their side of it. What goes wrong for them without it? One sentence will do; if it has not come up,
              say "don't know".
        -- told why
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task No_step() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: hm
        Bot:  Contoso renewal: when do you talk again? A day and a time will do, such as "Friday at 3"; if nothing is agreed, say "none".
        -- told the next step
        """);

    [Fact]
    public Task Why_it_asks() => PlayAsync(
        """
        Rosa: why do you ask?
        Bot:  Your answers come back to you before your next talk with them. Contoso renewal: I mean their side of it. What goes wrong for
              them without it? One sentence will do; if it has not come up, say "don't know".
        -- told why
        """);

    [Theory]
    [InlineData("the meeting was cancelled")]
    [InlineData("no show")]
    [InlineData("Sorry, they didn't show up.")]
    public Task There_was_no_meeting(string said) => PlayAsync(
        $"""
        Rosa: {said}
        Bot:  Contoso renewal: then there is nothing to tell yet. Press "Not a sales meeting" on its card, or say the new date: "Friday at 3".
        Rosa: Friday at 3
        Bot:  Contoso renewal: why do they want it, in their own words? If you don't know yet, say "don't know".
        """);

    [Fact]
    public Task A_bare_name_is_no_reason() => PlayAsync(
        """
        Rosa: Contoso
        Bot:  Contoso renewal: why do they want it, in their own words? If you don't know yet, say "don't know".
        -- told why
        """);

    [Fact]
    public Task A_question_is_skipped() => PlayAsync(
        """
        -- told why
        Rosa: skip this question
        Bot:  Contoso renewal: what is the next step, with a day and a time? For example: "Demo with Dana, Tuesday at 3".
        Rosa: Demo with Dana, Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET with Dana, a demo. Say "undo" to take it back.
              [New Teams meeting ↗] [Draft a follow-up]
        """);

    [Fact]
    public Task That_was_another_deal() => PlayAsync(
        """
        -- asked about Fabrikam, too
        Rosa: Contoso: the fitters count parts by hand and the depot never knows
        Bot:  Contoso renewal: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        Rosa: sorry, that was Fabrikam
        Bot:  Then please say it once more with the name first: "Fabrikam pilot: …". To take it out of Contoso renewal, say "back".
        Rosa: back
        Bot:  Contoso renewal: why do they want it, in their own words? If you don't know yet, say "don't know".
        Rosa: Fabrikam: the fitters count parts by hand and the depot never knows
        Bot:  Fabrikam pilot: how urgent is it to them, and what drives it? For example: "high, their audit is in April".
        """);

    [Fact]
    public Task That_was_a_deal_that_is_not_asked_about() => PlayAsync(
        """
        -- told why
        Rosa: sorry, that was Fabrikam
        Bot:  I am not asking about Fabrikam just now. Say "log meeting with Fabrikam today", and I will. To take the answer out of Contoso
              renewal, say "back".
        -- told how urgent
        """);
}
