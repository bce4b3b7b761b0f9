using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;
using static FollowUpBot.Tests.Scenarios.PlatformEvent;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What Teams tells of by itself: places change, meetings end, and things happen that nobody has heard of.</summary>
public sealed class PlatformEventTests
{
    [Theory]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("typing")]
    [InlineData("somethingOf2031")]
    [Trait("row", "R18")]
    [Trait("store", "sqlite")] // it looks into the file
    public async Task An_event_that_means_nothing_to_the_bot_is_taken_and_left_alone(string type)
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        var (before, said) = (await office.EverythingAsync(), office.Rosa.Chat.FromBot.Count);

        var (status, body) = await ArriveAsync(office, Of(office, office.Rosa, type));

        Assert.Equal((200, null), (status, body));
        Assert.Equal(before, await office.EverythingAsync());
        Assert.Equal(said, office.Rosa.Chat.FromBot.Count);
    }

    [Theory]
    [InlineData("composeExtension/query", "composeExtension", "text")]
    [InlineData("composeExtension/queryLink", "composeExtension", "text")]
    [InlineData("composeExtension/fetchTask", "task", "value")]
    [InlineData("composeExtension/submitAction", "task", "value")]
    [InlineData("task/fetch", "task", "value")]
    [InlineData("task/submit", "task", "value")]
    [Trait("row", "R58")]
    public async Task A_feature_that_the_app_does_not_offer_is_answered_by_a_line_in_its_own_shape(string name, string shape, string field)
    {
        await using var office = await OpenAsync();

        var (status, body) = await ArriveAsync(office, Invoke(office, office.Rosa, name, new JsonObject { ["commandId"] = "x" }));

        Assert.Equal(200, status);
        Assert.Equal("message", (string?)body?[shape]?["type"]);
        Assert.Equal(Replies.NoSuchFeature, (string?)body?[shape]?[field]);
    }

    [Theory]
    [InlineData("adaptiveCard/action", "{\"action\":{\"verb\":\"explode\"},\"trigger\":\"manual\"}")]
    [InlineData("adaptiveCard/action", "{}")]
    [InlineData("signin/verifyState", "{}")]
    [InlineData("of/2031", "{}")]
    [Trait("row", "R58")]
    public async Task A_call_that_nobody_knows_is_told_so_with_status_200(string name, string value)
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();

        var (status, body) = await ArriveAsync(office, Invoke(office, office.Rosa, name, JsonNode.Parse(value)?.AsObject() ?? []));

        Assert.Equal(200, status);
        Assert.InRange((int?)body?["statusCode"] ?? 0, 200, 400);
        var said = body?["value"] is JsonObject error ? error["message"] : body?["value"];
        Assert.Equal(Replies.NotUnderstoodCard, (string?)said);
    }

    [Fact]
    [Trait("row", "R18")]
    public async Task A_renamed_channel_is_known_by_its_new_name()
    {
        await using var office = await PointedAsync();

        await ArriveAsync(office, Change(office, office.Channel, office.Mona, "channelRenamed", "Pipeline 2027"));

        Assert.Equal("Pipeline 2027", (await office.ChannelAsync())?.Name);
    }

    [Theory]
    [InlineData("channelDeleted")]
    [InlineData("teamDeleted")]
    [InlineData("teamHardDeleted")]
    [Trait("row", "R18")]
    public async Task What_is_deleted_gets_no_weekly_card_any_more(string eventType)
    {
        await using var office = await PointedAsync();

        await ArriveAsync(office, Change(office, office.Channel, office.Mona, eventType));
        await office.MoveToAsync(Berlin, 2026, 12, 7, 9, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));

        Assert.Null(await office.ChannelAsync());
        Assert.DoesNotContain(office.Channel.FromBot, message => message.Card is not null);
    }

    [Fact]
    public async Task A_channel_that_is_deleted_leaves_the_others_alone()
    {
        await using var office = await PointedAsync();
        var other = office.Channel.Team.Channel("Other");

        await ArriveAsync(office, Change(office, other, office.Mona, "channelDeleted"));

        Assert.NotNull(await office.ChannelAsync());
    }

    [Fact]
    [Trait("row", "R18")]
    public async Task A_bot_that_was_taken_out_of_the_team_falls_silent()
    {
        await using var office = await PointedAsync();

        await ArriveAsync(office, Change(office, office.Channel, office.Mona, "teamMemberRemoved", null, FollowUpBot.Bot.Demo.TeamsStandIn.BotId));

        Assert.Null(await office.ChannelAsync());
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task Who_leaves_the_team_manages_nothing_in_it_from_that_moment()
    {
        await using var office = await PointedAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");

        await ArriveAsync(office, Change(office, office.Channel, office.Nick, "teamMemberRemoved", null, office.Mona.Id));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");

        Assert.Equal(Replies.DigestRefused, office.Channel.FromBot[^1].Text);
        Assert.DoesNotContain((await office.ChannelAsync())?.Roster ?? [], member => member.UserId == office.Mona.Id);
    }

    [Fact]
    [Trait("row", "R17")]
    public async Task An_upgrade_of_the_app_says_nothing_and_forgets_nothing()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        var said = office.Rosa.Chat.FromBot.Count;
        var upgrade = Of(office, office.Rosa, "installationUpdate");
        upgrade["action"] = "add-upgrade";

        await ArriveAsync(office, upgrade);

        Assert.Equal(said, office.Rosa.Chat.FromBot.Count);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        await office.Rosa.Chat.NextCardAsync();
    }

    [Fact]
    public async Task A_removal_that_is_told_of_after_the_app_came_back_takes_nothing_away()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        var removal = Of(office, office.Rosa, "installationUpdate");
        removal["action"] = "remove";
        await office.Clock.AdvanceAsync(Duration.FromMinutes(1));
        await office.Rosa.InstallsAsync();

        await ArriveAsync(office, removal);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));

        await office.Rosa.Chat.NextCardAsync();
    }

    [Fact]
    [Trait("row", "R18")]
    public async Task A_person_who_was_deleted_is_sent_nothing_any_more()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        var gone = Of(office, office.Rosa, "conversationUpdate");
        gone["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = office.Rosa.Id });

        await ArriveAsync(office, gone);
        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));

        Assert.DoesNotContain(office.Rosa.Chat.FromBot, message => message.Card is not null);
    }

    [Theory]
    [InlineData("Contoso renewal: review", 1)]
    [InlineData("Lunch", 0)]
    [Trait("row", "R27")]
    public async Task A_meeting_that_ended_in_Teams_is_asked_about_when_its_title_names_one_deal(string title, int more)
    {
        await using var office = await OpenAsync();
        await FollowUpByCardTests.RemindedAsync(office);
        var ended = Of(office, office.Rosa, "event");
        (ended["name"], ended["value"]) = ("application/vnd.microsoft.meetingEnd", new JsonObject
        {
            ["MeetingType"] = "Scheduled",
            ["Title"] = title,
            ["Id"] = "MCMxOTptZWV0aW5n",
            ["EndTime"] = office.Clock.GetCurrentInstant().ToString(),
        });
        var cards = office.Rosa.Chat.FromBot.Count(message => message.Card is not null);

        await ArriveAsync(office, ended);
        await ArriveAsync(office, ended);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(5));

        Assert.Equal(cards + more, office.Rosa.Chat.FromBot.Count(message => message.Card is not null));
    }

    /// <summary>One stalled deal, and a channel that gets its card on Monday.</summary>
    private static async Task<Office> PointedAsync()
    {
        var office = await OpenAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        Assert.NotNull(await office.ChannelAsync());
        return office;
    }
}
