using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NodaTime;
using static System.FormattableString;

namespace FollowUpBot.Storage.Sqlite;

/// <summary>
/// The one writer: a thread that takes what has queued up and commits it in one transaction, so that many callers share one flush
/// of the disk. Each batch is still applied whole or not at all.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostBatchesInACommit = 100;
    private const int MostWaiting = 10_000;

    /// <summary>A batch leaves at most 100 documents, so the sweep keeps up with any number of expiring documents.</summary>
    private const int SweptInACommit = 200;

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly IClock clock;
    private readonly BlockingCollection<WaitingBatch> queue = new(MostWaiting);
    private readonly Thread thread;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement stateOf;
    private readonly SqliteStatement put;
    private readonly SqliteStatement delete;
    private readonly SqliteStatement sweep;
    private readonly SqliteStatement check;

    /// <summary>ETags of two openings of the file never meet, so one that was read before a restore is not taken for a newer one.</summary>
    private readonly string opening = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    private long writes;

    public SqliteWriter(SqliteFile file, IClock clock)
    {
        connection = file.Open();
        path = file.Path;
        this.clock = clock;
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        stateOf = new(
            connection,
            "SELECT etag FROM documents WHERE partition = $partition AND id = $id AND (expires IS NULL OR expires > $now)",
            "$partition", "$id", "$now");
        put = new(
            connection,
            """
            INSERT INTO documents (partition, id, kind, owner, due, ttl, expires, etag, body)
            VALUES ($partition, $id, $kind, $owner, $due, $ttl, $expires, $etag, $body)
            ON CONFLICT (partition, id) DO UPDATE SET
                kind = $kind, owner = $owner, due = $due, ttl = $ttl, expires = $expires, etag = $etag, body = $body
            """,
            "$partition", "$id", "$kind", "$owner", "$due", "$ttl", "$expires", "$etag", "$body");
        delete = new(connection, "DELETE FROM documents WHERE partition = $partition AND id = $id", "$partition", "$id");
        sweep = new(
            connection,
            "DELETE FROM documents WHERE key IN (SELECT key FROM documents WHERE expires <= $now ORDER BY expires LIMIT $most)",
            "$now", "$most");
        check = new(connection, "INSERT OR REPLACE INTO health (key, checked) VALUES (1, $now)", "$now");
        thread = new(Run) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <param name="writes">None only proves that a commit works.</param>
    public Task<BatchResult> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var batch = new WaitingBatch(partition, writes, cancellationToken);
        try
        {
            if (!queue.TryAdd(batch, 0, cancellationToken))
                throw new StoreUnavailableException($"The store {path} has {MostWaiting} batches waiting already.");
        }
        catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
        {
            throw new StoreUnavailableException($"The store {path} is closed.", e);
        }

        return batch.Result.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Commits what waits, then closes the file.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[begin, commit, stateOf, put, delete, sweep, check])
            statement.Dispose();
        connection.Dispose();
    }

    private void Run()
    {
        var group = new List<WaitingBatch>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < MostBatchesInACommit && queue.TryTake(out var next))
                group.Add(next);
            group.RemoveAll(batch => batch.IsAbandoned);
            Commit(group);
        }
    }

    private void Commit(List<WaitingBatch> group)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            begin.Execute();
            var results = group.ConvertAll(batch => Apply(batch, now));
            sweep.Execute(now.ToUnixTimeTicks(), SweptInACommit);
            commit.Execute();
            for (var i = 0; i < group.Count; i++)
                group[i].Result.TrySetResult(results[i]);
        }
        catch (Exception e)
        {
            var reason = e is SqliteException sqlite ? SqliteTrouble.Unavailable(path, sqlite) : e;
            Rollback();
            foreach (var batch in group)
                batch.Result.TrySetException(reason);
        }
    }

    private BatchResult Apply(WaitingBatch batch, Instant now)
    {
        if (batch.Writes.Count == 0)
            check.Execute(now.ToUnixTimeTicks());
        for (var index = 0; index < batch.Writes.Count; index++)
        {
            var stored = stateOf.First(batch.Partition, batch.Writes[index].Id, now.ToUnixTimeTicks()) as string;
            if (DocumentRules.RefusalOf(batch.Writes[index], stored) is { } refusal)
                return new BatchResult.Refused(index, refusal);
        }

        var etags = new string[batch.Writes.Count];
        for (var index = 0; index < etags.Length; index++)
            etags[index] = Write(batch.Partition, batch.Writes[index], now);
        return new BatchResult.Committed(etags);
    }

    private string Write(string partition, DocumentWrite write, Instant now)
    {
        if (DocumentRules.Written(write) is not { } document)
        {
            delete.Execute(partition, write.Id);
            return "";
        }

        var kept = DocumentRules.Kept(document);
        var etag = Invariant($"{opening}-{++writes}");
        put.Execute(
            partition,
            kept.Id,
            kept.Kind,
            kept.Owner,
            kept.DueAt?.ToUnixTimeTicks(),
            (long?)kept.TimeToLive?.TotalSeconds,
            kept.TimeToLive is { } life ? (now + life).ToUnixTimeTicks() : null,
            etag,
            kept.Body);
        return etag;
    }

    /// <summary>SQLite has ended the transaction itself after most errors; after the others it is ended here.</summary>
    private void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            SqliteFile.Execute(connection, "ROLLBACK");
    }

    private sealed record WaitingBatch(string Partition, IReadOnlyList<DocumentWrite> Writes, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<BatchResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Its caller has gone before it was begun: it must leave no trace.</summary>
        public bool IsAbandoned => CancellationToken.IsCancellationRequested;
    }
}
