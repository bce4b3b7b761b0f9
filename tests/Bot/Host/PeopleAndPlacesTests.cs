using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Tests.Scenarios;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class PeopleAndPlacesTests
{
    [Fact]
    [Trait("row", "SEC5")]
    [Trait("row", "SEC7")]
    public async Task Anothers_follow_up_and_one_that_is_not_there_read_the_same_and_nothing_is_written()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.Nick.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));

        var others = await PressAsync(bot, bot.Nick, "contoso", "reminder:m-1");
        var nobodys = await PressAsync(bot, bot.Nick, "contoso", "reminder:m-2");

        Assert.Equal(nobodys, others);
        Assert.DoesNotContain("Contoso", others, StringComparison.Ordinal);
        Assert.True((await bot.ReminderAsync("contoso", "m-1"))?.IsOpen);
        Assert.Contains("Contoso renewal", await PressAsync(bot, bot.Rosa, "contoso", "reminder:m-1"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC9")]
    public async Task Only_whoever_installed_the_app_in_the_team_or_an_admin_points_the_weekly_card()
    {
        var admin = "00000000-0000-4000-8000-000000000002"; // Nick
        await using var bot = await RehearsedBot.StartAsync(("Bot:Admins:0", admin));
        await bot.Mona.InstallsInAsync(bot.Channel);

        await bot.Rosa.MentionsBotInAsync(bot.Channel, "digest here");
        Assert.Null(await ChannelAsync(bot));
        await bot.Nick.MentionsBotInAsync(bot.Channel, "digest here");
        Assert.Equal([admin], (await ChannelAsync(bot))?.Managers);
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest here");
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest here 19:another@thread.tacv2");

        Assert.Equal([admin, bot.Mona.AadObjectId], (await ChannelAsync(bot))?.Managers);
        Assert.Equal(bot.Channel.Id, (await ChannelAsync(bot))?.ChannelId);
        Assert.Null(await bot.Real.GetAsync(Keys.ChannelPartition(bot.Teams.TenantId, "19:another@thread.tacv2"), Keys.Channel, CancellationToken.None));
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task A_manager_who_left_the_team_sees_nothing_from_the_moment_Teams_tells()
    {
        await using var bot = await PointedAsync();
        Assert.Contains("1 deal", await DigestNowAsync(bot), StringComparison.Ordinal);

        await bot.Mona.LeavesAsync(bot.Channel);

        Assert.DoesNotContain("deal needs", await DigestNowAsync(bot), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Mona.AadObjectId, (await ChannelAsync(bot))?.Managers ?? []);
        Assert.DoesNotContain((await ChannelAsync(bot))?.Roster ?? [], member => member.ObjectId == bot.Mona.AadObjectId);
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task A_manager_who_left_unnoticed_sees_nothing_after_fifteen_minutes_at_most()
    {
        await using var bot = await PointedAsync();
        Assert.Contains("1 deal", await DigestNowAsync(bot), StringComparison.Ordinal);

        await bot.Mona.LeavesAsync(bot.Channel, isTold: false);
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(15) + Duration.FromSeconds(1));

        Assert.DoesNotContain("deal needs", await DigestNowAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC6")]
    public async Task A_rep_who_left_the_team_is_not_in_its_card()
    {
        await using var bot = await PointedAsync();

        await bot.Nick.LeavesAsync(bot.Channel);

        Assert.Contains("No deal", await DigestNowAsync(bot), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whom_the_bot_cannot_reach_stands_on_the_card_until_they_install_it()
    {
        await using var bot = await PointedAsync();
        await bot.Crm.LogsAsync(Crm.Meeting(bot.Nick.Email, meeting => meeting["id"] = "m-9"));
        await bot.Clock.AdvanceAsync(Duration.FromDays(1));
        Assert.Contains("I cannot reach: Nick Bell", await DigestNowAsync(bot), StringComparison.Ordinal);

        await bot.Nick.InstallsAsync();
        await bot.Clock.AdvanceAsync(Duration.FromHours(8)); // it is night in New York
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(1));

        Assert.NotNull(await bot.Nick.Chat.NextCardAsync());
        Assert.DoesNotContain("I cannot reach", await DigestNowAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "FM42")]
    public async Task Once_the_app_is_removed_not_one_message_or_update_leaves()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        await bot.Rosa.Chat.NextCardAsync();
        await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email, meeting => (meeting["id"], meeting["end"]) = ("m-2", "2026-12-01T09:45:00+01:00")));

        await bot.Rosa.RemovesAsync();
        var sent = bot.Teams.Presented.Count;
        await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email, meeting => (meeting["revision"], meeting["cancelled"]) = (2, true)));
        await bot.Clock.AdvanceAsync(Duration.FromDays(2));

        Assert.Equal(sent, bot.Teams.Presented.Count);
    }

    /// <summary>The channel has its digest, by Mona, and Nick a deal that is stalled.</summary>
    private static async Task<RehearsedBot> PointedAsync()
    {
        var bot = await RehearsedBot.StartAsync();
        await bot.Mona.InstallsInAsync(bot.Channel);
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest here");
        await bot.Crm.LogsAsync(Crm.Meeting(bot.Nick.Email, meeting =>
            (meeting["start"], meeting["end"]) = ("2026-11-24T09:00:00+01:00", "2026-11-24T09:30:00+01:00")));
        return bot;
    }

    private static async Task<string> DigestNowAsync(RehearsedBot bot)
    {
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest now");
        return bot.Channel.FromBot[^1].ToString();
    }

    private static async Task<ChannelDocument?> ChannelAsync(RehearsedBot bot) =>
        (await bot.Real.FindAsync(Keys.ChannelPartition(bot.Teams.TenantId, bot.Channel.Id), Keys.Channel, BotJson.Default.ChannelDocument, CancellationToken.None))?.Value;

    private static async Task<string> PressAsync(RehearsedBot bot, Person by, string deal, string reminder)
    {
        var data = new JsonObject { ["deal"] = deal, ["reminder"] = reminder, ["version"] = "7" };
        var activity = bot.Said(change: said =>
        {
            said["type"] = "invoke";
            said["name"] = "adaptiveCard/action";
            said["from"] = new JsonObject { ["id"] = by.Id, ["name"] = by.Name, ["aadObjectId"] = by.AadObjectId };
            said["conversation"]!["id"] = by.Chat.Id;
            said["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "save", ["data"] = data }, ["trigger"] = "manual" };
        });
        using var answer = await bot.PostAsync(activity.ToJsonString(), "Bearer " + bot.Token());
        return await answer.Content.ReadAsStringAsync();
    }
}
