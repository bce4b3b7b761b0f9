using System.Net;
using System.Text.Json.Nodes;
using FollowUpBot.Deals;
using FollowUpBot.Tests.Scenarios;
using FollowUpBot.Tests.Teams.Tokens;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class ProductionPathTests
{
    [Fact]
    [Trait("row", "SEC1")]
    [Trait("row", "SEC17")]
    public async Task The_main_job_runs_with_real_tokens_in_both_directions()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        var card = await bot.Rosa.Chat.NextCardAsync();

        await bot.Rosa.PressAsync(card, "Save", new Dictionary<string, string>
        {
            ["reason"] = "audit in April",
            ["urgency"] = nameof(UrgencyLevel.High),
            ["driver"] = "the audit",
            ["nextStep"] = "Demo on 4 December at 10:00",
        });

        Assert.NotNull((await bot.DealAsync("contoso"))?.FollowUp?.NextStep);
        Assert.All(bot.Teams.Presented, authorization => Assert.Equal($"Bearer {Entra.Token}", authorization));
        Assert.Equal(1, bot.Entra.Asked);
        bot.Teams.AssertNothingUnexpected();
    }

    [Theory]
    [InlineData("no header", 401, null)]
    [InlineData("Basic", 401, "Basic dXNlcjpwYXNz")]
    [InlineData("two spaces", 401, "Bearer  {token}")]
    [InlineData("a truncated token", 401, "Bearer {half}")]
    [InlineData("HMAC", 401, "Bearer {alg:HS256}")]
    [InlineData("unsigned", 401, "Bearer {alg:none}")]
    [InlineData("another bot's", 401, "Bearer {aud:11111111-2222-4333-8444-555555555555}")]
    [InlineData("another issuer's", 401, "Bearer {iss:https://sts.windows.net/x/}")]
    [InlineData("an unknown key", 401, "Bearer {kid:key-9}")]
    [InlineData("its own keys", 401, "Bearer {jku:https://evil.example/keys}")]
    [InlineData("for another service url", 403, "Bearer {serviceurl:https://smba.trafficmanager.net/amer/}")]
    [InlineData("64 KB", 431, "Bearer {long}")]
    [Trait("row", "SEC1")]
    [Trait("row", "SEC26")]
    public async Task A_caller_with_a_false_token_is_refused_and_costs_no_store_access(string reason, int status, string? authorization)
    {
        await using var bot = await RehearsedBot.StartAsync();
        var before = bot.Store.Asked;

        using var answer = await bot.PostAsync(bot.Said().ToJsonString(), Filled(bot, authorization));

        Assert.True(status == (int)answer.StatusCode, $"{reason}: {answer.StatusCode}");
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Equal(before, bot.Store.Asked);
        Assert.Empty(bot.Teams.Presented);
    }

    [Theory]
    [InlineData("SEC1", "serviceUrl", null)]
    [InlineData("SEC1", "serviceUrl", "https://smba.trafficmanager.net/emea/")]
    [InlineData("SEC2", "channelId", "emulator")]
    [InlineData("SEC2", "channelId", null)]
    [InlineData("SEC3", "tenantId", "11111111-2222-4333-8444-555555555555")]
    [InlineData("SEC3", "tenantId", null)]
    [Trait("row", "SEC1")]
    [Trait("row", "SEC2")]
    [Trait("row", "SEC3")]
    public async Task An_activity_that_the_token_does_not_speak_for_is_403_logged_and_leaves_no_trace(string row, string field, string? value)
    {
        await using var bot = await RehearsedBot.StartAsync();
        var before = bot.Store.Asked;
        var said = bot.Said(change: activity =>
        {
            var changed = field == "tenantId" ? activity["conversation"]!.AsObject() : activity;
            changed[field] = value;
        });

        using var answer = await bot.PostAsync(said.ToJsonString(), "Bearer " + bot.Token());

        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, row);
        Assert.Equal(before, bot.Store.Asked);
        Assert.Empty(bot.Teams.Presented);
        Assert.Contains(bot.Log.Lines, line => line.Contains("was answered with 403", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("row", "FM46")]
    public async Task Callers_are_told_to_come_again_only_until_the_issuer_was_heard_once()
    {
        await using var bot = await RehearsedBot.StartAsync();
        bot.Issuer.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SayAsync(bot));
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync("{}", "Bearer x.y.z")).StatusCode);

        bot.Issuer.IsDown = false;
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot));

        bot.Issuer.IsDown = true;
        await bot.Clock.AdvanceAsync(Duration.FromHours(30));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot));
        using var unknown = await bot.PostAsync(bot.Said().ToJsonString(), "Bearer " + bot.Token(headers: new JsonObject { ["kid"] = "key-9" }));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    [Trait("row", "FM46")]
    public async Task A_new_key_of_the_issuer_is_taken_at_its_first_token()
    {
        await using var bot = await RehearsedBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot));
        bot.Issuer.Publish("key-2", "msteams");
        bot.Issuer.Withdraw("key-1");
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(2));

        var claims = new JsonObject { ["serviceurl"] = bot.Teams.ServiceUrl.AbsoluteUri };
        using var answer = await bot.PostAsync(bot.Said().ToJsonString(), "Bearer " + LoopbackIssuer.Token(bot.Now, claims, key: "key-2"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot));
    }

    [Fact]
    [Trait("row", "FM47")]
    public async Task While_Entra_gives_no_token_reminders_wait_are_not_lost_and_nothing_runs_hot()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.Clock.AdvanceAsync(Duration.FromHours(1)); // the token of the welcome is over
        var sent = bot.Teams.Presented.Count;
        (bot.Entra.IsDown, var asked) = (true, bot.Entra.Asked);

        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        for (var second = 0; second < 60; second++)
            await bot.Clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.Equal(sent, bot.Teams.Presented.Count);
        Assert.InRange(bot.Entra.Asked - asked, 1, 8);

        bot.Entra.IsDown = false;
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(30));
        Assert.NotNull(await bot.Rosa.Chat.NextCardAsync());
        Assert.Equal(sent + 1, bot.Teams.Presented.Count);
    }

    [Fact]
    [Trait("row", "SEC16")]
    public async Task In_a_rehearsal_callers_and_addresses_are_of_this_machine_or_Teams()
    {
        await using var bot = await RehearsedBot.StartAsync();
        using var tunnelled = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "api/messages"))
        {
            Content = new StringContent(bot.Said().ToJsonString()),
            Headers = { { "Authorization", "Bearer " + bot.Token() }, { "Host", "bot.example.com" } },
        };

        using var answer = await bot.Http.SendAsync(tunnelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> SayAsync(RehearsedBot bot)
    {
        using var answer = await bot.PostAsync(bot.Said().ToJsonString(), "Bearer " + bot.Token());
        return answer.StatusCode;
    }

    /// <summary>Puts a token in: good, cut, with one header or one claim changed.</summary>
    private static string? Filled(RehearsedBot bot, string? template)
    {
        if (template is null || !template.Contains('{', StringComparison.Ordinal))
            return template;
        var good = bot.Token();
        var what = template[(template.IndexOf('{', StringComparison.Ordinal) + 1)..^1];
        var parts = what.Split(':', 2);
        var token = parts switch
        {
            ["token"] => good,
            ["half"] => good[..(good.Length / 2)],
            ["long"] => good + new string('A', 64 * 1024),
            ["alg" or "kid" or "jku", var value] => bot.Token(headers: new JsonObject { [parts[0]] = value }),
            [var claim, var value] => bot.Token(new JsonObject { [claim] = value }),
            _ => throw new InvalidOperationException(what),
        };
        return template.Replace($"{{{what}}}", token, StringComparison.Ordinal);
    }
}
