using System.Text.Json.Nodes;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Scenarios;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>Two companies whose people, chats, deals, meetings and channels have the same ids, with one bot between them.</summary>
[Trait("row", "SEC4")]
public sealed class TenantTests
{
    private const string Other = "9a3fd0c4-2b7e-4b39-8f5d-6a0e7b1c2d3e";
    private const string OtherSecret = "whsec_b3RoZXItdGVuYW50LW9mLXRoZS10ZXN0cy1vbmx5";

    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    public async Task The_same_ids_in_two_tenants_never_meet()
    {
        await using var bot = await StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        var ours = await Presses.StoredAsync(bot);

        var elsewhere = await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email, meeting => meeting["deal"]!["name"] = "Fabrikam secret"), secret: OtherSecret);
        Assert.Equal(202, elsewhere.Status);
        await InOtherAsync(bot, bot.Said("hi"));
        await InOtherAsync(bot, bot.Said("my deals"));

        Assert.Equal(ours, await Presses.StoredAsync(bot));
        var theirs = await bot.Real.GetAsync(Keys.DealPartition(Other, "contoso"), Keys.Deal, CancellationToken.None);
        Assert.Equal("Fabrikam secret", theirs?.As(BotJson.Default.Deal).Value.Facts.Name);
    }

    [Fact]
    public async Task A_press_in_one_tenant_finds_no_follow_up_of_another()
    {
        await using var bot = await StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        foreach (var verb in Presses.Verbs)
        {
            var answer = await InOtherAsync(bot, Presses.Of(bot, bot.Rosa, verb, "contoso", "reminder:m-1"));
            Assert.DoesNotContain("Contoso renewal", answer, StringComparison.Ordinal);
        }

        Assert.True((await bot.ReminderAsync("contoso", "m-1"))?.IsOpen);
        Assert.Contains("Contoso renewal", await Presses.SendAsync(bot, Presses.Of(bot, bot.Rosa, "refresh", "contoso", "reminder:m-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_one_tenant_names_no_deal_of_another()
    {
        await using var bot = await StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        await InOtherAsync(bot, bot.Said("hi"));
        var before = bot.Rosa.Chat.FromBot.Count;

        await InOtherAsync(bot, bot.Said("my deals", said => said["id"] = "2"));
        await InOtherAsync(bot, bot.Said("export my data", said => said["id"] = "3"));

        var said = bot.Rosa.Chat.FromBot.Skip(before).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, message => Assert.DoesNotContain("Contoso renewal", message.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void No_ids_however_odd_make_one_key_in_two_tenants() => Prop.ForAll<(string A, string B, string Id, string OtherId)>(
        ids => ids.A is null || ids.B is null || ids.A == ids.B || !Keyed(ids.A, ids.Id ?? "").Intersect(Keyed(ids.B, ids.OtherId ?? "")).Any())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>Ids that try to end their own part and begin another.</summary>
    [Theory]
    [InlineData("a", "b|deal:x")]
    [InlineData("a|b", "c")]
    [InlineData("a", "~b")]
    [InlineData("~YQ", "x")]
    [InlineData("", "|a|")]
    public void No_id_breaks_out_of_its_tenant(string tenant, string id)
    {
        var start = Keys.DealPartition(tenant, "x").Split('|')[0];
        Assert.All(Keyed(tenant, id), key => Assert.Equal(start, key.Split('|')[0]));
        Assert.All(Keyed(tenant, id), key => Assert.InRange(key.Count(c => c == '|'), 1, 2));
    }

    /// <summary>Every key with a tenant in it.</summary>
    private static IEnumerable<string> Keyed(string tenant, string id)
    {
        var rep = RepId.TryParse(id, out var parsed) ? parsed : RepId.Parse("rosa@contoso.example");
        return
        [
            Keys.DealPartition(tenant, id), Keys.PersonPartition(tenant, id), Keys.AliasPartition(tenant, rep), Keys.ChannelPartition(tenant, id),
            Keys.TeamPartition(tenant, id), Keys.ConversationPartition(tenant, id), Keys.Owner(tenant, rep), Keys.PastOwner(tenant, rep),
            Keys.Channels(tenant), Keys.Won(tenant),
        ];
    }

    private static Task<RehearsedBot> StartAsync() => RehearsedBot.StartAsync(
        ("Teams:Tenants:0", "5f0e8c1a-92b4-4c6f-8d3a-71c2b9e4a001"), ("Teams:Tenants:1", Other),
        ("Feed:Sources:1:Name", "theirs"), ("Feed:Sources:1:Tenant", Other), ("Feed:Sources:1:Secrets:0", OtherSecret));

    private static Task<string> InOtherAsync(RehearsedBot bot, JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = Other;
        return Presses.SendAsync(bot, activity);
    }
}
