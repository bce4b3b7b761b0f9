using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace FollowUpBot.Tests.Mail;

public sealed class MailRunTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);

    private readonly MemoryDocumentStore store = new(new Unmoved());

    [Fact]
    [Trait("row", "FM44")]
    public async Task What_makes_our_own_code_fail_is_tried_eight_times_within_a_day_listed_and_left_while_the_rest_flows()
    {
        await StoreAsync("poison", Now);
        var handler = new Counting(store, fails: "poison");
        var run = Run(handler, "a");
        var tries = new List<Instant>();
        for (Instant? at = Now; at is { } now; at = (await store.GetAsync("t|deal:1", "poison", default))?.Document.DueAt)
        {
            await StoreAsync($"sound-{tries.Count}", now);
            tries.Add(now);
            await run.OnceAsync(now, CancellationToken.None);
        }

        Assert.Equal((8, 8), (tries.Count, handler.Seen.Count(id => id.StartsWith("sound", StringComparison.Ordinal))));
        Assert.True(tries[^1] - tries[0] <= Duration.FromHours(24));
        var item = Assert.Single(await new StuckList(store).ReadAsync(CancellationToken.None));
        Assert.Equal(("poison", 8, nameof(InvalidOperationException)), (item.Id, item.Attempts, item.Reason));
    }

    [Fact]
    public async Task A_kind_that_nobody_knows_waits_longer_each_time_and_is_listed()
    {
        await StoreAsync("strange", Now);

        await Run(handler: null, "a").OnceAsync(Now, CancellationToken.None);

        Assert.Equal("strange", Assert.Single(await new StuckList(store).ReadAsync(CancellationToken.None)).Id);
        Assert.True((await store.GetAsync("t|deal:1", "strange", default))?.Document.DueAt > Now);
    }

    [Fact]
    public async Task Replicas_go_through_the_same_work_in_different_orders()
    {
        for (var i = 0; i < 50; i++)
            await StoreAsync($"item-{i}", Now);
        var (one, other) = (new Counting(store, fails: null) { Leaves = true }, new Counting(store, fails: null) { Leaves = true });

        await Run(one, "a").OnceAsync(Now, CancellationToken.None);
        await Run(other, "b").OnceAsync(Now, CancellationToken.None);

        Assert.Equal(one.Seen.Order(), other.Seen.Order());
        Assert.NotEqual(one.Seen, other.Seen);
    }

    [Fact]
    [Trait("row", "FM40")]
    public async Task Asked_to_stop_it_begins_nothing_new_and_finishes_what_it_began()
    {
        for (var i = 0; i < 100; i++)
            await StoreAsync($"item-{i}", Now);
        using var stop = new CancellationTokenSource();
        var handler = new Counting(store, fails: null) { During = stop.Cancel };

        await Run(handler, "a").OnceAsync(Now, stop.Token);

        Assert.Single(handler.Seen);
        Assert.Equal(99, (await store.DueAsync(Now, 1000, default)).Count);
    }

    private MailRun Run(Counting? handler, string name) =>
        new(store, handler is null ? [] : [handler], new Replica(name), new Stuck(store), NullLogger<MailRun>.Instance);

    private Task<BatchResult> StoreAsync(string id, Instant due) => store.BatchAsync(
        "t|deal:1", [new DocumentWrite.Create(new Document { Partition = "t|deal:1", Id = id, Kind = "thing", DueAt = due, Body = "{}" })], CancellationToken.None);

    private sealed class Unmoved : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }

    /// <summary>Does the work of one kind: what it has handled is not due any more.</summary>
    private sealed class Counting(MemoryDocumentStore store, string? fails) : IDueHandler
    {
        public List<string> Seen { get; } = [];

        public bool Leaves { get; init; }

        public Action During { get; init; } = () => { };

        public string Kind => "thing";

        public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
        {
            if (stored.Document.Id == fails)
                throw new InvalidOperationException("It quotes what somebody wrote.");
            Seen.Add(stored.Document.Id);
            During();
            if (!Leaves)
                await store.BatchAsync(stored.Document.Partition, [new DocumentWrite.Replace(stored.Document with { DueAt = null }, stored.ETag)], CancellationToken.None);
        }
    }
}
