using FollowUpBot.Tests.Storage.CosmosStandIn;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What the product's own hot paths cost on Cosmos DB, counted at the account.</summary>
public sealed class CostTests
{
    private static readonly Dictionary<string, string> Firm = new() { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = "Demo, Tuesday at 3" };

    [Fact]
    public async Task An_intake_is_one_read_and_one_batch()
    {
        await using var office = await OpenOnCosmosAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Meeting(office, 1));
        office.Account.Forget();

        await office.Crm.LogsAsync(Meeting(office, 2));

        Assert.Equal([StandInOperation.Query, StandInOperation.Batch], Asked(office));
    }

    [Fact]
    public async Task A_repeated_delivery_is_one_read_and_writes_nothing()
    {
        await using var office = await OpenOnCosmosAsync();
        await office.Crm.LogsAsync(Meeting(office, 1), "msg-1");
        office.Account.Forget();

        Assert.Equal(200, (await office.Crm.LogsAsync(Meeting(office, 1), "msg-1")).Status);

        Assert.DoesNotContain(StandInOperation.Batch, Asked(office));
    }

    [Fact]
    public async Task An_answer_is_one_read_and_one_batch()
    {
        await using var office = await OpenOnCosmosAsync();
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Meeting(office, 1));
        var card = await office.Rosa.Chat.NextCardAsync();
        var vague = await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High" });
        office.Account.Forget();

        await office.Rosa.PressAsync(vague.Message, "Save", Firm);

        Assert.Equal([StandInOperation.Query, StandInOperation.Batch], Asked(office));
        Assert.Equal(new LocalDateTime(2026, 12, 8, 15, 0), (await office.DealAsync("d1"))?.FollowUp?.NextStep?.Local);
    }

    [Fact]
    public async Task An_answer_that_is_asked_again_is_one_read_and_one_batch()
    {
        await using var office = await OpenOnCosmosAsync();
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Meeting(office, 1));
        var card = await office.Rosa.Chat.NextCardAsync();
        var first = await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "audit" });
        office.Account.Forget();

        await office.Rosa.PressAsync(first.Message, "Save", new Dictionary<string, string> { ["reason"] = "audit", ["urgency"] = "High" });

        Assert.Equal([StandInOperation.Query, StandInOperation.Batch], Asked(office));
    }

    private static System.Text.Json.Nodes.JsonObject Meeting(Office office, int number) => Crm.Meeting(office.Rosa.Email, meeting =>
    {
        meeting["id"] = $"m-{number}";
        (meeting["deal"] ?? throw new InvalidOperationException())["id"] = $"d{number}";
    });

    private static IEnumerable<StandInOperation> Asked(Office office) => office.Account.Requests.Select(request => request.Operation);
}
