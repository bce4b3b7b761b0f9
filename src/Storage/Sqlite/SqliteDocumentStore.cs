using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>The port on one SQLite file, for a laptop or one server. A write that has returned survives a power cut.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    private readonly SqliteFile file;
    private readonly IClock clock;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> idle = [];
    private volatile bool closed;

    private SqliteDocumentStore(SqliteFile file, IClock clock)
    {
        this.file = file;
        this.clock = clock;
        writer = new(file, clock);
    }

    /// <summary>Opens the file, makes it when it is missing, checks that it is whole and brings it to this version's schema.</summary>
    /// <param name="clock">Tells what has expired.</param>
    /// <exception cref="StoreUnavailableException">One line that says why the file is refused and what to do.</exception>
    public static SqliteDocumentStore Open(SqliteOptions options, IClock clock) => new(new(options), clock);

    public Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, nameof(partition));
        DocumentRules.CheckId(id);
        return ReadAsync((reader, now) => reader.Get(partition, id, now), cancellationToken);
    }

    public Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        DocumentRules.CheckBatch(partition, writes);
        return writer.WriteAsync(partition, writes, cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckLimit(limit);
        return ReadAsync<IReadOnlyList<StoredDocument>>((reader, present) => reader.Due(now, limit, present), cancellationToken);
    }

    public Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(owner, nameof(owner));
        DocumentRules.CheckKey(kind, nameof(kind));
        DocumentRules.CheckLimit(limit);
        var after = PageToken.Parse(continuation);
        return ReadAsync((reader, now) => PageToken.Page(reader.Owned(owner, kind, after, limit + 1, now), limit), cancellationToken);
    }

    public Task<DocumentPage> InPartitionAsync(
        string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, nameof(partition));
        DocumentRules.CheckKey(kind, nameof(kind));
        DocumentRules.CheckLimit(limit);
        var after = PageToken.Parse(continuation);
        return ReadAsync(
            (reader, now) => PageToken.Page(reader.InPartition(partition, kind, after, limit + 1, now), limit), cancellationToken);
    }

    public async Task<Instant?> CheckAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync("", [], cancellationToken);
        return null;
    }

    /// <summary>Writes a whole, checked copy of the store as it stands now to another file, while the store goes on.</summary>
    /// <param name="target">A file that does not exist yet; it appears only when the copy is complete and on the disk.</param>
    /// <exception cref="StoreUnavailableException">One line that says why there is no copy.</exception>
    public Task BackupAsync(string target, CancellationToken cancellationToken) =>
        Task.Run(() => SqliteBackup.Write(file, target), cancellationToken);

    /// <summary>Commits what waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
        await Task.Run(writer.Dispose);
    }

    /// <summary>Reads are done on the caller's thread: they take microseconds, and one connection serves one caller at a time.</summary>
    private Task<T> ReadAsync<T>(Func<SqliteReader, Instant, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        if (closed)
            return Task.FromException<T>(new StoreUnavailableException($"The store {file.Path} is closed."));
        SqliteReader? reader = null;
        try
        {
            if (!idle.TryTake(out reader))
                reader = new(file);
            var result = read(reader, clock.GetCurrentInstant());
            idle.Add(reader);
            return Task.FromResult(result);
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            return Task.FromException<T>(SqliteTrouble.Unavailable(file.Path, e));
        }
    }
}
