using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>"digest settings" in a channel.</summary>
public sealed class DigestSettingsTests
{
    private static readonly string AllButR1 = string.Join(',', StallRules.All.Select(row => row.Id).Where(id => id != "R1"));

    [Fact]
    public async Task What_is_not_set_is_as_configured_and_the_card_says_what_that_is()
    {
        await using var office = await StalledAsync();

        var card = await SettingsAsync(office);

        Assert.Contains("As configured: To mid-size companies", card.CardText, StringComparison.Ordinal);
        Assert.Contains("\"21 (usual)\"", card.Card?.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Language: English", card.CardText, StringComparison.Ordinal);
        await office.Mona.PressAsync(card, "Save");
        Assert.Equal(ChannelSettings.None, (await office.ChannelAsync())?.Settings);
    }

    [Fact]
    [Trait("row", "SEC31")]
    public async Task A_change_is_one_stored_and_audited_change_that_the_channels_verdicts_follow_and_undo_takes_back()
    {
        await using var office = await StalledAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 0);
        Assert.Contains("No firm next step", await SaysAsync(office, "digest now"), StringComparison.Ordinal);

        var saved = await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string>
        {
            ["rules"] = AllButR1.Replace("R13,", "", StringComparison.Ordinal),
            ["motion"] = "In one call",
            ["rows"] = "3",
            ["day"] = "Friday",
            ["time"] = "16:30",
            ["zone"] = "america/new_york",
        });

        Assert.Contains("Saved. The next weekly card comes Fri 4 Dec 2026, 16:30 EST.", saved.Message.CardText, StringComparison.Ordinal);
        var channel = await office.ChannelAsync();
        Assert.Equal((Motion.OneCall, 3, "America/New_York", IsoDayOfWeek.Friday), (channel?.Settings.Motion, channel?.Settings.Rows, channel?.ZoneId, channel?.Day));
        Assert.Contains("No stalled deals this week", await SaysAsync(office, "digest now"), StringComparison.Ordinal);
        Assert.DoesNotContain("R1,", await SaysAsync(office, "why Contoso"), StringComparison.Ordinal);
        Assert.Contains("\"motion\":\"OneCall\"", Assert.Single(await TrailAsync(office), line => line.What == "digest settings").Detail, StringComparison.Ordinal);

        var undone = await office.Mona.PressAsync(saved.Message, "Undo the last change");

