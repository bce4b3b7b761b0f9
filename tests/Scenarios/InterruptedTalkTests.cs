using static FollowUpBot.Tests.Scenarios.Conversation;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What comes between question and answer: other questions, quiet, a deploy. The lines are described at <see cref="Conversation"/>.</summary>
public sealed class InterruptedTalkTests
{
    [Fact]
    [Trait("row", "S001.6")]
    public Task Help_in_the_middle() => PlayAsync(
        """
        -- told why
        Rosa: help
        Card: What I do After each of your meetings I ask three short questions: why they want it, how urgent it is to them, and the next
              step with a day and a time. What you can say "my deals" see your open deals "log meeting with Contoso today" log one yourself
              "snooze until tomorrow 9:00" be asked later "settings" set your hours and zone "pause until Thursday" hear nothing until then
              "mute Contoso" not be asked about a deal "stop" get no messages at all "why Contoso" see why a deal is stalled "check Hi Dana,
              any news?" check your mail to a buyer "draft Contoso" a mail in their own words "prep Contoso" get ready for the next talk
              "change the date to Friday at 10" mend an answer "cancel" stop a question "undo" take back an answer "export me" see all I
              keep about you "forget me" have it removed
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task My_deals_in_the_middle() => PlayAsync(
        """
        -- told why
        Rosa: my deals
        Card: Your open deal [Answer: Contoso renewal] Contoso renewal No firm next step
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Cancel_and_come_back() => PlayAsync(
        """
        -- told why
        Rosa: cancel
        Bot:  All right, I stop here; what you answered is kept, and the card stays in this chat. To be left alone for a while, say "snooze
              until tomorrow 9:00".
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Later_is_asked_for_its_end_and_a_bare_day_answers() => PlayAsync(
        """
        Rosa: later
        Bot:  Until when? For example: "snooze until tomorrow 9:00" or "snooze until Monday". A bare day is enough.
        Rosa: tomorrow
        Bot:  I'll ask again Wed 2 Dec 2026, 09:00 CET.
        -- at 2 Dec 09:05
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET {questions}
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task Snooze_until_a_day() => PlayAsync(
        """
        Rosa: snooze until Thursday
        Bot:  I'll ask again Thu 3 Dec 2026, 09:00 CET.
        -- at 3 Dec 09:05
        Card: Contoso renewal Video meeting with Dana Reed (CFO), Tue 1 Dec, 09:00 CET {questions}
        -- told why
        """);

    [Fact]
    [Trait("row", "C4")]
    public Task A_pause_in_the_middle_keeps_the_question() => PlayAsync(
        """
        -- told why
        Rosa: pause until Monday
        Bot:  I'll be quiet until Mon 7 Dec 2026, 09:00 CET. What comes up waits for you; say "resume" to hear me sooner.
        -- told how urgent
        Rosa: Friday at 3
        Card: Saved. Next step with Contoso renewal, firm: Fri 4 Dec 2026, 15:00 CET. Say "undo" to take it back. [New Teams meeting ↗]
              [Draft a follow-up]
        -- deal Contoso renewal: Fri 4 Dec 15:00
        """);

    [Fact]
    [Trait("row", "C13")]
    public Task Too_long_to_keep() => PlayAsync(
        """
        Rosa: {far too much}
        Bot:  That is more than I can keep. Please say it in one or two sentences; the buyer's own words are best.
        -- told why
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Nothing_is_waiting_any_more() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: great
        Bot:  You're welcome. Nothing is open just now.
        """);

    [Fact]
    [Trait("row", "S001.6")]
    public Task Thanks_is_not_an_answer() => PlayAsync(
        """
        -- told why
        -- told how urgent
        -- told the next step
        Rosa: thanks
        Bot:  You're welcome. Nothing is open just now.
        """);

    [Fact]
    [Trait("row", "S000.10")]
    public Task Prep_in_the_middle_knows_what_was_just_told() => PlayAsync(
        """
        -- told why
        -- told how urgent
        Rosa: prep Contoso
        Card: Contoso renewal No appointment is set, so ask for one. Why Job sheets get lost every week, so drivers go twice Urgency
              High At the end What happens next, who does it, and on which day and at what time?
        Rosa: draft Contoso
        Bot:  A draft from their own words, for you to copy and change. I never send it. Hi Dana, What stayed with me from our talk,
              in your words: Job sheets get lost every week, so drivers go twice. Could we look at exactly that together on Thu 3
              Dec, 10:00? Half an hour is enough. Best regards
        """);

    [Fact]
    [Trait("row", "S000.10")]
    public Task Two_meetings_of_one_deal_are_told_apart() => PlayAsync(
        """
        Rosa: log meeting with Contoso today
        Bot:  Logged. Here come three short questions about Contoso renewal.
        -- 6 minutes later
        Card: Contoso renewal Meeting, Tue 1 Dec, 09:30 CET {questions about nobody}
        Rosa: my deals
        Card: Your open deal [Answer: Contoso renewal, Tue 1 Dec, 09:00] [Answer: Contoso renewal, Tue 1 Dec, 09:30] Contoso renewal
              No firm next step
        """);
}
