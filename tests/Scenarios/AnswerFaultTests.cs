using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>Answers that meet a second server, a second press or a store that does not do its work.</summary>
public sealed class AnswerFaultTests
{
    private static readonly Dictionary<string, string> Firm = Answer("Demo, Tuesday at 3");

    [Fact]
    [Trait("row", "FM33")]
    public async Task Ten_presses_at_once_over_two_servers_are_one_answer_and_ten_equal_cards()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await using var second = await office.AnotherServerAsync();
        var first = office.Teams.BotAddress;

        var presses = Enumerable.Range(0, 10).Select(i =>
        {
            office.Teams.BotAddress = i % 2 == 0 ? first : second.Address;
            return office.Rosa.PressAsync(card, "Save", Firm);
        });
        var shown = await Task.WhenAll(presses.ToList());

        Assert.Single(shown.Select(pressed => pressed.Message.CardText).Distinct());
        Assert.Contains("Saved: a firm next step", shown[0].Message.CardText, StringComparison.Ordinal);
        Assert.Equal(1, await SavedAsync(office));
    }

    [Fact]
    [Trait("row", "FM34")]
    public async Task Of_two_different_answers_at_once_one_counts_and_the_other_sees_it()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await using var second = await office.AnotherServerAsync();

        var desktop = office.Rosa.PressAsync(card, "Save", Firm);
        office.Teams.BotAddress = second.Address;
        var phone = office.Rosa.PressAsync(card, "Save", Answer("Visit, Wednesday at 11"));
        var shown = await Task.WhenAll(desktop, phone);

        var step = (await office.DealAsync("contoso"))?.FollowUp?.NextStep;
        Assert.NotNull(step);
        Assert.All(shown, pressed => Assert.Contains(Spoken.Moment(step.Zoned), pressed.Message.CardText, StringComparison.Ordinal));
        Assert.Equal(1, await SavedAsync(office));
    }

    [Fact]
    [Trait("row", "FM35")]
    public async Task A_press_that_Teams_brings_again_has_one_effect()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        await office.Rosa.PressAsync(card, "Save", Firm);

        await office.Clock.AdvanceAsync(Duration.FromSeconds(15));
        Assert.Contains("Saved: a firm next step", await office.Rosa.LastActivityArrivesAgainAsync(), StringComparison.Ordinal);
        await office.Clock.AdvanceAsync(Duration.FromSeconds(15));
        Assert.Contains("Saved: a firm next step", (await office.Rosa.PressAsync(card, "Save", Firm)).Message.CardText, StringComparison.Ordinal);

        Assert.Equal(1, await SavedAsync(office));
    }

    [Fact]
    [Trait("row", "FM37")]
    public async Task With_the_store_away_nothing_says_saved_and_what_was_typed_stays()
    {
        await using var office = await OpenOnCosmosAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);

        office.Account.Inject = request => request.Operation is StandInOperation.Query or StandInOperation.Batch or StandInOperation.Read
            ? StandInFault.Answer(403)
            : null;
        var failed = await office.Rosa.PressAsync(card, "Save", Firm);
        office.Account.Inject = _ => null;

        Assert.Equal(500, failed.Status);
        Assert.DoesNotContain("Saved", failed.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("Save", failed.Message.Buttons);
        Assert.Null((await office.DealAsync("contoso"))?.FollowUp);
        Assert.Contains("Saved: a firm next step", (await office.Rosa.PressAsync(card, "Save", Firm)).Message.CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "FM38")]
    [Trait("row", "R47")]
    public async Task A_slow_store_is_answered_in_time_and_a_write_that_comes_late_is_shown_as_saved_by_the_next_press()
    {
        await using var office = await OpenOnCosmosAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        var late = new TaskCompletionSource();
        office.Account.Inject = request => request.Operation is StandInOperation.Batch ? StandInFault.ApplyLate(late.Task) : null;

        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var slow = await office.Rosa.PressAsync(card, "Save", Firm);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Equal(500, slow.Status);
        office.Account.Inject = _ => null;
        late.SetResult();
        await office.EventuallyAsync(async () => (await office.DealAsync("contoso"))?.FollowUp is not null);

        Assert.Contains("Saved: a firm next step", (await office.Rosa.PressAsync(card, "Save", Firm)).Message.CardText, StringComparison.Ordinal);
        Assert.Equal(1, await SavedAsync(office));
    }

    [Fact]
    [Trait("row", "FM39")]
    public async Task A_follow_up_that_another_version_stored_is_answered_by_this_one()
    {
        await using var office = await OpenAsync();
        var card = await FollowUpByCardTests.RemindedAsync(office);
        var asked = await office.Rosa.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = "They need it for the audit", ["nextStep"] = "early next week" });
        await office.ChangeBodiesAsync("contoso", body =>
        {
            body["fieldOfALaterVersion"] = new JsonObject { ["deep"] = new JsonArray(1, "two") };
            body.Remove("note");
        });

        await office.RestartAsync();
        var saved = await office.Rosa.PressAsync(asked.Message, asked.Message.Buttons.Except(card.Buttons).First(), new Dictionary<string, string> { ["urgency"] = "High" });

        Assert.Contains("Saved: a firm next step", saved.Message.CardText, StringComparison.Ordinal);
        Assert.Equal("They need it for the audit", (await office.DealAsync("contoso"))?.FollowUp?.Reason);
    }

    [Fact]
    [Trait("row", "FM44")]
    public async Task A_senseless_delivery_is_refused_and_the_next_one_flows_on()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        Action<JsonObject>[] poisons =
        [
            meeting => meeting["end"] = "2026-02-31T25:00:00Z",
            meeting => meeting["start"] = "yesterday",
            meeting => meeting["id"] = "m\0m",
            meeting => meeting["title"] = new string('x', 60_000),
            meeting => meeting["rep"] = new JsonObject { ["name"] = "Rosa" },
            meeting => meeting["revision"] = 1e300,
            meeting => meeting["deal"] = new JsonArray(new JsonArray(new JsonArray())),
        ];
        foreach (var poison in poisons)
            Assert.Equal(400, (await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, poison))).Status);

        await office.LogsAndReachesReminderAsync(Crm.Meeting(office.Rosa.Email));
        Assert.Contains("Contoso renewal", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Answer(string step) => new() { ["reason"] = "audit", ["urgency"] = "High", ["nextStep"] = step };

    /// <summary>How many lines of the audit trail tell of a saved answer.</summary>
    private static async Task<int> SavedAsync(Office office)
    {
        var lines = await office.Store.InPartitionAsync(
            Keys.DealPartition(office.Teams.TenantId, "contoso"), EventDocument.Kind, continuation: null, limit: 1000, CancellationToken.None);
        return lines.Documents.Count(line => line.As(BotJson.Default.EventDocument).Value.What == "follow-up saved");
    }
}
