using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

public sealed class FollowUpByWordsTests
{
    [Fact]
    public async Task Three_typed_answers_with_a_vague_one_among_them_end_in_a_firm_step()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);

        await office.Rosa.SaysAsync("They want out of spreadsheets before the April audit");
        await HearsAsync(office, "Contoso renewal: how urgent is it to them");
        await office.Rosa.SaysAsync("very, their audit is on 15 April");
        await HearsAsync(office, "Contoso renewal: what is the next step");
        await office.Rosa.SaysAsync("sometime early next week");
        var question = await office.Rosa.Chat.NextCardAsync();
        Assert.Contains("better", question.CardText, StringComparison.Ordinal);
        var slots = (await office.ReminderAsync("contoso", "m-1"))?.Interview.Slots ?? [];
        await office.Rosa.SaysAsync("the second");
        await HearsAsync(office, "Saved. Next step with Contoso renewal");

        var followUp = (await office.DealAsync("contoso"))?.FollowUp;
        Assert.Equal(slots[1], followUp?.NextStep?.Local);
        Assert.Equal(new Urgency(UrgencyLevel.High, "their audit is on 15 April"), followUp?.Urgency);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        var updated = office.Rosa.Chat.Now(card);
        Assert.Contains("Saved: a firm next step", updated?.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "FM39")]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("They want out of spreadsheets");
        await office.Rosa.SaysAsync("high");

        await office.RestartAsync();

        await office.Rosa.SaysAsync("Demo on Tuesday at 3");
        var followUp = (await office.DealAsync("contoso"))?.FollowUp;
        Assert.Equal("They want out of spreadsheets", followUp?.Reason);
        Assert.Equal(new LocalDateTime(2026, 12, 8, 15, 0), followUp?.NextStep?.Local);
    }

    [Fact]
    public async Task A_snooze_survives_a_restart_and_an_outage_and_comes_once()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("snooze until tomorrow 11:00");
        await HearsAsync(office, "I'll ask again Wed 2 Dec 2026, 11:00 CET");

        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 2, 14, 0);

        await office.Rosa.Chat.NextCardAsync();
        Assert.Equal(2, office.Rosa.Chat.FromBot.Count(message => message.Card is not null));
    }

    [Fact]
    [Trait("row", "FM35")]
    public async Task The_same_typed_message_delivered_again_has_one_effect()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("They want out of spreadsheets");

        await office.Rosa.LastActivityArrivesAgainAsync();

        var reminder = await office.ReminderAsync("contoso", "m-1");
        Assert.Equal("They want out of spreadsheets", reminder?.Interview.Reason?.Text);
        Assert.Null(reminder?.Interview.Urgency);
    }

    [Fact]
    public async Task Undo_gives_the_deal_back_what_it_knew_and_asks_again()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await SaysAllAsync(office, "They want out of spreadsheets", "high", "Tuesday at 3");
        Assert.NotNull((await office.DealAsync("contoso"))?.FollowUp);

        await office.Rosa.SaysAsync("undo");

        Assert.Null((await office.DealAsync("contoso"))?.FollowUp);
        await office.Rosa.SaysAsync("Wednesday at 4");
        Assert.Equal(new LocalDateTime(2026, 12, 2, 16, 0), (await office.DealAsync("contoso"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task With_two_deals_open_the_bot_asks_which_and_takes_the_held_answer()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email, meeting =>
        {
            meeting["id"] = "m-2";
            meeting["deal"]!["id"] = "fabrikam";
            meeting["deal"]!["name"] = "Fabrikam pilot";
            meeting["end"] = "2026-12-01T10:05:00+01:00";
        }));

        await office.Rosa.SaysAsync("Their contract ends in May");
        await HearsAsync(office, "1. Contoso renewal  2. Fabrikam pilot");
        await office.Rosa.SaysAsync("the second one please");
        await office.Rosa.SaysAsync("2");

        Assert.Equal("Their contract ends in May", (await office.ReminderAsync("fabrikam", "m-2"))?.Interview.Reason?.Text);
        Assert.Null((await office.ReminderAsync("contoso", "m-1"))?.Interview.Reason);
    }

    [Fact]
    public async Task Dont_know_is_an_honest_answer()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);

        await SaysAllAsync(office, "don't know", "don't know", "none");

        var followUp = (await office.DealAsync("contoso"))?.FollowUp;
        Assert.Null(followUp?.Reason);
        Assert.Null(followUp?.NextStep);
        Assert.NotNull(followUp);
    }

    [Fact]
    public async Task Log_meeting_in_words_brings_the_card_at_once_even_after_hours()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.MoveToAsync(Berlin, 2026, 12, 1, 21, 0);

        await office.Rosa.SaysAsync("log meeting with Contoso today");
        await HearsAsync(office, "Logged.");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Contains("Contoso renewal", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_meeting_with_an_unknown_deal_adds_it_only_when_the_rep_says_so()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();

        await office.Rosa.SaysAsync("log meeting with Northwind today");
        var question = await office.Rosa.Chat.NextCardAsync();
        await office.Rosa.PressAsync(question, "Add it and log the meeting");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Contains("Northwind", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("hi")]
    [InlineData("Hello!")]
    [InlineData("cancel")]
    [InlineData("undo")]
    [InlineData("my deals")]
    [InlineData("snooze")]
    [InlineData("what is the weather")]
    [Trait("row", "R59")]
    public async Task Every_word_gets_an_answer_that_says_what_to_do_next(string text)
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Rosa.Chat.NextMessageAsync();

        await office.Rosa.SaysAsync(text);

        var message = await office.Rosa.Chat.NextMessageAsync();
        var answer = message.Card is null ? message.Text : message.CardText;
        Assert.Contains("\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("!", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_deals_shows_open_deals_with_their_next_step_and_what_waits()
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);

        await office.Rosa.SaysAsync("my deals");

        var card = await office.Rosa.Chat.NextCardAsync();
        Assert.Contains("Contoso renewal", card.CardText, StringComparison.Ordinal);
        Assert.Contains("No firm next step", card.CardText, StringComparison.Ordinal);
        var form = await office.Rosa.PressAsync(card, "Answer: Contoso renewal");
        Assert.Contains("Why do they want it", form.Message.CardText, StringComparison.Ordinal);
    }

    private static async Task SaysAllAsync(Office office, params string[] texts)
    {
        foreach (var text in texts)
            await office.Rosa.SaysAsync(text);
    }

    private static Task HearsAsync(Office office, string words) =>
        office.Rosa.Chat.UntilAsync(words, () => office.Rosa.Chat.FromBot.Any(message => message.Text?.Contains(words, StringComparison.Ordinal) == true));
}
