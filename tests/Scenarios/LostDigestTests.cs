using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Dialogs;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A weekly card that does not come is never lost in silence.</summary>
public sealed class LostDigestTests
{
    private const string Channel = "the channel Pipeline";
    private static readonly LocalDate Monday = new(2026, 12, 7);

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", nameof(LostDigestWords.NotInTeam))]
    [InlineData(404, "ConversationNotFound", nameof(LostDigestWords.ChannelGone))]
    [InlineData(403, "NotEnoughPermissions", nameof(LostDigestWords.Refused))]
    [InlineData(502, "ServiceError", nameof(LostDigestWords.InDoubt))]
    [Trait("row", "FM49")]
    public async Task Whoever_set_it_up_is_told_once_why_it_did_not_come_and_what_to_do_and_admins_see_it(int status, string code, string words)
    {
        await using var office = await PointedAsync();
        office.Teams.AnswerNextSendWith(SendFault.Refusal(status, code));

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        var told = (await office.Mona.Chat.NextMessageAsync()).Text;
        Assert.Equal(words switch
        {
            nameof(LostDigestWords.NotInTeam) => LostDigestWords.NotInTeam(Channel),
            nameof(LostDigestWords.ChannelGone) => LostDigestWords.ChannelGone(Channel),
            nameof(LostDigestWords.Refused) => LostDigestWords.Refused(Channel, $"{status} {code}"),
            _ => LostDigestWords.InDoubt(Channel),
        }, told);
        var item = Assert.Single(await new StuckList(office.Store).ReadAsync(CancellationToken.None));
        Assert.Equal((Keys.Digest(Monday), $"{status} {code}"), (item.Id, item.Reason));
        await office.RestartAsync();
        await office.MoveToAsync(Berlin, 2026, 12, 13, 8, 0);
        Assert.Single(office.Mona.Chat.FromBot, message => message.Text == told);
    }

    [Fact]
    [Trait("row", "FM49")]
    public async Task Each_week_that_an_outage_swallowed_is_recorded_and_told_in_one_message()
    {
        await using var office = await PointedAsync();

        await office.MoveToAsync(Berlin, 2026, 12, 6, 8, 0);
        await office.CloseAsync();
        await office.Clock.AdvanceToAsync(At(Berlin, 2026, 12, 16, 9, 0));
        await office.ReopenAsync();
        await office.Clock.AdvanceAsync(Duration.FromSeconds(3));

        Assert.Equal(LostDigestWords.Missed(Channel, 2), (await office.Mona.Chat.NextMessageAsync()).Text);
        var trail = await office.Store.InPartitionAsync(
            Keys.ChannelPartition(office.Teams.TenantId, office.Channel.Id), EventDocument.Kind, continuation: null, limit: 100, CancellationToken.None);
        Assert.Equal(
            ["weekly card missed 2026-W50", "weekly card missed 2026-W51"],
            trail.Documents.Select(line => line.As(BotJson.Default.EventDocument).Value.What).Where(what => what.StartsWith("weekly", StringComparison.Ordinal)).Order());
    }

    [Fact]
    [Trait("row", "FM49")]
    public async Task When_somebody_else_removes_the_app_from_the_team_whoever_set_it_up_hears_of_it_and_who_did_it_oneself_does_not()
    {
        await using var office = await PointedAsync();

        await office.Nick.RemovesFromAsync(office.Channel);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        Assert.Equal(LostDigestWords.NotInTeam(Channel), (await office.Mona.Chat.NextMessageAsync()).Text);
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        var before = office.Mona.Chat.FromBot.Count;
        await office.Mona.RemovesFromAsync(office.Channel);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));
        Assert.Equal(before, office.Mona.Chat.FromBot.Count);
    }

    [Fact]
    public async Task Without_a_chat_with_whoever_set_it_up_another_manager_is_told_and_with_nobody_the_admins_list_says_so()
    {
        await using var office = await PointedAsync();
        await office.Mona.MentionsBotInAsync(office.Channel, "manager <at>Nick Bell</at>");
        await office.Mona.RemovesAsync();
        office.Teams.AnswerNextSendWith(SendFault.Refusal(403, "NotEnoughPermissions"));

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(2));

        var items = await new StuckList(office.Store).ReadAsync(CancellationToken.None);
        Assert.Contains(items, item => item.Id == Keys.Lost(Keys.Digest(Monday)) && item.WhatToDo.StartsWith("A weekly card did not come", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "SEC34")]
    public async Task Operators_see_the_heartbeat_of_every_schedule_and_nobody_elses_name()
    {
        await using var office = await PointedAsync();
        Assert.Contains("New, tried never, posted never, next 2026-12-07T07:00Z", await ReadyAsync(office), StringComparison.Ordinal);

        await office.MoveToAsync(Berlin, 2026, 12, 7, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.Contains("Posted, tried 2026-12-07T07:00Z, posted 2026-12-07T07:00Z, next 2026-12-14T07:00Z", await ReadyAsync(office), StringComparison.Ordinal);

        office.Teams.AnswerNextSendWith(SendFault.Refusal(403, "NotEnoughPermissions"));
        await office.MoveToAsync(Berlin, 2026, 12, 14, 8, 0);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(1));
        var failed = await ReadyAsync(office);
        Assert.Contains("Failed, tried 2026-12-14T07:00Z, posted 2026-12-07T07:00Z", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("Pipeline", failed, StringComparison.Ordinal);
        Assert.Equal("ready", await ReadyAsync(office, forwarded: true));
    }

    private static async Task<Office> PointedAsync()
    {
        var office = await OpenAsync();
        await office.Mona.InstallsAsync();
        await office.Mona.Chat.NextMessageAsync();
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email));
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        return office;
    }

    private static async Task<string> ReadyAsync(Office office, bool forwarded = false)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Teams.BotAddress ?? throw new InvalidOperationException("No bot."), "health/ready?schedules"));
        if (forwarded)
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