        Assert.Contains("Taken back. The next weekly card comes Mon 7 Dec 2026, 08:00 CET.", undone.Message.CardText, StringComparison.Ordinal);
        Assert.Contains("No firm next step", await SaysAsync(office, "digest now"), StringComparison.Ordinal);
        Assert.Contains(await TrailAsync(office), line => line.What == "digest settings undone");
    }

    [Fact]
    [Trait("row", "FM36")]
    public async Task A_press_on_an_old_card_shows_the_settings_as_they_stand_and_changes_nothing()
    {
        await using var office = await StalledAsync();
        var old = await SettingsAsync(office);
        await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string> { ["rows"] = "4" });

        var pressed = await office.Mona.PressAsync(old, "Save", new Dictionary<string, string> { ["rows"] = "9" });

        Assert.Contains(SettingsWords.Stale, pressed.Message.CardText.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(4, (await office.ChannelAsync())?.Settings.Rows);
    }

    [Fact]
    public async Task What_cannot_be_is_named_and_nothing_is_saved()
    {
        await using var office = await StalledAsync();

        var pressed = await office.Mona.PressAsync(
            await SettingsAsync(office), "Save", new Dictionary<string, string> { ["rows"] = "99", ["zone"] = "Berlin", ["amber"] = "5", ["red"] = "2" });

        var said = string.Join(' ', pressed.Message.CardText.Split((char[])['\n', '│', ' '], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Deals on the card: please give a number from 1 to 15.", said, StringComparison.Ordinal);
        Assert.Contains("I do not know that time zone.", said, StringComparison.Ordinal);
        Assert.Contains("the second number of working days cannot be smaller", said, StringComparison.Ordinal);
        Assert.Equal((0, ChannelSettings.None), ((await office.ChannelAsync())?.Version, (await office.ChannelAsync())?.Settings));
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task Only_managers_see_and_change_the_settings()
    {
        await using var office = await StalledAsync();
        var card = await SettingsAsync(office);

        Assert.Equal(Replies.DigestRefused, await SaysAsync(office, "digest settings", office.Nick));
        Assert.Equal(Replies.DigestRefused, (await office.Nick.PressAsync(card, "Save", new Dictionary<string, string> { ["rows"] = "9" })).Said);

        Assert.Null((await office.ChannelAsync())?.Settings.Rows);
    }

    [Fact]
    public async Task A_channel_follows_the_reps_and_pipelines_that_were_chosen()
    {
        await using var office = await StalledAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Nick.Email, meeting =>
        {
            meeting["id"] = "m-2";
            meeting["deal"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "fabrikam", ["name"] = "Fabrikam", ["pipeline"] = "New business" };
        }));
        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 0);
        var both = await SaysAsync(office, "digest now");
        Assert.Contains("Contoso renewal", both, StringComparison.Ordinal);
        Assert.Contains("Fabrikam", both, StringComparison.Ordinal);

        var chosen = await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string> { ["reps"] = "Rosa Keller" });
        Assert.DoesNotContain("Fabrikam", await SaysAsync(office, "digest now"), StringComparison.Ordinal);

        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        await office.Mona.PressAsync(chosen.Message, "Save", new Dictionary<string, string> { ["reps"] = "", ["pipelines"] = "New business" });
        var piped = await SaysAsync(office, "digest now");
        Assert.Contains("Fabrikam", piped, StringComparison.Ordinal);
        Assert.DoesNotContain("Contoso", piped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_a_stalled_deal_gets_one_line_where_the_channel_wants_it()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string> { ["nothing"] = "Say one line" });

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Equal(Replies.NothingStalled, office.Channel.FromBot[^1].Text);
    }

    [Fact]
    public async Task The_buyers_words_are_hidden_in_a_channel_unless_it_wants_them()
    {
        await using var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "their auditors found holes", ["urgency"] = "High", ["nextStep"] = "Friday at 3" });
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");

        var hidden = await SaysAsync(office, "why Contoso");
        Assert.Contains("hidden in this channel", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("auditors", hidden, StringComparison.Ordinal);

        await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string> { ["quotes"] = "Show them" });
        Assert.Contains("Why they want it: \"their auditors found holes\"", await SaysAsync(office, "why Contoso"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_list_comes_in_pages_of_ten_for_managers_alone()
    {
        await using var office = await StalledAsync();
        for (var number = 2; number <= 12; number++)
        {
            var id = number;
            await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
            {
                meeting["id"] = $"m-{id}";
                meeting["deal"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"deal-{id}", ["name"] = $"Deal {id:00}", ["amount"] = 1000 * id, ["currency"] = "EUR" };
            }));
        }

        await office.MoveToAsync(Berlin, 2026, 12, 4, 9, 0);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");
        var week = office.Channel.FromBot[^1];
        Assert.Contains("+5 more", week.CardText, StringComparison.Ordinal);

        var first = await office.Mona.PressAsync(week, "Show all");
        Assert.Contains("Page 1 of 2", first.Message.CardText, StringComparison.Ordinal);
        Assert.Contains("1. Contoso renewal", first.Message.CardText, StringComparison.Ordinal);
        Assert.Equal(Replies.DigestRefused, (await office.Nick.PressAsync(first.Message, "Next")).Said);
        var second = await office.Mona.PressAsync(first.Message, "Next");
        Assert.Contains("12. Deal 02", second.Message.CardText, StringComparison.Ordinal);
        Assert.Contains("1. Contoso renewal", (await office.Mona.PressAsync(second.Message, "Back")).Message.CardText, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", await SaysAsync(office, "digest all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_card_that_is_updated_keeps_the_channels_number_of_deals()
    {
        await using var office = await StalledAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, meeting =>
        {
            meeting["id"] = "m-2";
            meeting["deal"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "fabrikam", ["name"] = "Fabrikam", ["amount"] = 90_000, ["currency"] = "EUR" };
        }));
        await office.Mona.PressAsync(await SettingsAsync(office), "Save", new Dictionary<string, string> { ["rows"] = "1" });
        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        var posted = office.Channel.FromBot[^1];
        Assert.Contains("+1 more", posted.CardText, StringComparison.Ordinal);

        await office.Mona.PressAsync((await office.Mona.PressAsync(posted, "Mend…")).Message, "Ask for the next step");
        await office.Clock.AdvanceAsync(Duration.FromSeconds(10));

        var updated = office.Channel.Now(posted)?.CardText;
        Assert.Contains("Asked for the next step", updated, StringComparison.Ordinal);
        Assert.Contains("+1 more", updated, StringComparison.Ordinal);
    }

    private static async Task<Office> StalledAsync()
    {
        var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        return office;
    }

    private static async Task<ShownMessage> SettingsAsync(Office office)
    {
        await office.Mona.MentionsBotInAsync(office.Channel, "digest settings");
        return office.Channel.FromBot[^1];
    }

    private static async Task<string> SaysAsync(Office office, string words, Person? by = null)
    {
        await (by ?? office.Mona).MentionsBotInAsync(office.Channel, words);
        var answer = office.Channel.FromBot[^1];
        return answer.Card is null ? answer.Text ?? "" : answer.CardText;
    }

    private static async Task<IReadOnlyList<EventDocument>> TrailAsync(Office office)
    {
        var page = await office.Store.InPartitionAsync(
            Keys.ChannelPartition(office.Teams.TenantId, office.Channel.Id), EventDocument.Kind, continuation: null, limit: 100, CancellationToken.None);
        return [.. page.Documents.Select(line => line.As(BotJson.Default.EventDocument).Value)];
    }
}
