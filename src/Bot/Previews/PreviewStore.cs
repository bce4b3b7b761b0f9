using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>A document as a preview has changed it.</summary>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it was deleted.</param>
public sealed record PreviewChange(Document? Before, Document? After);

/// <summary>One tenant's part of a store, on which everything can be tried: what is written stays in memory and is seen by what comes after it.</summary>
/// <param name="tenant">What its partitions begin with.</param>
/// <param name="until">Nothing is due later than this in a preview.</param>
public sealed class PreviewStore(IDocumentStore inner, string tenant, Instant until) : IDocumentStore
{
    /// <summary>As many as a store gives at once.</summary>
    public const int MostDue = 1000;

    private readonly Dictionary<(string Partition, string Id), StoredDocument?> written = [];
    private IReadOnlyList<StoredDocument>? due;
    private int versions;

    /// <summary>Told of every write, in order.</summary>
    public Action<PreviewChange> Changed { get; set; } = _ => { };

    /// <summary>More was due than a preview looks at.</summary>
    public bool IsCutShort { get; private set; }

    public async Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        lock (written)
        {
            if (written.TryGetValue((partition, id), out var changed))
                return changed;
        }

        return await inner.GetAsync(partition, id, cancellationToken);
    }

    public async Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var stored = new StoredDocument?[writes.Count];
        for (var i = 0; i < writes.Count; i++)
            stored[i] = await GetAsync(partition, writes[i].Id, cancellationToken);
        lock (written)
        {
            for (var i = 0; i < writes.Count; i++)
            {
                stored[i] = written.TryGetValue((partition, writes[i].Id), out var changed) ? changed : stored[i];
                if (RefusalOf(writes[i], stored[i]) is { } refusal)
                    return new BatchResult.Refused(i, refusal);
            }

            return new BatchResult.Committed([.. writes.Select((write, place) => Write(partition, write, stored[place]))]);
        }
    }

    public async Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        if (due is null)
        {
            due = await inner.DueAsync(until, MostDue, cancellationToken);
            IsCutShort = due.Count == MostDue;
        }

        return [.. Merged(due.Where(stored => stored.Document.Partition.StartsWith(tenant, StringComparison.Ordinal)), document => document.DueAt is not null)
            .Where(stored => stored.Document.DueAt <= now)
            .OrderBy(stored => stored.Document.DueAt)
            .Take(limit)];
    }

    public async Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken) => Whole(
        await AllAsync(after => inner.OwnedAsync(owner, kind, after, limit, cancellationToken)), document => document.Owner == owner && document.Kind == kind);

    public async Task<DocumentPage> InPartitionAsync(string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken) => Whole(
        await AllAsync(after => inner.InPartitionAsync(partition, kind, after, limit, cancellationToken)), document => document.Partition == partition && document.Kind == kind);

    public Task<Instant?> CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    private static Refusal? RefusalOf(DocumentWrite write, StoredDocument? stands) => (write, stands) switch
    {
        (DocumentWrite.Create, not null) => Refusal.AlreadyExists,
        (DocumentWrite.Create, null) => null,
        (_, null) => Refusal.Missing,
        (DocumentWrite.Replace replace, _) when replace.ETag != stands.ETag => Refusal.Changed,
        (DocumentWrite.Delete delete, _) when delete.ETag != stands.ETag => Refusal.Changed,
        _ => null,
    };

    private string Write(string partition, DocumentWrite write, StoredDocument? before)
    {
        var after = write switch
        {
            DocumentWrite.Create create => create.Document,
            DocumentWrite.Replace replace => replace.Document,
            _ => null,
        };
        var etag = after is null ? "" : $"preview-{++versions}";
        written[(partition, write.Id)] = after is null ? null : new StoredDocument(after, etag);
        Changed(new PreviewChange(before?.Document, after));
        return etag;
    }

    private DocumentPage Whole(IEnumerable<StoredDocument> stored, Func<Document, bool> belongs) =>
        new([.. Merged(stored, belongs).OrderBy(it => it.Document.Id, StringComparer.Ordinal).ThenBy(it => it.Document.Partition, StringComparer.Ordinal)], Continuation: null);

    private List<StoredDocument> Merged(IEnumerable<StoredDocument> stored, Func<Document, bool> belongs)
    {
        lock (written)
        {
            var untouched = stored.Where(it => !written.ContainsKey((it.Document.Partition, it.Document.Id)));
            return [.. untouched, .. written.Values.OfType<StoredDocument>().Where(it => belongs(it.Document))];
        }
    }

    private static async Task<IReadOnlyList<StoredDocument>> AllAsync(Func<string?, Task<DocumentPage>> read)
    {
        var all = new List<StoredDocument>();
        string? after = null;
        do
        {
            var page = await read(after);
            all.AddRange(page.Documents);
            after = page.Continuation;
        }
        while (after is not null);
        return all;
    }
}
