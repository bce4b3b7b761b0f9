using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A manager mends a row of the weekly card.</summary>
public sealed class MendTests
{
    [Fact]
    [Trait("row", "M1")]
    public async Task A_manager_opens_a_row_puts_the_deal_in_nurture_and_takes_it_back()
    {
        await using var office = await PostedAsync();
        var digest = office.Channel.FromBot[^1];

        var row = (await office.Mona.PressAsync(digest, "Mend…")).Message;
        Assert.Contains("No firm next step since Tue 1 Dec.", row.CardText, StringComparison.Ordinal);
        Assert.Equal(["Ask for the next step", "Back to the list", "Nurture…", "Put it in nurture", "Delay…", "Agree the delay", "Close…", "Close it", "Mute…", "Mute it"], row.Buttons);
        var done = (await office.Mona.PressAsync(row, "Put it in nurture", new Dictionary<string, string> { ["nurtureEvery"] = "in 60 days", ["nurtureWhy"] = "Dana: after the merger" })).Message;

        Assert.Contains("Contoso renewal is in nurture until Fri 5 Feb.", done.CardText, StringComparison.Ordinal);
        var state = (await DealAsync(office)).State;
        Assert.Equal((DealPhase.Nurture, "Dana: after the merger", new LocalDate(2027, 2, 5)), (state.Phase, state.Evidence, state.Until));
        Assert.Contains(await office.TrailAsync("contoso"), line => line.What == "moved to Nurture" && line.By == office.Mona.AadObjectId);

        var undone = (await office.Mona.PressAsync(done, "Undo")).Message;
        Assert.Contains("Taken back. Contoso renewal stands as it did before.", undone.CardText, StringComparison.Ordinal);
        Assert.Equal(DealPhase.Open, (await DealAsync(office)).State.Phase);
        Assert.Contains(await office.TrailAsync("contoso"), line => line.What == "mend undone");
        var list = (await office.Mona.PressAsync(undone, "Back to the list")).Message;
        Assert.Contains("1 deal needs a hand this week", list.CardText, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("row", "M1")]
    [InlineData("Agree the delay", "Contoso renewal is delayed until Fri 15 Jan: their budget.", DealPhase.Delayed)]
    [InlineData("Close it", "Contoso renewal is closed as lost.", DealPhase.Lost)]
    [InlineData("Mute it", "Contoso renewal is muted until Thu 10 Dec.", DealPhase.Open)]
    public async Task Each_form_does_one_step_says_what_happened_and_offers_undo(string button, string told, DealPhase phase)
    {
        await using var office = await PostedAsync();
        var row = (await office.Mona.PressAsync(office.Channel.FromBot[^1], "Mend…")).Message;

        var done = (await office.Mona.PressAsync(row, button, FormOf(button))).Message;

        Assert.Contains(told, done.CardText, StringComparison.Ordinal);
        Assert.Contains("Undo", done.Buttons);
        Assert.Equal(phase, (await DealAsync(office)).State.Phase);
        Assert.Equal(Replies.NothingStalled, await DigestNowAsync(office));
        await office.Mona.PressAsync(done, "Undo");
        Assert.Contains("1 deal needs a hand this week", await DigestNowAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "M2")]
    public async Task Who_is_no_manager_gets_a_kind_refusal_and_nothing_changes()
    {
        await using var office = await PostedAsync();
        var digest = office.Channel.FromBot[^1];

        foreach (var person in (Person[])[office.Nick, office.Rosa])
            Assert.Equal(MendWords.MendRefused, (await person.PressAsync(digest, "Mend…")).Said);
        var row = (await office.Mona.PressAsync(digest, "Mend…")).Message;
        Assert.Equal(MendWords.MendRefused, (await office.Nick.PressAsync(row, "Close it", FormOf("Close it"))).Said);
        Assert.Equal(DealPhase.Open, (await DealAsync(office)).State.Phase);

        await office.Mona.LeavesAsync(office.Channel);
        Assert.Equal(MendWords.MendRefused, (await office.Mona.PressAsync(row, "Close it", FormOf("Close it"))).Said);
        Assert.Equal(0, (await DealAsync(office)).Version);
    }

    [Fact]
    [Trait("row", "M3")]
    public async Task A_press_on_an_old_row_shows_how_it_stands_and_writes_nothing()
    {
        await using var office = await PostedAsync();
        var row = (await office.Mona.PressAsync(office.Channel.FromBot[^1], "Mend…")).Message;
        await office.Mona.PressAsync(row, "Agree the delay", FormOf("Agree the delay"));
        var before = await DealAsync(office);

        var stale = (await office.Mona.PressAsync(row, "Close it", FormOf("Close it"))).Message;

        Assert.Contains("This has changed since you looked.", stale.CardText, StringComparison.Ordinal);
        Assert.Contains("Delayed until Fri 15 Jan: their budget.", stale.CardText, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await DealAsync(office)).Version);
    }

    [Fact]
    [Trait("row", "M2")]
    public async Task A_deal_of_another_team_is_not_found_by_its_id()
    {
        await using var office = await PostedAsync();
        await office.Crm.LogsAsync(Crm.Meeting("zoe@elsewhere.example", meeting =>
        {
            meeting["id"] = "m-2";
            (meeting["deal"] ?? throw new InvalidOperationException())["id"] = "fabrikam";
        }));
        var digest = office.Channel.FromBot[^1];
        var forged = digest with { Card = System.Text.Json.Nodes.JsonNode.Parse((digest.Card ?? []).ToJsonString().Replace("\"contoso\"", "\"fabrikam\"", StringComparison.Ordinal))?.AsObject() };

        Assert.Equal(MendWords.NotOnCard, (await office.Mona.PressAsync(forged, "Mend…")).Said);
    }

