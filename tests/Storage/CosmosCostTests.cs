using FollowUpBot.Storage;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

/// <summary>Every request costs money and milliseconds, so they are counted.</summary>
public sealed class CosmosCostTests : CosmosStoreTest
{
    private const string Deal = "t1|deal:7";

    [Fact]
    public async Task An_intake_is_one_read_and_one_batch()
    {
        var store = await Warm();

        Assert.Null(await store.Get("inbox"));
        await store.Write(Deal, [.. ((string[])["inbox", "meeting", "deal", "reminder", "audit"]).Select(id => new DocumentWrite.Create(A(id)))]);

        Assert.Equal([StandInOperation.Read, StandInOperation.Batch], Service.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_refused_batch_is_one_batch_and_one_read_that_rules_out_an_echo()
    {
        var store = await Warm();
        await store.Create(A("inbox"));
        Service.Forget();

        Assert.Equal(
            new BatchResult.Refused(0, Refusal.AlreadyExists),
            await store.Try(new DocumentWrite.Create(A("inbox")), new DocumentWrite.Create(A("meeting"))));

        Assert.Equal([StandInOperation.Batch, StandInOperation.Read], Service.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_page_or_a_poll_is_one_query_and_its_plan()
    {
        var store = await Warm();
        for (var i = 0; i < 5; i++)
            await store.Create(A($"f{i}") with { Owner = "t1|mia", DueAt = Noon });
        await store.DueAsync(Noon, 3, CancellationToken.None);
        Service.Forget();

        await store.DueAsync(Noon, 3, CancellationToken.None);
        await store.OwnedAsync("t1|mia", "note", null, 3, CancellationToken.None);
        await store.InPartitionAsync(Deal, "note", null, 3, CancellationToken.None);
        await store.CheckAsync(CancellationToken.None);

        Assert.Equal((3, 3), (Service.Count(StandInOperation.Query), Service.Count(StandInOperation.QueryPlan)));
        Assert.Equal(7, Service.Requests.Count);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(1000, true)]
    public async Task Short_and_empty_pages_of_the_service_lose_nothing(int largest, bool emptyFirst)
    {
        var store = await Warm();
        for (var i = 0; i < 7; i++)
            await store.Create(A($"f{i}") with { Owner = "t1|mia", DueAt = Noon });
        (Service.LargestPage, Service.EmptyFirstPage) = (largest, emptyFirst);

        var due = await store.DueAsync(Noon, 6, CancellationToken.None);
        var owned = await Pages(after => store.OwnedAsync("t1|mia", "note", after, 4, CancellationToken.None));
        var within = await Pages(after => store.InPartitionAsync(Deal, "note", after, 4, CancellationToken.None));

        Assert.Equal(6, due.Count);
        Assert.Equal([["f0", "f1", "f2", "f3"], ["f4", "f5", "f6"]], owned);
        Assert.Equal(owned, within);
    }
}
