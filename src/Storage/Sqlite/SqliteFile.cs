using System.Globalization;
using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>The file: opens connections to it, and brings it to the schema of this version.</summary>
internal sealed class SqliteFile(SqliteOptions options)
{
    /// <summary>"FUpB", which tells the product's files from those of other programs.</summary>
    private const int ApplicationId = 0x46557042;

    /// <summary>Script n brings schema version n to n + 1. A released script is never changed.</summary>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE documents (
            key       INTEGER PRIMARY KEY,
            partition TEXT NOT NULL,
            id        TEXT NOT NULL,
            kind      TEXT NOT NULL,
            owner     TEXT,
            due       INTEGER,
            ttl       INTEGER,
            expires   INTEGER,
            etag      TEXT NOT NULL,
            body      TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX documents_identity ON documents (partition, id);
        CREATE INDEX documents_due ON documents (due, partition, id) WHERE due IS NOT NULL;
        CREATE INDEX documents_owned ON documents (owner, kind, id, partition) WHERE owner IS NOT NULL;
        CREATE INDEX documents_in_partition ON documents (partition, kind, id);
        CREATE INDEX documents_expiry ON documents (expires) WHERE expires IS NOT NULL;
        CREATE TABLE health (key INTEGER PRIMARY KEY CHECK (key = 1), checked INTEGER NOT NULL) STRICT;
        """,
    ];

    public string Path { get; } = System.IO.Path.GetFullPath(options.Path);

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.LockTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The connection that writes, to a file that is whole and of this version's schema.</summary>
    /// <exception cref="StoreUnavailableException">With one line that says why and what to do.</exception>
    public SqliteConnection Open()
    {
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? Path);
            connection = Connect(SqliteOpenMode.ReadWriteCreate);
            RefuseForeign(connection);
            RefuseDamaged(connection, Path);
            Prepare(connection);
            Limit(connection);
            Migrate(connection);
            return connection;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            throw e switch
            {
                SqliteException sqlite => SqliteTrouble.Unavailable(Path, sqlite),
                IOException or UnauthorizedAccessException => new StoreUnavailableException(
                    $"The folder of the store {Path} cannot be made: {e.Message.ReplaceLineEndings(" ")}", e),
                _ => e,
            };
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <exception cref="StoreUnavailableException">A page or a record of the file is not as it was written.</exception>
    public static void RefuseDamaged(SqliteConnection connection, string path)
    {
        if (Text(connection, "PRAGMA quick_check(1)") is var finding and not "ok")
            throw SqliteTrouble.Damaged(path, finding.ReplaceLineEndings(" "));
    }

    private void RefuseForeign(SqliteConnection connection)
    {
        var version = Number(connection, "PRAGMA user_version");
        if (version > Migrations.Length)
        {
            throw new StoreUnavailableException(
                $"The store {Path} was written by a newer version (schema {version}; this one knows {Migrations.Length}): "
                + "start that version.");
        }

        var ours = Number(connection, "PRAGMA application_id") == ApplicationId;
        if (!ours && Number(connection, "SELECT count(*) FROM sqlite_schema") > 0)
            throw new StoreUnavailableException($"The store {Path} is a SQLite file of another program: choose another path.");
    }

    private void Limit(SqliteConnection connection)
    {
        if (options.MaxBytes is { } most)
        {
            var pages = most / Number(connection, "PRAGMA page_size");
            Execute(connection, Invariant($"PRAGMA max_page_count = {pages}"));
        }
    }

    /// <summary>A commit is on the disk when it returns (FULL), and what was deleted is overwritten in the file (secure_delete).</summary>
    private void Prepare(SqliteConnection connection)
    {
        if (Text(connection, "PRAGMA journal_mode = WAL") is var mode and not "wal")
            throw new StoreUnavailableException($"The store {Path} cannot keep a write-ahead log ({mode}): put it on a local disk.");
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;");
    }

    private static void Migrate(SqliteConnection connection)
    {
        var version = Number(connection, "PRAGMA user_version");
        if (version == Migrations.Length)
            return;
        Execute(connection, "BEGIN IMMEDIATE");
        for (; version < Migrations.Length; version++)
            Execute(connection, Migrations[version]);
        Execute(connection, Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Migrations.Length}; COMMIT"));
    }

    private static long Number(SqliteConnection connection, string sql) =>
        long.Parse(Text(connection, sql), CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
