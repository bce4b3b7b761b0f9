using System.Net;
using Microsoft.Azure.Cosmos;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>One batch and its tries. Every try carries the same operation id, by which the batch knows its own traces.</summary>
/// <remarks>
/// A try without an answer may have been applied, or be applied later. Each write is conditional, so that the same batch can be sent again
/// without harm; if it is then refused, what refused it may be the trace of the earlier try. The SDK itself sends writes again after a
/// reset (unless it is limited to one endpoint), so this holds for the first answer, too.
/// </remarks>
internal sealed class CosmosBatch(Container container, string partition, IReadOnlyList<DocumentWrite> writes)
{
    private static readonly TransactionalBatchItemRequestOptions WithoutBody = new() { EnableContentResponseOnWrite = false };

    private readonly string operation = Guid.NewGuid().ToString("N");
    private bool isUnsettled;

    /// <exception cref="CosmosFault">No answer, or none that settles the batch: try again.</exception>
    public async Task<BatchResult> TryAsync(CancellationToken cancellationToken)
    {
        var wasUnsettled = isUnsettled;
        if (wasUnsettled && await TraceAsync(Witnesses, cancellationToken) is { } settled)
            return settled;
        isUnsettled = true;
        using var response = await SendAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
            return Committed(index => response[index].ETag);
        var fault = CosmosFault.From(response);
        isUnsettled = wasUnsettled || fault is { IsRefused: false };
        if (fault is not null)
            throw fault;
        var trace = await TraceAsync(wasUnsettled ? Witnesses : Witnesses.Take(1), cancellationToken);
        return trace ?? Refused(response, wasUnsettled);
    }

    /// <summary>The documents that bear the operation id; created ones first, as others are more likely to have been changed since.</summary>
    private IEnumerable<string> Witnesses => writes
        .Where(write => write is not DocumentWrite.Delete)
        .OrderBy(write => write is DocumentWrite.Replace)
        .Select(write => write.Id);

    private async Task<TransactionalBatchResponse> SendAsync(CancellationToken cancellationToken)
    {
        var batch = container.CreateTransactionalBatch(new PartitionKey(partition));
        foreach (var write in writes)
        {
            batch = write switch
            {
                DocumentWrite.Create create => batch.CreateItem(CosmosItem.Of(create.Document, operation), WithoutBody),
                DocumentWrite.Replace replace => batch.ReplaceItem(
                    CosmosItem.IdOf(replace.Id), CosmosItem.Of(replace.Document, operation), IfUnchanged(replace.ETag)),
                DocumentWrite.Delete delete => batch.DeleteItem(CosmosItem.IdOf(delete.Id), IfUnchanged(delete.ETag)),
                _ => throw new ArgumentException("A write of no known kind.", nameof(cancellationToken)),
            };
        }

        return await batch.ExecuteAsync(cancellationToken);
    }

    private static TransactionalBatchItemRequestOptions IfUnchanged(string etag) =>
        new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false };

    /// <summary>Committed when one of the documents was last written by this batch, which then was applied whole; null otherwise.</summary>
    private async Task<BatchResult.Committed?> TraceAsync(IEnumerable<string> witnesses, CancellationToken cancellationToken)
    {
        foreach (var id in witnesses)
        {
            if (await ReadOwnAsync(id, cancellationToken) is not null)
                return await CommittedAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>Where another writer has changed a document since, its ETag is lost; the operation id stands for one that fits nothing.</summary>
    private async Task<BatchResult.Committed> CommittedAsync(CancellationToken cancellationToken)
    {
        var etags = new List<string>(writes.Count);
        foreach (var write in writes)
        {
            etags.Add(write is DocumentWrite.Delete
                ? ""
                : (await ReadOwnAsync(write.Id, cancellationToken))?.ETag ?? operation);
        }

        return new(etags);
    }

    private async Task<CosmosItem?> ReadOwnAsync(string id, CancellationToken cancellationToken)
    {
        var item = await CosmosItem.ReadAsync(container, partition, id, cancellationToken);
        return item?.Operation == operation ? item : null;
    }

    private BatchResult.Committed Committed(Func<int, string> etagOf) =>
        new([.. writes.Select((write, index) => write is DocumentWrite.Delete ? "" : etagOf(index))]);

    private BatchResult Refused(TransactionalBatchResponse response, bool wasUnsettled)
    {
        var index = Enumerable.Range(0, response.Count).First(i => (int)response[i].StatusCode is >= 400 and not 424);
        // Deletes leave no trace: when all there is to do is gone after a try without an answer, that try did it.
        if (wasUnsettled && response[index].StatusCode is HttpStatusCode.NotFound && writes.All(write => write is DocumentWrite.Delete))
            return Committed(_ => "");
        return new BatchResult.Refused(index, response[index].StatusCode switch
        {
            HttpStatusCode.Conflict => Refusal.AlreadyExists,
            HttpStatusCode.PreconditionFailed => Refusal.Changed,
            _ => Refusal.Missing,
        });
    }
}
