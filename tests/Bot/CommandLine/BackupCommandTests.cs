using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;
using FollowUpBot.Tests.Storage;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Bot.CommandLine;

public sealed class BackupCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task A_store_in_use_is_copied_as_it_stands_and_the_copy_opens_as_a_store()
    {
        await using var store = Open("store.db");
        await store.Create(A("before"));

        Assert.Equal(0, await RunAsync(folder.File("copy.db")));
        await store.Create(A("after"));

        Assert.Contains("KB, checked.", output.ToString(), StringComparison.Ordinal);
        await using var copy = Open("copy.db");
        Assert.NotNull(await copy.Get("before"));
        Assert.Null(await copy.Get("after"));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var store = Open("store.db");
        await File.WriteAllTextAsync(folder.File("copy.db"), "precious");

        Assert.Equal(1, await RunAsync(folder.File("copy.db")));

        Assert.Contains("exists already: choose another name.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(folder.File("copy.db")));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made_by_its_backup()
    {
        Assert.Equal(1, await RunAsync(folder.File("copy.db")));
        Assert.Contains("does not exist.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_damaged_store_is_not_copied()
    {
        await using (var store = Open("store.db"))
        {
            for (var i = 0; i < 200; i++)
                await store.Create(A($"f{i}"));
        }

        var bytes = await File.ReadAllBytesAsync(folder.File("store.db"));
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(folder.File("store.db"), bytes);

        Assert.Equal(1, await RunAsync(folder.File("copy.db")));
        Assert.Contains("is damaged", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("copy.db")));
    }

    [Fact]
    public async Task An_account_makes_its_own_backups()
    {
        Assert.Equal(1, await BackupCommand.RunAsync(
            [folder.File("copy.db"), "--Storage:Kind=Cosmos", "--Storage:Cosmos:Endpoint=https://x.documents.azure.com"], output, error, CancellationToken.None));
        Assert.Contains("the account makes its own", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--Storage:Path=x.db")]
    public async Task Without_a_file_the_command_says_what_it_needs(params string[] args)
    {
        Assert.Equal(2, await BackupCommand.RunAsync(args, output, error, CancellationToken.None));
        Assert.Contains("Usage: backup FILE", error.ToString(), StringComparison.Ordinal);
    }

    private SqliteDocumentStore Open(string name) => SqliteDocumentStore.Open(new SqliteOptions { Path = folder.File(name) }, SystemClock.Instance);

    private Task<int> RunAsync(string target) =>
        BackupCommand.RunAsync([target, $"--Storage:Path={folder.File("store.db")}"], output, error, CancellationToken.None);
}
