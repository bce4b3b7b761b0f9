using NodaTime;

namespace FollowUpBot.Storage;

/// <summary>One JSON document and the few fields that the store itself reads.</summary>
public sealed record Document
{
    /// <summary>
    /// <c>tenant|deal:…</c>, <c>tenant|person:…</c> or <c>tenant|channel:…</c>: what changes together lives together. 1 to 512 characters.
    /// </summary>
    public required string Partition { get; init; }

    /// <summary>Unique in the partition; 1 to 255 characters, no control characters and none of <c>/ \ ? #</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The document's class, such as <c>deal</c> or <c>reminder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose it is, with the tenant first (<c>tenant|person</c>), for <see cref="IDocumentStore.OwnedAsync"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>When a worker must look at it; null when nothing is to be done. Kept to 100 ns.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Counted from the last write; null keeps it until it is deleted. Whole seconds, rounded up; at most 68 years.</summary>
    public Duration? TimeToLive { get; init; }

    /// <summary>
    /// A JSON object of at most 1 MB (2^20 bytes of UTF-8). A store may change its layout, and a number beyond a double's precision.
    /// </summary>
    public required string Body { get; init; }
}

/// <summary>A document as it stands in the store.</summary>
public sealed record StoredDocument(Document Document, string ETag);

/// <summary>Some documents, and the token for the next page; null on the last.</summary>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Documents, string? Continuation);

/// <summary>One write of a batch.</summary>
public abstract record DocumentWrite
{
    private DocumentWrite()
    {
    }

    public abstract string Id { get; }

    /// <summary>Refused when the id exists.</summary>
    public sealed record Create(Document Document) : DocumentWrite
    {
        public override string Id => Document.Id;
    }

    /// <summary>Refused unless the stored ETag is the one given.</summary>
    public sealed record Replace(Document Document, string ETag) : DocumentWrite
    {
        public override string Id => Document.Id;
    }

    /// <summary>Refused unless the stored ETag is the one given.</summary>
    public sealed record Delete(string DocumentId, string ETag) : DocumentWrite
    {
        public override string Id => DocumentId;
    }
}

/// <summary>What became of a batch.</summary>
public abstract record BatchResult
{
    private BatchResult()
    {
    }

    /// <summary>All writes are durable.</summary>
    /// <param name="ETags">One for each write, in order; empty for a delete.</param>
    public sealed record Committed(IReadOnlyList<string> ETags) : BatchResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Index">The first write that was refused.</param>
    public sealed record Refused(int Index, Refusal Reason) : BatchResult;
}

public enum Refusal
{
    AlreadyExists,
    Changed,
    Missing,
}
