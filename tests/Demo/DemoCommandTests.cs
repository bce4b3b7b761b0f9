using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Storage;

namespace FollowUpBot.Tests.Demo;

public sealed class DemoCommandTests : IAsyncLifetime, IDisposable
{
    private readonly MovableClock clock = new(MainJob.Start);
    private readonly ScratchFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private TeamsStandIn teams = null!;

    private string StorePath => folder.File("demo.db");

    public async Task InitializeAsync()
    {
        teams = await TeamsStandIn.StartAsync(clock);
        teams.Patience = TimeSpan.FromSeconds(1);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        clock.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_main_job_is_played_and_every_fact_is_as_told()
    {
        Assert.Equal(0, await DemoCommand.RunAsync([], output, error));
        Assert.Empty(error.ToString());
        Assert.DoesNotContain("NO ", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.All(LinesShownInTheReadme(), line => Assert.Contains(line, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_main_job_on_Cosmos_DB_is_told_in_the_same_words()
    {
        Assert.Equal(0, await PlayAsync());
        using var hand = new MovableClock(MainJob.Start);
        await using var office = await TeamsStandIn.StartAsync(hand);
        await using var account = await Storage.CosmosStandIn.CosmosStandIn.StartAsync(hand);
        using var told = new StringWriter();
        var settings = LiveBot.SettingsFor(office, folder.File("unused.db"));
        foreach (var (key, value) in account.Settings)
            settings[key] = value;

        Assert.Equal(0, await DemoCommand.PlayAsync(hand, office, settings, told, error));

        Assert.Equal(output.ToString(), told.ToString());
        Assert.Empty(error.ToString());
        Assert.False(File.Exists(folder.File("unused.db")));
        Assert.True(account.Count(Storage.CosmosStandIn.StandInOperation.Batch) > 5);
    }

    [Fact]
    public async Task Words_after_the_command_are_refused()
    {
        Assert.Equal(2, await DemoCommand.RunAsync(["fast"], output, error));
        Assert.Contains("'fast' is not known here", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_does_not_arrive_stops_the_demo()
    {
        teams.AnswerNextSendWith(SendFault.Reset with { IsFor = activity => activity.ContainsKey("attachments") });
        Assert.Equal(1, await PlayAsync());
        Assert.Contains("Waited 1 s for a card from the bot", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weekly_card_that_does_not_arrive_stops_the_demo()
    {
        teams.AnswerNextSendWith(SendFault.Refusal(403, "BotDisabledByAdmin") with { IsFor = activity => activity.ToJsonString().Contains("1 deal needs a hand", StringComparison.Ordinal) });
        Assert.Equal(1, await PlayAsync());
        Assert.Contains("Sales > Pipeline", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_arrives_without_the_bot_knowing_it_is_told_as_not_so()
    {
        teams.AnswerNextSendWith(SendFault.AcceptThenReset with { IsFor = activity => activity.ContainsKey("attachments") });
        Assert.Equal(1, await PlayAsync());
        Assert.Contains("NO   one reminder, sent once", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_in_the_bots_log_stops_the_demo()
    {
        teams.AnswerNextSendWith(SendFault.Refusal(400, "BadSyntax") with { Delivers = true });
        Assert.Equal(1, await PlayAsync());
        Assert.Contains("A reply was not taken by the Connector: Refused", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_Teams_does_not_expect_stops_the_demo()
    {
        using var http = new HttpClient();
        await http.GetAsync(new Uri(teams.ServiceUrl, "v3/teams/1"));
        Assert.Equal(1, await PlayAsync());
        Assert.Contains("v3/teams/1 is not a route that the bot uses", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_says_something_else_than_was_told_is_noticed()
    {
        await using var bot = await LiveBot.StartAsync(clock, LiveBot.SettingsFor(teams, StorePath));
        teams.BotAddress = bot.Address;
        var told = await new MainJob(teams, clock, new Transcript(output)).PlayAsync(bot.Address);
        var partition = Keys.DealPartition(teams.TenantId, "contoso-renewal");
        await NoticedAsync("why they want it", followUp => followUp with { Reason = "Something else" });
        await NoticedAsync("how urgent it is", followUp => followUp with { Urgency = new Urgency(UrgencyLevel.Low, null) });
        await NoticedAsync("the slot that was picked", followUp => followUp with { NextStep = null });
        await NoticedAsync("the confirmation's weekday", followUp => followUp with { NextStep = followUp.NextStep! with { ZoneId = "Asia/Tokyo" } });
        await NoticedAsync("who answered", followUp => followUp with { CapturedBy = RepId.Parse("somebody@else.example") });
        Assert.All(await told.CompareAsync(bot.Store), fact => Assert.True(fact.IsSo, fact.Claim));

        async Task NoticedAsync(string claim, Func<FollowUp, FollowUp> change)
        {
            var deal = await bot.Store.FindAsync(partition, Keys.Deal, BotJson.Default.Deal, CancellationToken.None);
            Assert.NotNull(deal);
            var first = deal.Value.History.Answers[0];
            var changed = deal.Value with { History = deal.Value.History with { Answers = [first with { Said = change(first.Said) }, .. deal.Value.History.Answers.Skip(1)] } };
            var committed = await WriteAsync(changed, deal);
            Assert.Contains(await told.CompareAsync(bot.Store), fact => fact.Claim.StartsWith(claim, StringComparison.Ordinal) && !fact.IsSo);
            await WriteAsync(deal.Value, new Stored<Deal>(changed, committed.ETags[0]));
        }

        async Task<BatchResult.Committed> WriteAsync(Deal deal, Stored<Deal> old) => Assert.IsType<BatchResult.Committed>(
            await bot.Store.BatchAsync(partition, [deal.ToDocument(teams.TenantId).Over(old)], CancellationToken.None));
    }

    private static string[] LinesShownInTheReadme() => Repository.Read("README.md").Split("```text\n")[1].Split("\n```")[0].Split('\n');

    private Task<int> PlayAsync() => DemoCommand.PlayAsync(clock, teams, LiveBot.SettingsFor(teams, StorePath), output, error);
}
