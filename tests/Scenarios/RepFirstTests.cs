using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A rep hears of their stalled deals before the channel does.</summary>
public sealed class RepFirstTests
{
    private static readonly Dictionary<string, string> Firm = new()
    {
        ["reason"] = "out of spreadsheets before the audit",
        ["urgency"] = "High",
        ["driver"] = "audit in April",
        ["nextStep"] = "Demo with Dana, Tuesday 15 December at 15:00",
    };

    [Fact]
    [Trait("row", "M6")]
    public async Task A_rep_gets_one_heads_up_on_the_last_working_morning_and_what_they_mend_never_reaches_the_channel()
    {
        await using var office = await PointedAsync(deals: 3);
        await office.MoveToAsync(Berlin, 2026, 12, 4, 8, 59);
        var before = office.Rosa.Chat.FromBot.Count;
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        var headsUp = Assert.Single(office.Rosa.Chat.FromBot.Skip(before), message => MendTests.Flat(message).Contains("You see this first.", StringComparison.Ordinal));
        Assert.Contains("3 of your deals could use a hand", headsUp.CardText, StringComparison.Ordinal);
        Assert.Contains("You see this first. The weekly card in Pipeline comes Mon 7 Dec, 08:00 CET", MendTests.Flat(headsUp), StringComparison.Ordinal);
        var form = (await office.Rosa.PressAsync(headsUp, "Mend it")).Message;
        var saved = (await office.Rosa.PressAsync(form, "Save", Firm)).Message;
        Assert.Contains("Saved: a firm next step", saved.CardText, StringComparison.Ordinal);
        var list = (await office.Rosa.PressAsync(saved, "My other deals")).Message;
        Assert.Contains("2 of your deals could use a hand", list.CardText, StringComparison.Ordinal);

        var card = await WeeklyCardAsync(office);
        Assert.Contains("2 deals need a hand this week", card, StringComparison.Ordinal);
        Assert.Contains("1 was mended before this card.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Deal 1", card, StringComparison.Ordinal);
        Assert.Single(office.Rosa.Chat.FromBot, message => message.CardText.Contains("You see this first", StringComparison.Ordinal) || message.Id == headsUp.Id);
    }

    [Fact]
    [Trait("row", "M6")]
    public async Task What_stalls_after_the_heads_up_waits_for_the_next_card_and_is_counted()
    {
        await using var office = await PointedAsync(deals: 1);
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 1);
        await office.Crm.LogsAsync(MeetingOf(office, 2, "2026-12-04T09:00:00+01:00", "2026-12-04T09:30:00+01:00"));
        await office.MoveToAsync(Berlin, 2026, 12, 4, 17, 0);

        var first = await WeeklyCardAsync(office);
        Assert.Contains("1 deal needs a hand this week", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Deal 2", first, StringComparison.Ordinal);
        await office.MoveToAsync(Berlin, 2026, 12, 11, 9, 1);
        await office.MoveToAsync(Berlin, 2026, 12, 14, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.Contains("Deal 2", (await office.Channel.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "M6")]
    public async Task Who_cannot_be_reached_is_no_way_round()
    {
        await using var office = await PointedAsync(deals: 1, isInstalled: false);
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 1);

        Assert.Contains("Deal 1", await WeeklyCardAsync(office), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("row", "M6")]
    [InlineData("stop")]
    [InlineData("pause until Wednesday")]
    public async Task Nor_is_who_wants_no_messages(string said)
    {
        await using var office = await PointedAsync(deals: 1);
        await office.MoveToAsync(Berlin, 2026, 12, 3, 12, 0);
        await office.Rosa.SaysAsync(said);
        var before = office.Rosa.Chat.FromBot.Count;
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 1);

        Assert.Contains("Deal 1", await WeeklyCardAsync(office), StringComparison.Ordinal);
        Assert.Equal(before, office.Rosa.Chat.FromBot.Count);
    }

    [Fact]
    [Trait("row", "M6")]
    public async Task A_heads_up_less_than_a_day_before_the_card_is_too_late_for_it()
    {
        await using var office = await PointedAsync(deals: 1);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest on Monday at 17:00");
        await office.MoveToAsync(Berlin, 2026, 12, 3, 12, 0);
        await office.Rosa.SaysAsync("pause until Monday");
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 1);
        Assert.Single(office.Rosa.Chat.FromBot, message => MendTests.Flat(message).Contains("You see this first.", StringComparison.Ordinal));

        await office.MoveToAsync(Berlin, 2026, 12, 7, 17, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.DoesNotContain(office.Channel.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "M6")]
    public async Task Without_a_day_of_warning_there_is_no_row()
    {
        await using var office = await PointedAsync(deals: 1, pointedOn: 6);

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        Assert.DoesNotContain(office.Channel.FromBot, message => message.Card is not null);
    }

    [Fact]
    [Trait("row", "M6")]
    public async Task A_heads_up_is_sent_once_whatever_restarts()
    {
        await using var office = await PointedAsync(deals: 1);
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 1);
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 4, 17, 0);
        await office.MoveToAsync(Berlin, 2026, 12, 7, 7, 0);

        Assert.Single(office.Rosa.Chat.FromBot, message => message.CardText.Contains("You see this first", StringComparison.Ordinal));
    }

    private static async Task<string> WeeklyCardAsync(Office office)
    {
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        return (await office.Channel.NextCardAsync()).CardText;
    }

    /// <summary>Rosa held a meeting about each deal on Tuesday, and Mona has pointed the Monday card here.</summary>
    private static async Task<Office> PointedAsync(int deals, bool isInstalled = true, int pointedOn = 1)
    {
        var office = await OpenAsync();
        if (isInstalled)
            await office.Rosa.InstallsAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        for (var number = 1; number <= deals; number++)
            await office.Crm.LogsAsync(MeetingOf(office, number, "2026-12-01T09:00:00+01:00", "2026-12-01T09:30:00+01:00"));
        if (pointedOn > 1)
            await office.MoveToAsync(Berlin, 2026, 12, pointedOn, 18, 0);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));
        return office;
    }

    private static JsonObject MeetingOf(Office office, int number, string start, string end) => Crm.Meeting(office.Rosa.Email, meeting =>
    {
        meeting["id"] = $"m-{number}";
        meeting["start"] = start;
        meeting["end"] = end;
        var deal = meeting["deal"] ?? throw new InvalidOperationException("A meeting is about a deal.");
        deal["id"] = $"d{number}";
        deal["name"] = $"Deal {number}";
        deal["amount"] = 100_000 - number;
    });

}
