using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FollowUpBot.Tests.Storage;

/// <summary>A folder of its own for each test of the SQLite file, and a way past the store to the file itself.</summary>
public abstract class SqliteStoreTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followupbot-");

    protected MovedClock Clock { get; } = new();

    protected string Path => In("store.db");

    protected string In(string name) => System.IO.Path.Combine(folder.FullName, name);

    protected SqliteDocumentStore Open(string? path = null, long? maxBytes = null) => SqliteDocumentStore.Open(
        new() { Path = path ?? Path, LockTimeout = TimeSpan.FromSeconds(1), MaxBytes = maxBytes }, Clock);

    /// <summary>The one line with which the store refuses to open.</summary>
    protected string Refusal(string? path = null)
    {
        var refusal = Assert.Throws<StoreUnavailableException>(() => Open(path));
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }

    protected SqliteConnection Other(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return connection;
    }

    protected long Count(string sql)
    {
        using var connection = Other("SELECT 1");
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long count ? count : -1;
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
