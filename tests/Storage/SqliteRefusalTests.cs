using FollowUpBot.Storage;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

/// <summary>Each file that the store cannot use is refused with one line that says what to do, and is not touched.</summary>
public sealed class SqliteRefusalTests : SqliteStoreTest
{
    [Fact]
    [Trait("row", "FM41")]
    public async Task A_file_that_another_program_holds_is_refused()
    {
        await Fill(1);
        using var other = Other("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; PRAGMA user_version = 1; COMMIT");
        Assert.Equal($"The store {Path} is locked by another program: stop that program.", Refusal());
    }

    [Fact]
    [Trait("row", "FM41")]
    public async Task A_write_waits_for_another_programs_lock_only_so_long_and_succeeds_when_it_is_gone()
    {
        await using var store = Open();
        await store.Create(A("before"));
        using (Other("BEGIN IMMEDIATE"))
        {
            var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Create(A("f1")));
            Assert.Contains("is locked by another program", refusal.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CheckAsync(CancellationToken.None));
            Assert.NotNull(await store.Get("before"));
        }

        Assert.Null(await store.Get("f1"));
        await store.Create(A("f1"));
        await store.CheckAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(0, 16, "is no SQLite file: choose another path, or restore it from a backup.")]
    [InlineData(0, 4096, "is no SQLite file: choose another path, or restore it from a backup.")]
    [InlineData(4096, 64, "restore it from a backup.")]
    [InlineData(40_960, 4096, "restore it from a backup.")]
    [InlineData(81_920, 40_960, "restore it from a backup.")]
    public async Task A_file_with_overwritten_bytes_is_refused(int from, int length, string advice)
    {
        await Fill(200);
        using (var file = File.OpenWrite(Path))
        {
            file.Position = from;
            file.Write([.. Enumerable.Repeat((byte)0xA5, length)]);
        }

        Assert.EndsWith(advice, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_is_refused()
    {
        await Fill(200);
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length / 2);
        Assert.EndsWith("restore it from a backup.", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_file_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 100));
        await File.WriteAllTextAsync(Path, text);
        Assert.Contains("is no SQLite file", Refusal(), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Path));
    }

    [Fact]
    public void Another_programs_SQLite_file_is_refused_and_left_alone()
    {
        Other("CREATE TABLE songs (title TEXT)").Dispose();
        Assert.Equal($"The store {Path} is a SQLite file of another program: choose another path.", Refusal());
        Assert.Equal(1, Count("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await Fill(1);
        Other("PRAGMA user_version = 99").Dispose();
        Assert.Equal(
            $"The store {Path} was written by a newer version (schema 99; this one knows 1): start that version.", Refusal());
        Assert.Equal(99, Count("PRAGMA user_version"));
    }

    [Fact]
    public void A_path_whose_folder_cannot_be_made_is_refused()
    {
        File.WriteAllText(In("file"), "");
        var path = In("file/store.db");
        Assert.StartsWith($"The folder of the store {path} cannot be made: ", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(Path);
        Assert.Equal($"The store {Path} cannot be opened: check that its folder exists and may be written.", Refusal());
    }

    [Fact]
    [Trait("row", "FM41")]
    public async Task A_full_store_refuses_what_does_not_fit_and_keeps_what_it_has()
    {
        await using var store = Open(maxBytes: 1_000_000);
        var etags = new List<string>();
        var large = "{\"a\":\"" + new string('x', 50_000) + "\"}";

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            while (etags.Count < 100)
                etags.Add(await store.Create(A($"f{etags.Count}") with { Body = large }));
        });

        Assert.Equal($"The store {Path} cannot grow: free space on its disk, or raise its size limit.", refusal.Message);
        Assert.InRange(etags.Count, 10, 20);
        Assert.Null(await store.Get($"f{etags.Count}"));
        Assert.Equal(etags[^1], (await store.Get($"f{etags.Count - 1}"))?.ETag);

        await store.Write("t1|deal:7", new DocumentWrite.Delete("f0", etags[0]));
        await store.Create(A("fits again") with { Body = large });
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = Open();
        await store.DisposeAsync();
        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Get("f1"));
        var write = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Create(A("f1")));
        Assert.Equal(($"The store {Path} is closed.", $"The store {Path} is closed."), (read.Message, write.Message));
    }

    private async Task Fill(int documents)
    {
        await using var store = Open();
        for (var i = 0; i < documents; i++)
            await store.Create(A($"f{i}") with { Owner = "t1|mia", DueAt = Noon, Body = "{\"a\":\"" + new string('x', 1000) + "\"}" });
    }
}
