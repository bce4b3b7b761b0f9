using FollowUpBot.Storage;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task Several_documents_of_a_partition_come_in_the_order_they_were_asked_for()
    {
        await Store.Create(A("a"));
        await Store.Create(A("a%2Fb") with { Kind = "other" });
        await Store.Create(A("elsewhere", "t1|deal:8"));

        var found = await Store.GetAllAsync("t1|deal:7", ["a%2Fb", "elsewhere", "a", "~a"], CancellationToken.None);

        Assert.Equal(["a%2Fb", null, "a", null], found.Select(stored => stored?.Document.Id));
        Assert.Equal(await Store.Get("a"), found[2]);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAllAsync("t1|deal:7", [], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAllAsync("t1|deal:7", ["a", "a"], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAllAsync("t1|deal:7", ["a/b"], CancellationToken.None));
    }

    [Fact]
    public async Task Due_documents_come_earliest_first_from_all_partitions()
    {
        await Store.Create(A("third", "t1|deal:1") with { DueAt = Noon });
        await Store.Create(A("first", "t2|deal:1") with { DueAt = Noon - Duration.FromDays(400) });
        await Store.Create(A("second", "t1|deal:2") with { DueAt = Noon - Duration.FromTicks(1) });
        await Store.Create(A("not yet", "t1|deal:1") with { DueAt = Noon + Duration.FromTicks(1) });
        await Store.Create(A("never", "t1|deal:1"));

        Assert.Equal(["first", "second", "third"], await Due(1000));
        Assert.Equal(["first", "second"], await Due(2));
    }

    [Fact]
    public async Task A_document_that_is_done_is_due_no_more()
    {
        var etag = await Store.Create(A("r1") with { DueAt = Noon });
        await Store.Replace(A("r1"), etag);
        Assert.Empty(await Due(10));
    }

    [Fact]
    public async Task Owned_documents_come_in_order_of_id_from_all_partitions_page_by_page()
    {
        foreach (var id in (string[])["d", "a", "c", "e", "b"])
            await Store.Create(A(id, $"t1|deal:{id}") with { Owner = "t1|mia" });
        await Store.Create(A("c", "t1|deal:a") with { Owner = "t1|mia" });
        await Store.Create(A("aa", "t1|deal:a") with { Owner = "t1|mia", Kind = "other" });
        await Store.Create(A("ab", "t1|deal:a") with { Owner = "t1|mi" });
        await Store.Create(A("ac", "t2|deal:a") with { Owner = "t2|mia" });
        await Store.Create(A("ad", "t1|deal:a"));

        Assert.Equal([["a", "b"], ["c", "c"], ["d", "e"]], await OwnedPages(2));
        Assert.Equal([["a", "b", "c"], ["c", "d", "e"]], await OwnedPages(3));
        Assert.Equal([["a", "b", "c", "c", "d", "e"]], await OwnedPages(6));
        Assert.Equal(6, (await OwnedPages(1)).Count);
    }

    [Fact]
    public async Task Documents_of_a_partition_come_in_order_of_id_page_by_page()
    {
        foreach (var id in (string[])["d", "a", "c", "e", "b"])
            await Store.Create(A(id));
        await Store.Create(A("aa") with { Kind = "other" });
        await Store.Create(A("ab", "t1|deal:77"));
        await Store.Create(A("ac", "t2|deal:7"));

        Assert.Equal([["a", "b"], ["c", "d"], ["e"]], await PartitionPages(2));
        Assert.Equal([["a", "b", "c", "d", "e"]], await PartitionPages(5));
    }

    [Fact]
    public async Task Pages_of_nothing_are_one_empty_page()
    {
        Assert.Equal([[]], await PartitionPages(10));
        Assert.Equal([[]], await OwnedPages(10));
        Assert.Empty(await Due(10));
    }

    [Fact]
    public async Task Ids_are_in_the_order_of_their_code_points()
    {
        string[] ordered = ["A", "B", "a", "a%", "a-", "aa", "a~", "b", "é", "\uFB01", "🙂"];
        foreach (var id in ordered.Reverse())
            await Store.Create(A(id));
        Assert.Equal([ordered], await PartitionPages(100));
    }

    [Fact]
    public async Task A_page_goes_on_behind_a_document_that_was_deleted_meanwhile()
    {
        foreach (var id in (string[])["a", "b", "c"])
            await Store.Create(A(id));
        var first = await Store.InPartitionAsync(Deal, "note", null, 2, CancellationToken.None);
        await Store.Write(Deal, new DocumentWrite.Delete("b", first.Documents[1].ETag));

        var second = await Store.InPartitionAsync(Deal, "note", first.Continuation, 2, CancellationToken.None);

        Assert.Equal("c", Assert.Single(second.Documents).Document.Id);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task Queries_give_the_documents_as_they_were_written()
    {
        var full = A("f1") with { Owner = "t1|mia", DueAt = Noon, TimeToLive = Duration.FromDays(1), Body = """{"a":[1,{"b":"ž"}]}""" };
        var etag = await Store.Create(full);

        var found = (StoredDocument[])
        [
            (await Store.DueAsync(Noon, 1, CancellationToken.None)).Single(),
            (await Store.OwnedAsync("t1|mia", "note", null, 1, CancellationToken.None)).Documents.Single(),
            (await Store.InPartitionAsync(Deal, "note", null, 1, CancellationToken.None)).Documents.Single(),
        ];

        Assert.All(found, stored => AssertSame(full, stored.Document));
        Assert.All(found, stored => Assert.Equal(etag, stored.ETag));
    }

    [Fact]
    public async Task What_has_expired_is_invisible_at_once()
    {
        await Store.Create(A("brief") with { Owner = "t1|mia", DueAt = Noon, TimeToLive = Duration.FromSeconds(60) });
        await Store.Create(A("kept") with { Owner = "t1|mia", DueAt = Noon });

        Clock.Advance(Duration.FromSeconds(59));
        Assert.NotNull(await Store.Get("brief"));
        Assert.Equal(["brief", "kept"], (await Due(10)).Order());

        Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await Store.Get("brief"));
        Assert.Equal(["kept"], await Due(10));
        Assert.Equal([["kept"]], await OwnedPages(10));
        Assert.Equal([["kept"]], await PartitionPages(10));
    }

    [Fact]
    public async Task What_has_expired_can_be_created_again_but_not_changed()
    {
        var brief = A("brief") with { TimeToLive = Duration.FromSeconds(60) };
        var etag = await Store.Create(brief);
        Clock.Advance(Duration.FromSeconds(60));

        Assert.Equal(new BatchResult.Refused(0, Refusal.Missing), await Store.Try(new DocumentWrite.Replace(brief, etag)));
        Assert.Equal(new BatchResult.Refused(0, Refusal.Missing), await Store.Try(new DocumentWrite.Delete("brief", etag)));
        await Store.Create(brief);
        Assert.NotNull(await Store.Get("brief"));
    }

    [Fact]
    public async Task A_time_to_live_counts_from_the_last_write()
    {
        var brief = A("brief") with { TimeToLive = Duration.FromSeconds(60) };
        var etag = await Store.Create(brief);
        Clock.Advance(Duration.FromSeconds(50));
        etag = await Store.Replace(brief, etag);
        Clock.Advance(Duration.FromSeconds(50));
        Assert.NotNull(await Store.Get("brief"));

        await Store.Replace(A("brief"), etag);
        Clock.Advance(Duration.FromDays(10_000));
        Assert.NotNull(await Store.Get("brief"));
    }

    private async Task<IEnumerable<string>> Due(int limit) =>
        (await Store.DueAsync(Noon, limit, CancellationToken.None)).Select(stored => stored.Document.Id);

    private Task<List<string[]>> OwnedPages(int limit) =>
        Pages(continuation => Store.OwnedAsync("t1|mia", "note", continuation, limit, CancellationToken.None));

    private Task<List<string[]>> PartitionPages(int limit) =>
        Pages(continuation => Store.InPartitionAsync(Deal, "note", continuation, limit, CancellationToken.None));
}
