using FollowUpBot.Storage;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

public abstract partial class DocumentStoreContract
{
    public static TheoryData<string> OddIds => new(
        "o'brien", "\"quoted\"", "'; DROP TABLE documents; --", "100%", "a%2Fb", "a%20b", "%", "_", "a~25b", "~", " a", "a ", " ", ".", "..",
        "a:b|c@d;e=f+g,h", "[0]", "{x}", "$id", "@id", "é", "e\u0301", "漢字", "🙂", "\u200b", "NULL", "*",
        new string('x', 255), new string('漢', 255), new string('%', 255));

    public static TheoryData<string> ImpossibleIds => new(
        "", "a\0b", "a/b", "a\\b", "a?b", "a#b", "a\nb", "a\u007fb", "\ud83d", "\ude42\ud83d", new string('x', 256));

    public static TheoryData<string> ImpossibleKeys => new("", "t1|\0", "t1|\n", "\ude42", new string('x', 513));

    public static TheoryData<string> ImpossibleBodies => new(
        "", "null", "[]", "\"text\"", "{", "{}{}", "{\"a\":1,}", "{\"a\":\"\ud83d\"}", "{\"a\":\"b\0\"}",
        "{\"a\":\"" + new string('x', 1 << 20) + "\"}");

    [Theory]
    [MemberData(nameof(OddIds))]
    [Trait("row", "SEC44")]
    public async Task An_odd_id_is_an_id_like_any_other(string id)
    {
        await Store.Create(A("another"));
        var etag = await Store.Create(A(id) with { Owner = id, DueAt = Noon });
        Assert.Equal(etag, (await Store.Get(id))?.ETag);
        Assert.Equal(id, Assert.Single((await Store.OwnedAsync(id, "note", null, 10, CancellationToken.None)).Documents).Document.Id);
        Assert.Equal([id], await Due(10));
        etag = await Store.Replace(A(id), etag);
        await Store.Write(Deal, new DocumentWrite.Delete(id, etag));
        Assert.Null(await Store.Get(id));
        Assert.NotNull(await Store.Get("another"));
    }

    [Theory]
    [MemberData(nameof(OddIds))]
    [Trait("row", "SEC44")]
    public async Task An_odd_partition_owner_and_kind_are_like_any_other(string odd)
    {
        await Store.Create(A("f1", odd) with { Owner = odd, Kind = odd });
        Assert.NotNull(await Store.Get("f1", odd));
        Assert.Single((await Store.OwnedAsync(odd, odd, null, 10, CancellationToken.None)).Documents);
        Assert.Single((await Store.InPartitionAsync(odd, odd, null, 10, CancellationToken.None)).Documents);
        Assert.Null(await Store.Get("f1", odd + "x"));
    }

    [Theory]
    [MemberData(nameof(ImpossibleIds), DisableDiscoveryEnumeration = true)]
    [Trait("row", "SEC44")]
    public async Task An_impossible_id_is_the_callers_mistake(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Get(id));
        await Refused(new DocumentWrite.Create(A(id)));
        await Refused(new DocumentWrite.Replace(A(id), "x"));
        await Refused(new DocumentWrite.Delete(id, "x"));
    }

    [Theory]
    [MemberData(nameof(ImpossibleKeys), DisableDiscoveryEnumeration = true)]
    [Trait("row", "SEC44")]
    public async Task An_impossible_partition_owner_or_kind_is_the_callers_mistake(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Get("f1", key));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Create(A("f1", key)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OwnedAsync(key, "note", null, 10, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OwnedAsync("t1|mia", key, null, 10, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.InPartitionAsync(key, "note", null, 10, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.InPartitionAsync(Deal, key, null, 10, CancellationToken.None));
        await Refused(new DocumentWrite.Create(A("f1") with { Owner = key }));
        await Refused(new DocumentWrite.Create(A("f1") with { Kind = key }));
    }

    [Theory]
    [MemberData(nameof(ImpossibleBodies), DisableDiscoveryEnumeration = true)]
    public Task A_body_that_is_no_JSON_object_of_at_most_1_MB_is_the_callers_mistake(string body) =>
        Refused(new DocumentWrite.Create(A("f1") with { Body = body }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3_000_000_000)]
    public Task An_impossible_time_to_live_is_the_callers_mistake(long seconds) =>
        Refused(new DocumentWrite.Create(A("f1") with { TimeToLive = Duration.FromSeconds(seconds) }));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task An_ETag_that_would_fit_anything_is_the_callers_mistake(string etag)
    {
        var kept = await Store.Create(A("kept"));
        await Refused(new DocumentWrite.Replace(A("kept"), etag));
        await Refused(new DocumentWrite.Delete("kept", etag));
        Assert.Equal(kept, (await Store.Get("kept"))?.ETag);
    }

    [Fact]
    [Trait("row", "R49")]
    public async Task A_batch_without_writes_or_with_more_than_100_is_the_callers_mistake()
    {
        await Refused();
        await Refused([.. Enumerable.Range(0, 101).Select(i => new DocumentWrite.Create(A($"f{i}")))]);
    }

    [Fact]
    public async Task Two_writes_to_one_id_are_the_callers_mistake()
    {
        var etag = await Store.Create(A("f2"));
        await Refused(new DocumentWrite.Create(A("f1")), new DocumentWrite.Create(A("f1")));
        await Refused(new DocumentWrite.Delete("f2", etag), new DocumentWrite.Create(A("f2")));
        Assert.NotNull(await Store.Get("f2"));
    }

    [Fact]
    public Task A_document_of_another_partition_is_the_callers_mistake() => Refused(new DocumentWrite.Create(A("f1", "t2|deal:7")));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_limit_below_1_or_above_1000_is_the_callers_mistake(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Due(limit));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => OwnedPages(limit));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PartitionPages(limit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    public async Task A_continuation_of_no_page_is_the_callers_mistake(string continuation)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OwnedAsync("t1|mia", "note", continuation, 1, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.InPartitionAsync(Deal, "note", continuation, 1, CancellationToken.None));
    }

    [Fact]
    [Trait("row", "SEC44")]
    public async Task A_body_of_1_MB_is_read_back_whole()
    {
        var big = A("big") with { Body = "{\"a\":\"" + new string('ž', (1 << 19) - 4) + "\"}" };
        await Store.Create(big);
        AssertSame(big, (await Store.Get("big"))?.Document);
    }

    [Fact]
    [Trait("row", "R49")]
    public async Task Bodies_of_more_than_a_batch_takes_are_the_callers_mistake()
    {
        var large = "{\"a\":\"" + new string('x', 800_000) + "\"}";
        await Refused(new DocumentWrite.Create(A("f1") with { Body = large }), new DocumentWrite.Create(A("f2") with { Body = large }));
    }

    private async Task Refused(params DocumentWrite[] writes)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Try(writes));
        Assert.Null(await Store.Get("f1"));
    }
}
