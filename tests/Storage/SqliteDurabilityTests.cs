using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

public sealed class SqliteDurabilityTests : SqliteStoreTest
{
    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        string etag;
        await using (var store = Open())
            etag = await store.Create(A("f1"));

        await using var again = Open();

        Assert.Equal(etag, (await again.Get("f1"))?.ETag);
        Assert.NotEqual(etag, await again.Replace(A("f1"), etag));
    }

    [Fact]
    public async Task What_waits_when_the_store_is_closed_is_committed_first()
    {
        var store = Open();
        var writes = Enumerable.Range(0, 200).Select(i => store.Create(A($"f{i}"))).ToList();
        await store.DisposeAsync();
        await Task.WhenAll(writes);
        Assert.Equal(200, Count("SELECT count(*) FROM documents"));
    }

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        await using var store = Open(In("a/b/store.db"));
        await store.CheckAsync(CancellationToken.None);
        Assert.True(File.Exists(In("a/b/store.db")));
    }

    [Fact]
    [Trait("row", "FM41")]
    public async Task A_log_cut_at_any_byte_opens_at_the_last_whole_commit()
    {
        const int commits = 12;
        byte[] file, log;
        var ends = new List<long>();
        await using (var store = Open())
        {
            for (var i = 0; i < commits; i++)
            {
                await store.Write("t1|deal:7", new DocumentWrite.Create(A($"a{i}")), new DocumentWrite.Create(A($"b{i}") with { DueAt = Noon }));
                ends.Add(Shared(Path + "-wal").Length);
            }

            (file, log) = (Shared(Path), Shared(Path + "-wal"));
        }

        var cuts = Enumerable.Range(0, 150).Select(n => (long)log.Length * n / 150).Concat(ends).Concat(ends.Select(end => end - 1)).Order();
        foreach (var cut in cuts)
        {
            var committed = ends.Count(end => end <= cut);
            await File.WriteAllBytesAsync(In("cut.db"), file);
            await File.WriteAllBytesAsync(In("cut.db-wal"), log[..(int)cut]);
            await using var reopened = Open(In("cut.db"));
            for (var i = 0; i < commits; i++)
            {
                Assert.Equal(i < committed, await reopened.Get($"a{i}") is not null);
                Assert.Equal(i < committed, await reopened.Get($"b{i}") is not null);
            }
        }
    }

    [Fact]
    public async Task A_backup_taken_while_writers_write_is_one_moment_of_the_store()
    {
        await using var store = Open();
        for (var i = 0; i < 20; i++)
            await Pair(store, $"before{i}");
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Pair(store, $"w{writer}n{Interlocked.Increment(ref written)}");
        })).ToList();

        for (var n = 0; n < 3; n++)
            await store.BackupAsync(In($"backup{n}.db"), CancellationToken.None);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        for (var n = 0; n < 3; n++)
        {
            await using var restored = Open(In($"backup{n}.db"));
            var all = await All(restored);
            Assert.True(Enumerable.Range(0, 20).All(i => all.Contains($"before{i}-a")));
            Assert.Equal(all.Count(id => id.EndsWith('a')), all.Count(id => id.EndsWith('b')));
            Assert.All(all, id => Assert.Contains(id[..^1] + (id[^1] == 'a' ? 'b' : 'a'), all));
        }
    }

    [Fact]
    public async Task A_backup_never_overwrites_and_leaves_nothing_half_done()
    {
        await using var store = Open();
        await File.WriteAllTextAsync(In("mine"), "kept");
        await File.WriteAllTextAsync(In("new.partial"), "of a backup that was killed");

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BackupAsync(In("mine"), CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BackupAsync(In("mine/below"), CancellationToken.None));
        await store.BackupAsync(In("new"), CancellationToken.None);

        Assert.Equal($"The backup {In("mine")} exists already: choose another name.", refusal.Message);
        Assert.Equal("kept", await File.ReadAllTextAsync(In("mine")));
        Assert.True(File.Exists(In("new")));
        Assert.False(File.Exists(In("new.partial")));
        Assert.False(File.Exists(In("mine.partial")));
    }

    [Fact]
    public async Task Two_processes_on_one_file_never_both_win()
    {
        await using var one = Open();
        await using var other = Open();
        for (var round = 0; round < 20; round++)
        {
            var etag = await one.Create(A($"f{round}"));
            var results = await Task.WhenAll(
                one.Try(new DocumentWrite.Replace(A($"f{round}"), etag)), other.Try(new DocumentWrite.Replace(A($"f{round}"), etag)));
            Assert.Single(results, result => result is BatchResult.Committed);
        }
    }

    [Fact]
    public async Task Expired_documents_are_swept_by_later_writes_in_small_bites()
    {
        await using var store = Open();
        for (var batch = 0; batch < 5; batch++)
        {
            var brief = Enumerable.Range(0, 100).Select(i => A($"f{batch}-{i}") with { TimeToLive = Duration.FromSeconds(1) });
            await store.Write("t1|deal:7", [.. brief.Select(document => new DocumentWrite.Create(document))]);
        }

        Clock.Advance(Duration.FromSeconds(1));

        var left = new List<long>();
        for (var write = 0; write < 3; write++)
        {
            await store.CheckAsync(CancellationToken.None);
            left.Add(Count("SELECT count(*) FROM documents"));
        }

        Assert.Equal([300, 100, 0], left);
    }

    [Fact]
    public async Task Deleted_text_is_not_left_in_the_file()
    {
        await using (var store = Open())
        {
            var etag = await store.Create(A("f1") with { Body = """{"note":"canary-in-the-file"}""" });
            await store.Write("t1|deal:7", new DocumentWrite.Delete("f1", etag));
        }

        Assert.Equal(-1, Shared(Path).AsSpan().IndexOf("canary"u8));
        Assert.False(File.Exists(Path + "-wal"));
    }

    private static Task<IReadOnlyList<string>> Pair(SqliteDocumentStore store, string name) => store.Write(
        "t1|deal:7", new DocumentWrite.Create(A(name + "-a")), new DocumentWrite.Create(A(name + "-b")));

    private static async Task<HashSet<string>> All(SqliteDocumentStore store) =>
        [.. (await Pages(after => store.InPartitionAsync("t1|deal:7", "note", after, 1000, CancellationToken.None))).SelectMany(page => page)];

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
