using System.Globalization;
using FollowUpBot.Storage;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

/// <summary>What <see cref="IDocumentStore"/> promises, sentence by sentence. Each adapter has a subclass.</summary>
public abstract partial class DocumentStoreContract : IAsyncLifetime
{
    private const string Deal = "t1|deal:7";

    private IDocumentStore? store;

    protected IDocumentStore Store => store ?? throw new InvalidOperationException("The store is opened before each test.");

    protected MovedClock Clock { get; } = new();

    /// <summary>An empty store that goes by <see cref="Clock"/>.</summary>
    protected abstract Task<IDocumentStore> OpenAsync();

    protected abstract Task CloseAsync();

    public async Task InitializeAsync() => store = await OpenAsync();

    public Task DisposeAsync() => CloseAsync();

    [Fact]
    public async Task A_created_document_is_read_back_as_it_was_written()
    {
        var full = A("f1") with
        {
            Owner = "t1|mia",
            DueAt = Noon + Duration.FromNanoseconds(1_234_500),
            TimeToLive = Duration.FromDays(30),
            Body = """{"name":"Žluťoučký 漢字 🙂","lines":["a\nb","\"q\"","\u0000"],"n":-1.5,"deep":{"a":[{"b":null}]},"yes":true}""",
        };
        var etag = await Store.Create(full);

        var read = await Store.Get("f1");

        AssertSame(full, read?.Document);
        Assert.Equal(etag, read?.ETag);
    }

    [Fact]
    public async Task A_document_without_owner_due_time_and_time_to_live_is_read_back_without_them()
    {
        await Store.Create(A("f1"));
        AssertSame(A("f1"), (await Store.Get("f1"))?.Document);
    }

    [Fact]
    public async Task A_due_time_is_kept_to_100_ns_and_a_time_to_live_in_whole_seconds_rounded_up()
    {
        await Store.Create(A("f1") with { DueAt = Noon + Duration.FromNanoseconds(199), TimeToLive = Duration.FromMilliseconds(1001) });

        var read = (await Store.Get("f1"))?.Document;

        Assert.Equal((Noon + Duration.FromNanoseconds(100), Duration.FromSeconds(2)), (read?.DueAt, read?.TimeToLive));
    }

    [Fact]
    public async Task There_is_no_document_that_nobody_wrote() => Assert.Null(await Store.Get("f1"));

    [Fact]
    [Trait("row", "SEC24")]
    public async Task Type_names_in_a_body_are_text_like_any_other()
    {
        var typed = A("f1") with { Body = """{"$type":"System.IO.FileInfo, System.IO","fileName":"/etc/passwd","$id":"1"}""" };
        await Store.Create(typed);
        AssertSame(typed, (await Store.Get("f1"))?.Document);
    }

    [Fact]
    public async Task A_batch_creates_replaces_and_deletes_in_one_go()
    {
        var (old, gone) = (await Store.Create(A("old")), await Store.Create(A("gone")));

        var etags = await Store.Write(
            Deal,
            new DocumentWrite.Create(A("new")),
            new DocumentWrite.Replace(A("old") with { Kind = "answer" }, old),
            new DocumentWrite.Delete("gone", gone));

        Assert.Equal([(await Store.Get("new"))?.ETag ?? "none", (await Store.Get("old"))?.ETag ?? "none", ""], etags);
        Assert.Equal("answer", (await Store.Get("old"))?.Document.Kind);
        Assert.Null(await Store.Get("gone"));
    }

    [Theory]
    [InlineData("create what exists", Refusal.AlreadyExists)]
    [InlineData("replace what changed", Refusal.Changed)]
    [InlineData("replace what is missing", Refusal.Missing)]
    [InlineData("delete what changed", Refusal.Changed)]
    [InlineData("delete what is missing", Refusal.Missing)]
    [Trait("row", "FM9")]
    public async Task A_write_that_finds_another_state_refuses_the_whole_batch(string write, Refusal reason)
    {
        var kept = await Store.Create(A("kept"));
        var stale = await Store.Create(A("there"));
        var current = await Store.Replace(A("there"), stale);
        DocumentWrite refused = write switch
        {
            "create what exists" => new DocumentWrite.Create(A("there")),
            "replace what changed" => new DocumentWrite.Replace(A("there") with { Kind = "lost" }, stale),
            "replace what is missing" => new DocumentWrite.Replace(A("nowhere"), stale),
            "delete what changed" => new DocumentWrite.Delete("there", stale),
            _ => new DocumentWrite.Delete("nowhere", stale),
        };

        var result = await Store.Try(
            new DocumentWrite.Create(A("new")), new DocumentWrite.Delete("kept", kept), refused, new DocumentWrite.Create(A("newer")));

        Assert.Equal(new BatchResult.Refused(2, reason), result);
        Assert.Null(await Store.Get("new"));
        Assert.Null(await Store.Get("newer"));
        Assert.Equal(kept, (await Store.Get("kept"))?.ETag);
        Assert.Equal((current, "note"), ((await Store.Get("there"))?.ETag, (await Store.Get("there"))?.Document.Kind));
    }

