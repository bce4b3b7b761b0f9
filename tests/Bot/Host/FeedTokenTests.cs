using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Tests.Scenarios;
using FollowUpBot.Tests.Teams.Tokens;

namespace FollowUpBot.Tests.Bot.Host;

[Trait("row", "SEC13")]
public sealed class FeedTokenTests
{
    private const string FeedApp = "6f1c1f9a-5a1f-4b7e-8d0e-2f0b1d1c9a10";
    private const string Flow = "9d0c2a6e-7b1f-4b3a-8a55-0c1d2e3f4a5b";

    [Fact]
    public async Task A_meeting_comes_in_with_an_app_token_alone_and_its_repeat_changes_nothing()
    {
        await using var bot = await StartAsync();
        var meeting = Crm.Meeting(bot.Rosa.Email).ToJsonString();

        Assert.Equal(202, await PostAsync(bot, meeting, Token(bot)));
        Assert.Equal(200, await PostAsync(bot, meeting, Token(bot)));

        Assert.Equal("Contoso renewal", (await bot.DealAsync("contoso"))?.Facts.Name);
        Assert.Equal([$"app-{Flow}"], (await bot.EventsAsync("contoso")).Select(line => line.By));
    }

    [Theory]
    [InlineData(401, """{"aud":"00000003-0000-0000-c000-000000000000"}""")]
    [InlineData(401, """{"iss":"https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0"}""")]
    [InlineData(403, """{"roles":["Meetings.Read"]}""")]
    [InlineData(403, """{"tid":"11111111-2222-4333-8444-555555555555"}""")]
    [InlineData(403, """{"scp":"Meetings.Log"}""")]
    [InlineData(403, """{"azp":null}""")]
    public async Task Another_token_is_refused_before_the_store_is_asked(int status, string changes)
    {
        await using var bot = await StartAsync();
        var before = bot.Store.Asked;

        Assert.Equal(status, await PostAsync(bot, Crm.Meeting(bot.Rosa.Email).ToJsonString(), Token(bot, JsonNode.Parse(changes)?.AsObject())));
        Assert.Equal(before, bot.Store.Asked);
    }

    [Fact]
    public async Task Without_an_app_id_no_token_is_believed_and_signatures_go_on()
    {
        await using var bot = await RehearsedBot.StartAsync();

        Assert.Equal(401, await PostAsync(bot, Crm.Meeting(bot.Rosa.Email).ToJsonString(), Token(bot)));
        Assert.Equal(202, (await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email))).Status);
    }

    [Fact]
    public async Task A_token_of_Teams_opens_no_feed_and_a_token_of_the_feed_no_chat()
    {
        await using var bot = await StartAsync();

        Assert.Equal(401, await PostAsync(bot, Crm.Meeting(bot.Rosa.Email).ToJsonString(), bot.Token()));
        using var answer = await bot.PostAsync(bot.Said().ToJsonString(), "Bearer " + Token(bot));
        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task While_the_tenants_keys_were_never_read_the_sender_is_asked_to_come_again()
    {
        await using var bot = await StartAsync();
        bot.Issuer.IsDown = true;

        Assert.Equal(503, await PostAsync(bot, Crm.Meeting(bot.Rosa.Email).ToJsonString(), Token(bot)));
    }

    [Fact]
    public async Task The_tenant_is_that_of_the_token_whatever_the_body_says()
    {
        await using var bot = await StartAsync();
        var meeting = Crm.Meeting(bot.Rosa.Email, body => body["tenant"] = "11111111-2222-4333-8444-555555555555");

        Assert.Equal(202, await PostAsync(bot, meeting.ToJsonString(), Token(bot)));

        Assert.NotNull(await bot.Real.GetAsync(Keys.DealPartition(bot.Teams.TenantId, "contoso"), Keys.Deal, CancellationToken.None));
    }

    private static Task<RehearsedBot> StartAsync() => RehearsedBot.StartAsync(("Feed:AppId", FeedApp));

    private static string Token(RehearsedBot bot, JsonObject? changes = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = $"https://login.microsoftonline.com/{bot.Teams.TenantId}/v2.0",
            ["aud"] = FeedApp,
            ["tid"] = bot.Teams.TenantId,
            ["azp"] = Flow,
            ["roles"] = new JsonArray("Meetings.Log"),
        };
        foreach (var (name, value) in changes ?? [])
            claims[name] = value?.DeepClone();
        return LoopbackIssuer.Token(bot.Now, claims);
    }

    private static async Task<int> PostAsync(RehearsedBot bot, string body, string token)
    {
        using var answer = await bot.SendAsync(HttpMethod.Post, "api/meetings", new StringContent(body), "Bearer " + token);
        return (int)answer.StatusCode;
    }
}
