using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;

namespace FollowUpBot.Tests.Storage;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followupbot-");
    private SqliteDocumentStore? opened;

    protected override Task<IDocumentStore> OpenAsync() =>
        Task.FromResult<IDocumentStore>(opened = SqliteDocumentStore.Open(new() { Path = Path.Combine(folder.FullName, "store.db") }, Clock));

    protected override async Task CloseAsync()
    {
        if (opened is not null)
            await opened.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
