using System.Net;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Tests.Scenarios;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

[Trait("row", "SEC26")]
public sealed class FloodTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 15, 0);

    [Fact]
    public async Task A_sender_over_its_rate_is_told_when_to_come_again_before_the_store_is_asked()
    {
        await using var bot = await RehearsedBot.StartAsync(("Feed:PerSecond", "1"));
        for (var n = 0; n < 20; n++)
            Assert.Equal(200, (await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email), deliveryId: "msg_1")).Status is 200 or 202 ? 200 : 0);
        var before = bot.Store.Asked;

        var refused = await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email), deliveryId: "msg_1");

        Assert.Equal(429, refused.Status);
        Assert.Equal("2", refused.RetryAfter);
        Assert.Equal(before, bot.Store.Asked);
        await bot.Clock.AdvanceAsync(Duration.FromSeconds(2));
        Assert.Equal(200, (await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email), deliveryId: "msg_1")).Status);
    }

    [Fact]
    public async Task An_address_that_guesses_signatures_is_held_back_and_costs_no_store_access()
    {
        await using var bot = await RehearsedBot.StartAsync();
        var before = bot.Store.Asked;
        var answers = new List<int>();
        for (var n = 0; n < 110; n++)
            answers.Add((await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email), secret: "whsec_d3JvbmctYnV0LWxvbmctZW5vdWdoLXNlY3JldA==")).Status);

        Assert.Equal([.. Enumerable.Repeat(401, 100), .. Enumerable.Repeat(429, 10)], answers);
        Assert.Equal(before, bot.Store.Asked);
        await bot.Clock.AdvanceAsync(Duration.FromSeconds(11));
        Assert.Equal(202, (await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email))).Status);
    }

    [Fact]
    public async Task A_person_who_hammers_is_told_so_and_others_are_not_held_back()
    {
        await using var bot = await RehearsedBot.StartAsync(("Bot:TurnsPerSecond", "1"));
        await bot.Rosa.InstallsAsync(); // two events
        for (var n = 0; n < 18; n++)
            Assert.Equal(HttpStatusCode.OK, (await SayAsync(bot, bot.Said())).StatusCode);
        var before = bot.Store.Asked;

        using var said = await SayAsync(bot, bot.Said());
        using var pressed = await SayAsync(bot, bot.Said(change: activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"save","data":{}},"trigger":"manual"}""");
        }));

        Assert.Equal(HttpStatusCode.TooManyRequests, said.StatusCode);
        Assert.NotNull(said.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.Contains("faster than I can follow", await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, bot.Store.Asked);
        await bot.Nick.InstallsAsync();
        await bot.Clock.AdvanceAsync(Duration.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(bot, bot.Said())).StatusCode);
    }

    [Fact]
    public void One_network_counts_as_one_and_one_tenants_flood_is_not_anothers()
    {
        var pace = Pace();
        for (var n = 0; n < 100; n++)
            pace.Mistake(IPAddress.Parse($"2001:db8::{n + 1:x}"), Start);

        Assert.True(pace.Wait(IPAddress.Parse("2001:db8::ffff"), Start) > Duration.Zero);
        Assert.Equal(Duration.Zero, pace.Wait(IPAddress.Parse("2001:db9::1"), Start));
        Assert.Equal(Duration.Zero, pace.Wait(null, Start));
        while (pace.TakeTurn("a", "rosa", Start) == Duration.Zero)
        {
        }

        Assert.Equal(Duration.Zero, pace.TakeTurn("b", "rosa", Start));
        Assert.Equal(Duration.Zero, pace.TakeDelivery("a", "rosa", Start));
    }

    [Fact]
    public void A_hundred_thousand_addresses_do_not_fill_the_memory()
    {
        var pace = Pace();
        pace.Mistake(IPAddress.Loopback, Start);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var n = 0; n < 100_000; n++)
            pace.Mistake(new IPAddress(n + 0x0A000000L), Start);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 5_000_000);
        GC.KeepAlive(pace);
    }

    private static RequestPace Pace() => new(Options.Create(new BotOptions()), Options.Create(new FeedOptions()));

    private static Task<HttpResponseMessage> SayAsync(RehearsedBot bot, JsonObject activity) => bot.PostAsync(activity.ToJsonString(), "Bearer " + bot.Token());
}