    [Fact]
    public async Task Of_several_refused_writes_the_first_is_named()
    {
        await Store.Create(A("there"));
        Assert.Equal(
            new BatchResult.Refused(1, Refusal.Missing),
            await Store.Try(new DocumentWrite.Create(A("new")), new DocumentWrite.Delete("nowhere", "x"), new DocumentWrite.Create(A("there"))));
    }

    [Fact]
    public async Task Every_write_gives_a_new_ETag_even_when_nothing_changes()
    {
        var first = await Store.Create(A("f1"));
        var second = await Store.Replace(A("f1"), first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_ETag_of_a_deleted_document_does_not_fit_its_successor()
    {
        var first = await Store.Create(A("f1"));
        await Store.Write(Deal, new DocumentWrite.Delete("f1", first));
        await Store.Create(A("f1"));
        Assert.Equal(new BatchResult.Refused(0, Refusal.Changed), await Store.Try(new DocumentWrite.Replace(A("f1"), first)));
    }

    [Fact]
    public async Task Of_twenty_writers_racing_on_one_ETag_one_wins()
    {
        var etag = await Store.Create(A("f1"));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(() => Store.Try(
            new DocumentWrite.Replace(A("f1") with { Kind = $"k{writer}" }, etag), new DocumentWrite.Create(A($"by{writer}"))))));

        var winner = Assert.Single(Enumerable.Range(0, 20), writer => results[writer] is BatchResult.Committed);
        Assert.Equal(19, results.Count(result => result is BatchResult.Refused(0, Refusal.Changed)));
        Assert.Equal($"k{winner}", (await Store.Get("f1"))?.Document.Kind);
        for (var writer = 0; writer < 20; writer++)
            Assert.Equal(writer == winner, await Store.Get($"by{writer}") is not null);
    }

    [Fact]
    [Trait("row", "FM6")]
    public async Task Of_twenty_creators_of_one_id_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.Try(new DocumentWrite.Create(A("f1"))))));
        Assert.Single(results, result => result is BatchResult.Committed);
        Assert.Equal(19, results.Count(result => result is BatchResult.Refused(0, Refusal.AlreadyExists)));
    }

    [Fact]
    public async Task The_same_id_in_two_tenants_is_two_documents()
    {
        var mine = await Store.Create(A("f1", "t1|deal:7") with { Body = """{"whose":"mine"}""" });
        var theirs = await Store.Create(A("f1", "t11|deal:7") with { Body = """{"whose":"theirs"}""" });

        Assert.IsType<BatchResult.Refused>(await Store.Try(new DocumentWrite.Delete("f1", theirs)));
        await Store.Write("t1|deal:7", new DocumentWrite.Delete("f1", mine));

        Assert.Null(await Store.Get("f1", "t1|deal:7"));
        Assert.Equal("""{"whose":"theirs"}""", (await Store.Get("f1", "t11|deal:7"))?.Document.Body);
    }

    [Fact]
    public async Task A_hundred_writes_fit_one_batch()
    {
        var writes = Enumerable.Range(0, 100).Select(i => new DocumentWrite.Create(A(i.ToString("D3", CultureInfo.InvariantCulture)))).ToArray();
        var etags = await Store.Write(Deal, writes);
        Assert.Equal(100, etags.Distinct().Count());
        Assert.Equal(100, (await Store.InPartitionAsync(Deal, "note", null, 1000, CancellationToken.None)).Documents.Count);
    }

    [Fact]
    public async Task Parallel_batches_are_all_applied()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Store.Create(A("f1", $"t1|deal:{i}")))));
        for (var i = 0; i < 50; i++)
            Assert.NotNull(await Store.Get("f1", $"t1|deal:{i}"));
    }

    [Fact]
    public async Task A_caller_who_has_gone_leaves_no_trace()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(Deal, "f1", gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.BatchAsync(Deal, [new DocumentWrite.Create(A("f1"))], gone.Token));
        Assert.Null(await Store.Get("f1"));
    }

    [Fact]
    public async Task A_check_returns_when_the_store_can_be_read_and_written() => await Store.CheckAsync(CancellationToken.None);
}
