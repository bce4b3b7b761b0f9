using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Teams brings things twice, and people hold two devices.</summary>
public sealed class RepetitionTests
{
    [Theory]
    [InlineData(15, null)]
    [InlineData(30, "1799999999999")]
    [Trait("row", "FM35")]
    [Trait("row", "P3")]
    public async Task A_typed_answer_that_Teams_brings_again_is_taken_once(int seconds, string? newId)
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("They want out of spreadsheets before the April audit");
        var (before, said) = (await office.ReminderAsync("contoso", "m-1"), office.Rosa.Chat.FromBot.Count);

        await office.Clock.AdvanceAsync(Duration.FromSeconds(seconds));
        await office.Rosa.LastActivityArrivesAgainAsync(newId);

        Assert.Equal(before?.Version, (await office.ReminderAsync("contoso", "m-1"))?.Version);
        Assert.Equal(before?.Interview.Reason?.Text, (await office.ReminderAsync("contoso", "m-1"))?.Interview.Reason?.Text);
        Assert.Equal(said, office.Rosa.Chat.FromBot.Count);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(30, "1799999999999")]
    [Trait("row", "FM35")]
    [Trait("row", "P3")]
    public async Task A_meeting_that_was_logged_in_words_is_logged_once(int seconds, string? newId)
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.SaysAsync("log meeting with Contoso renewal today");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));
        var cards = office.Rosa.Chat.FromBot.Count(message => message.Card is not null);

        await office.Clock.AdvanceAsync(Duration.FromSeconds(seconds));
        await office.Rosa.LastActivityArrivesAgainAsync(newId);
        await office.Clock.AdvanceAsync(Duration.FromMinutes(1));

        Assert.Equal(cards, office.Rosa.Chat.FromBot.Count(message => message.Card is not null));
    }

    [Fact]
    [Trait("row", "FM35")]
    public async Task The_same_words_said_again_later_are_a_new_message()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Rosa.SaysAsync("my deals");
        var said = office.Rosa.Chat.FromBot.Count;

        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));
        await office.Rosa.SaysAsync("my deals");

        Assert.Equal(said + 1, office.Rosa.Chat.FromBot.Count);
    }

    [Fact]
    [Trait("row", "FM35")]
    [Trait("row", "P3")]
    public async Task A_channels_card_on_demand_is_posted_once_however_often_it_was_asked_for_by_Teams()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");
        var posted = office.Channel.FromBot.Count;

        await office.Mona.LastActivityArrivesAgainAsync();

        Assert.Equal(posted, office.Channel.FromBot.Count);
    }

    [Fact]
    [Trait("row", "FM34")]
    [Trait("row", "FM33")]
    public async Task Of_two_devices_that_answer_at_once_one_wins_and_both_see_the_truth()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        var answers = Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? office.Rosa.PressAsync(card, "Not a sales meeting")
            : office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = "Friday at 3" }));

        var shown = await Task.WhenAll(answers);

        var reminder = await office.ReminderAsync("contoso", "m-1");
        Assert.Equal(1, reminder?.Version);
        var truth = reminder?.End == ReminderEnd.Answered ? "Saved: a firm next step" : "Noted: not a sales meeting";
        Assert.All(shown, pressed => Assert.Contains(truth, CardText.Render(pressed.Message.Card ?? []), StringComparison.Ordinal));
        Assert.Equal(reminder?.End == ReminderEnd.Answered, (await office.DealAsync("contoso"))?.FollowUp is not null);
    }

    [Fact]
    [Trait("row", "R53")]
    [Trait("store", "sqlite")] // it looks into the file
    public async Task A_card_that_is_looked_at_shows_what_is_stored_and_writes_nothing()
    {
        await using var office = await OpenAsync();
        var old = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(old, "Not a sales meeting");
        office.Rosa.Zone = NewYork; // a person who was seen in another zone would be stored anew
        var before = await office.EverythingAsync();

        var refreshed = await office.Rosa.LooksAtAsync(old);

        Assert.Contains("Noted: not a sales meeting", refreshed.Message.CardText, StringComparison.Ordinal);
        Assert.Equal(before, await office.EverythingAsync());
        Assert.NotNull(refreshed.Message.Card?["refresh"]);
    }

    [Fact]
    [Trait("row", "SEC7")]
    [Trait("row", "R53")]
    [Trait("store", "sqlite")] // it looks into the file
    public async Task A_card_that_somebody_else_looks_at_tells_them_nothing()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await office.Nick.InstallsAsync();
        var before = await office.EverythingAsync();

        var refreshed = await office.Nick.LooksAtAsync(card);

        Assert.Equal(Replies.NotHere, refreshed.Said);
        Assert.Equal(before, await office.EverythingAsync());
    }
}
