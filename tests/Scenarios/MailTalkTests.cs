using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A mail to the buyer, looked over or drafted, as conversations. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class MailTalkTests
{
    [Fact]
    [Trait("row", "S000.1")]
    [Trait("row", "S003.1")]
    public Task Check_a_mail_in_the_middle() => PlayAsync(
        """
        -- told why
        Rosa: check Hi Dana, just checking in, any update on your side?
        Bot:  I would change this before you send it: "just checking" is contact for its own sake. Bring one thing that they asked
              for. "any update" asks them for a report. Ask what would move their own work on. About Contoso renewal you could
              write: "You told me: Job sheets get lost every week, so drivers go twice. Which day next week shall we look at that
              together?"
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S000.1")]
    [Trait("row", "S003.1")]
    public Task A_line_from_their_reason_instead() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: check Hi Dana, just checking in, any update on your side?
        Bot:  I would change this before you send it: "just checking" is contact for its own sake. Bring one thing that they asked for. "any
              update" asks them for a report. Ask what would move their own work on. About Contoso renewal you could write: "You told me:
              Job sheets get lost every week, so drivers go twice. On Fri 4 Dec, 15:00 we go through exactly that; what should be on the
              table?"
        """);

    [Fact]
    [Trait("row", "S002.14")]
    public Task The_end_of_our_month_pushes() => PlayAsync(
        """
        Rosa: check Hi Dana, our end-of-month special ends on Friday: 20 % off if you sign before our quarter closes.
        Bot:  I would change this before you send it: "if you sign before our quarter" is our date. Use the date that matters to them.
              "special ends on Friday" pushes. Say what their own date means for the plan. Start from their reason instead, in their words,
              and ask for one thing with a date.
        """);

    [Fact]
    [Trait("row", "S002.17")]
    [Trait("row", "S002.14")]
    public Task The_last_free_place_and_the_third_mail() => PlayAsync(
        """
        Rosa: check Hi Dana, I have written three times now. I can hold the last free place for you only until tonight.
        Bot:  I would change this before you send it: "place for you only until tonight" pushes. Say what their own date means for the plan.
              "written three times" counts or reproaches. Leave it out and write as if it were the first. Start from their reason instead,
              in their words, and ask for one thing with a date.
        """);

    [Fact]
    [Trait("row", "S003.1")]
    public Task A_good_mail_is_called_good() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: check Hi Dana, you told me that job sheets get lost every week. Could you bring last week's sheets on Friday at 3?
        Bot:  That reads well: it is about them, and nothing in it pushes. You can send it as it is.
        """);

    [Fact]
    [Trait("row", "S000.10")]
    [Trait("row", "S002.17")]
    public Task A_draft_says_their_reason_back() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: draft Contoso
        Bot:  A draft from their own words, for you to copy and change. I never send it. Hi Dana, What stayed with me from our talk,
              in your words: Job sheets get lost every week, so drivers go twice. Could you bring one real example of it to our
              appointment on Fri 4 Dec, 15:00? Then we spend the time on your case. Best regards
        """);

    [Fact]
    [Trait("row", "S002.17")]
    public Task A_draft_on_hope_asks_instead_of_inventing() => PlayAsync(
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
        Rosa: draft Contoso
        Bot:  A draft from their own words, for you to copy and change. I never send it. Hi Dana, So that it is about you: what
              would change for you with this in place, and could you bring one example to our appointment on Fri 4 Dec, 15:00? Best
              regards
        """);

    [Fact]
    public Task Check_and_the_mail_in_the_next_message() => PlayAsync(
        """
        -- told why
        Rosa: check
        Bot:  Paste your mail behind the word, for example: "check Hi Dana, any news on our offer?" I read it here and keep nothing of it.
        Rosa: Hi Dana, where are we with the offer? Our quarter ends soon.
        Bot:  I would change this before you send it: "where are we with" asks them for a report. Ask what would move their own work on.
              "Our quarter ends soon" is our date. Use the date that matters to them. About Contoso renewal you could write: "You told me:
              Job sheets get lost every week, so drivers go twice. Which day next week shall we look at that together?"
        -- told how urgent
        """);

    [Fact]
    public Task Check_and_an_answer_in_the_next_message() => PlayAsync(
        """
        -- told why
        Rosa: check
        Bot:  Paste your mail behind the word, for example: "check Hi Dana, any news on our offer?" I read it here and keep nothing of it.
        -- told how urgent
        """);

    [Fact]
    [Trait("row", "S002.16")]
    public Task To_see_how_drivers_would_see_it_asks_for_no_news() => PlayAsync(
        """
        Rosa: check Hi Dana, you told me that job sheets get lost every week. Would Friday at 3 suit you to see how the drivers would see them?
        Bot:  That reads well: it is about them, and nothing in it pushes. You can send it as it is.
        """);
}