    [Fact]
    [Trait("row", "M4")]
    public async Task A_manager_asks_and_the_rep_answers_once_in_private_and_the_row_shows_it()
    {
        await using var office = await PostedAsync();
        var digest = office.Channel.FromBot[^1];
        var reminder = await office.Rosa.Chat.NextCardAsync();
        Assert.Contains("You see this first.", Flat(await office.Rosa.Chat.NextCardAsync()), StringComparison.Ordinal);
        var row = (await office.Mona.PressAsync(digest, "Mend…")).Message;

        var asked = (await office.Mona.PressAsync(row, "Ask for the next step")).Message;
        Assert.Contains("I ask Rosa Keller for the next step, in their own chat, Mon 7 Dec, 09:00 CET.", Flat(asked), StringComparison.Ordinal);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));
        Assert.Contains("Asked for the next step on Mon 7 Dec.", office.Channel.Now(digest)?.CardText, StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 1);
        var question = Assert.Single(office.Rosa.Chat.FromBot, message => Flat(message).Contains("Mona Lang asks, from the weekly card in Pipeline", StringComparison.Ordinal));
        Assert.NotEqual(reminder.Id, question.Id);
        var again = (await office.Mona.PressAsync(office.Channel.Now(digest) ?? digest, "Mend…")).Message;
        Assert.DoesNotContain("Ask for the next step", again.Buttons);
        var cards = SettingsTalkTests.CardsOf(office);

        await office.Rosa.PressAsync(question, "Save", new Dictionary<string, string> { ["reason"] = "out of spreadsheets before the audit", ["urgency"] = "High", ["driver"] = "audit in April", ["nextStep"] = "Demo with Dana, Tuesday 15 December at 15:00" });
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));

        var shown = office.Channel.Now(digest)?.CardText ?? "";
        Assert.Contains("Mended by Rosa Keller: firm, Tue 15 Dec, 15:00 CET", shown, StringComparison.Ordinal);
        Assert.Contains("No deal on this card needs a hand any more", shown, StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 11, 17, 0);
        Assert.Equal(cards, SettingsTalkTests.CardsOf(office));
    }

    [Fact]
    [Trait("row", "M4")]
    public async Task A_question_about_a_deal_that_was_told_of_asks_for_the_step_alone_and_can_be_withdrawn()
    {
        await using var office = await PostedAsync();
        await office.Rosa.PressAsync(await office.Rosa.Chat.NextCardAsync(), "Save", new Dictionary<string, string>
        {
            ["reason"] = "Their auditors found spreadsheets that nobody could explain",
            ["urgency"] = "High",
            ["driver"] = "audit in April",
            ["nextStep"] = "none",
        });
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));
        var digest = office.Channel.FromBot[^1];
        var row = (await office.Mona.PressAsync(digest, "Mend…")).Message;
        var asked = (await office.Mona.PressAsync(row, "Ask for the next step")).Message;
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 1);

        var question = office.Rosa.Chat.FromBot[^1];
        Assert.Contains("Their auditors found spreadsheets", question.CardText, StringComparison.Ordinal);
        Assert.DoesNotContain("urgency", (question.Card ?? []).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"none\" is a good answer, too.", Flat(question), StringComparison.Ordinal);
        await office.Mona.PressAsync(asked, "Take the question back");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));

        Assert.Contains("This question was withdrawn", office.Rosa.Chat.Now(question)?.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "M5")]
    public async Task The_posted_card_shows_who_mended_what_and_a_card_of_an_older_week_is_left_alone()
    {
        await using var office = await PostedAsync();
        var first = office.Channel.FromBot[^1];
        var row = (await office.Mona.PressAsync(first, "Mend…")).Message;
        await office.Mona.PressAsync(row, "Agree the delay", FormOf("Agree the delay"));
        Assert.DoesNotContain("Delayed", office.Channel.Now(first)?.CardText, StringComparison.Ordinal);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));

        var shown = office.Channel.Now(first);
        Assert.Contains("Delayed until Fri 15 Jan by Mona Lang", shown?.CardText, StringComparison.Ordinal);
        Assert.DoesNotContain("budget opens", shown?.CardText, StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 14, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));
        var open = (await office.Mona.PressAsync(shown ?? first, "Open…")).Message;
        await office.Mona.PressAsync(open, "Undo");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));
        Assert.Equal(shown?.CardText, office.Channel.Now(first)?.CardText);
    }

    /// <summary>A card's text without the line breaks of its picture.</summary>
    internal static string Flat(ShownMessage message) => string.Join(' ', message.CardText.Split((char[])[' ', '\n', '│', '─'], StringSplitOptions.RemoveEmptyEntries));

    internal static Dictionary<string, string> FormOf(string button) => button switch
    {
        "Agree the delay" => new() { ["delayUntil"] = "2027-01-15", ["delayWhy"] = "Dana: the budget opens in January" },
        "Close it" => new() { ["closeAs"] = "Lost", ["closeWhy"] = "price" },
        "Mute it" => new() { ["muteUntil"] = "2026-12-10" },
        _ => new() { ["nurtureWhy"] = "Dana: not now" },
    };

    /// <summary>Monday, just after the weekly card with Rosa's stalled deal has come.</summary>
    private static async Task<Office> PostedAsync()
    {
        var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 30);
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        await office.Channel.NextCardAsync();
        return office;
    }

    private static async Task<Deal> DealAsync(Office office) => await office.DealAsync("contoso") ?? throw new InvalidOperationException("The deal is gone.");

    private static async Task<string> DigestNowAsync(Office office)
    {
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");
        var answer = office.Channel.FromBot[^1];
        return answer.Card is null ? answer.Text ?? "" : answer.CardText;
    }
}
