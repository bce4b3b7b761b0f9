using NodaTime;

namespace FollowUpBot.Storage;

/// <summary>
/// The one seam to the database: documents with a partition, an id, an ETag and an optional time-to-live, written in atomic batches.
/// Partition keys begin with the tenant. Every adapter passes the same contract suite.
/// </summary>
/// <remarks>
/// "Ordered by id" is the order of code points; the same id in two partitions comes in the order of the partitions.
/// A limit is 1 to 1000. A continuation is good for the same question only.
/// </remarks>
/// <exception cref="ArgumentException">
/// From every method, before anything is asked of the database: a key, id, body, batch or limit that no adapter takes.
/// </exception>
/// <exception cref="OperationCanceledException">The caller went away. A batch that had been begun may have been applied.</exception>
/// <exception cref="StoreUnavailableException">From every method: the store did not answer, or not in time; try again later.</exception>
public interface IDocumentStore
{
    /// <summary>The document, or null when there is none (or its time-to-live is over).</summary>
    Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken);

    /// <summary>Several documents of a partition, in the order of their ids and null where there is none.</summary>
    /// <remarks>Where each request costs, it is one request for all. They need not be of the same moment.</remarks>
    /// <param name="ids">1 to 100, each another one.</param>
    async Task<IReadOnlyList<StoredDocument?>> GetAllAsync(string partition, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        DocumentRules.CheckIds(ids);
        var found = new StoredDocument?[ids.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = await GetAsync(partition, ids[i], cancellationToken);
        return found;
    }

    /// <summary>Applies all writes, or none. A write that finds another state than it expects refuses the whole batch.</summary>
    /// <param name="writes">1 to 100 writes, each to another id of this partition; their bodies have at most 1.5 MB together.</param>
    Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);

    /// <summary>Documents whose <see cref="Document.DueAt"/> is at or before <paramref name="now"/>, earliest first, over all partitions.</summary>
    Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken);

    /// <summary>Documents of a kind with this <see cref="Document.Owner"/>, over all partitions, ordered by id.</summary>
    Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken);

    /// <summary>Documents of a kind in one partition, ordered by id.</summary>
    Task<DocumentPage> InPartitionAsync(string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken);

    /// <summary>Returns when the store can be read and written.</summary>
    /// <returns>The store's own clock, to the second; null when that is this machine's.</returns>
    Task<Instant?> CheckAsync(CancellationToken cancellationToken);
}
