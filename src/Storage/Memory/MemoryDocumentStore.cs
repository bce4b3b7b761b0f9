using System.Globalization;
using NodaTime;

namespace FollowUpBot.Storage.Memory;

/// <summary>The port in memory, for simulations and tests: gone with the process, deterministic, every call done when it returns.</summary>
public sealed class MemoryDocumentStore(IClock clock) : IDocumentStore
{
    private static readonly (string?, string?, string?) AnyDue = (null, null, null);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Partition, string Id), Entry> entries = [];

    /// <summary>Where documents are looked for: under their partition and kind, under their owner and kind, and among those that are due at all.</summary>
    private readonly Dictionary<(string? Partition, string? Owner, string? Kind), HashSet<(string Partition, string Id)>> places = [];

    private long writes;

    public Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DocumentRules.CheckKey(partition, nameof(partition));
        DocumentRules.CheckId(id);
        lock (gate)
            return Task.FromResult(Find(partition, id, clock.GetCurrentInstant())?.Stored);
    }

    public Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DocumentRules.CheckBatch(partition, writes);
        lock (gate)
            return Task.FromResult(Apply(partition, writes, clock.GetCurrentInstant()));
    }

    public Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DocumentRules.CheckLimit(limit);
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<StoredDocument>>([.. Alive(AnyDue, document => document.DueAt <= now)
                .OrderBy(stored => stored.Document.DueAt)
                .ThenBy(stored => stored.Document.Partition, CodePointOrder.Instance)
                .ThenBy(stored => stored.Document.Id, CodePointOrder.Instance)
                .Take(limit)]);
        }
    }

    public Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DocumentRules.CheckKey(owner, nameof(owner));
        return Task.FromResult(Page((null, owner, kind), continuation, limit));
    }

    public Task<DocumentPage> InPartitionAsync(
        string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DocumentRules.CheckKey(partition, nameof(partition));
        return Task.FromResult(Page((partition, null, kind), continuation, limit));
    }

    public Task<Instant?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);

    private BatchResult Apply(string partition, IReadOnlyList<DocumentWrite> batch, Instant now)
    {
        for (var index = 0; index < batch.Count; index++)
        {
            if (DocumentRules.RefusalOf(batch[index], Find(partition, batch[index].Id, now)?.Stored.ETag) is { } refusal)
                return new BatchResult.Refused(index, refusal);
        }

        return new BatchResult.Committed([.. batch.Select(write => Put(partition, write, now))]);
    }

    private string Put(string partition, DocumentWrite write, Instant now)
    {
        Remove((partition, write.Id));
        if (DocumentRules.Written(write) is not { } document)
            return "";

        var kept = DocumentRules.Kept(document);
        var etag = (++writes).ToString(CultureInfo.InvariantCulture);
        entries[(partition, write.Id)] = new(new(kept, etag), kept.TimeToLive is { } life ? now + life : Instant.MaxValue);
        foreach (var place in PlacesOf(kept))
        {
            if (!places.TryGetValue(place, out var keys))
                places[place] = keys = [];
            keys.Add((partition, kept.Id));
        }

        return etag;
    }

    private static IEnumerable<(string?, string?, string?)> PlacesOf(Document document)
    {
        yield return (document.Partition, null, document.Kind);
        if (document.Owner is { } owner)
            yield return (null, owner, document.Kind);
        if (document.DueAt is not null)
            yield return AnyDue;
    }

    private void Remove((string Partition, string Id) key)
    {
        if (!entries.Remove(key, out var entry))
            return;
        foreach (var place in PlacesOf(entry.Stored.Document))
            places[place].Remove(key);
    }

    private DocumentPage Page((string? Partition, string? Owner, string Kind) place, string? continuation, int limit)
    {
        DocumentRules.CheckKey(place.Kind, nameof(place));
        DocumentRules.CheckLimit(limit);
        var after = PageToken.Parse(continuation);
        lock (gate)
        {
            return PageToken.Page(
                [.. Alive(place, document => after is null || IsAfter(document, after))
                    .OrderBy(stored => stored.Document.Id, CodePointOrder.Instance)
                    .ThenBy(stored => stored.Document.Partition, CodePointOrder.Instance)
                    .Take(limit + 1)],
                limit);
        }
    }

    private static bool IsAfter(Document document, PageToken last) => CodePointOrder.Instance.Compare(document.Id, last.Id) switch
    {
        0 => CodePointOrder.Instance.Compare(document.Partition, last.Partition) > 0,
        var order => order > 0,
    };

    private Entry? Find(string partition, string id, Instant now) =>
        entries.TryGetValue((partition, id), out var entry) && now < entry.ExpiresAt ? entry : null;

    private List<StoredDocument> Alive((string?, string?, string?) place, Func<Document, bool> wanted)
    {
        if (!places.TryGetValue(place, out var keys))
            return [];
        var now = clock.GetCurrentInstant();
        var found = keys.Select(key => (Key: key, Entry: entries[key])).ToList();
        foreach (var (key, _) in found.Where(each => each.Entry.ExpiresAt <= now))
            Remove(key);
        return [.. found.Where(each => each.Entry.ExpiresAt > now && wanted(each.Entry.Stored.Document)).Select(each => each.Entry.Stored)];
    }

    private sealed record Entry(StoredDocument Stored, Instant ExpiresAt);

    /// <summary>The order of UTF-8 bytes, in which databases sort text: surrogates come after everything of one unit.</summary>
    private sealed class CodePointOrder : IComparer<string>
    {
        public static readonly CodePointOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var left = x.AsSpan();
            var right = y.AsSpan();
            var same = left.CommonPrefixLength(right);
            return same == left.Length || same == right.Length
                ? left.Length.CompareTo(right.Length)
                : Rank(left[same]).CompareTo(Rank(right[same]));
        }

        private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
    }
}
