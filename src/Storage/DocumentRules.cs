using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace FollowUpBot.Storage;

/// <summary>What every adapter refuses before it asks its database, so that a document that fits one fits all.</summary>
/// <remarks>
/// The limits are those of the narrowest adapter, Cosmos DB: ids of 255 characters without <c>/ \ ? #</c>, transactions of 100 operations
/// and 2 MB, a time-to-live in whole seconds that fits 32 bits.
/// </remarks>
internal static class DocumentRules
{
    public const int MaxWrites = 100;
    private const int MaxPage = 1000;
    public const int MaxBodyBytes = 1 << 20;
    public const int MaxBatchBytes = 3 << 19;

    private const int MaxIdLength = 255;
    private const int MaxKeyLength = 512;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">No database would take the batch: it is the caller's mistake.</exception>
    public static void CheckBatch(string partition, IReadOnlyList<DocumentWrite> writes)
    {
        CheckKey(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(writes);
        if (writes.Count is 0 or > MaxWrites)
            throw new ArgumentException($"A batch has 1 to {MaxWrites} writes, not {writes.Count}.", nameof(writes));
        var ids = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        var bytes = 0;
        foreach (var write in writes)
        {
            CheckId(write.Id);
            CheckETag(write);
            if (!ids.Add(write.Id))
                throw new ArgumentException($"Two writes of the batch are to the id '{write.Id}'.", nameof(writes));
            bytes += Written(write) is { } document ? CheckDocument(partition, document) : 0;
        }

        if (bytes > MaxBatchBytes)
            throw new ArgumentException($"The bodies of a batch have at most {MaxBatchBytes} bytes together, not {bytes}.", nameof(writes));
    }

    /// <exception cref="ArgumentException">Empty, too long, or with a character that no key may have.</exception>
    public static void CheckKey(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length is 0 or > MaxKeyLength || !IsPlain(key))
            throw new ArgumentException($"A {name} has 1 to {MaxKeyLength} characters and no control characters.", name);
    }

    /// <exception cref="ArgumentException">Empty, too long, or with a character that no id may have.</exception>
    public static void CheckId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MaxIdLength || !IsPlain(id) || id.AsSpan().ContainsAny(@"/\?#"))
        {
            throw new ArgumentException(
                $"An id has 1 to {MaxIdLength} characters, none of / \\ ? # and no control characters.", nameof(id));
        }
    }

    /// <exception cref="ArgumentException">None, too many, one twice, or one that no id may be.</exception>
    public static void CheckIds(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count is 0 or > MaxWrites || ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
            throw new ArgumentException($"1 to {MaxWrites} documents are read at once, each another one.", nameof(ids));
        foreach (var id in ids)
            CheckId(id);
    }

    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPage);
    }

    /// <summary>The document as every adapter keeps it: due to 100 ns, time-to-live in whole seconds, rounded up.</summary>
    public static Document Kept(Document document) => document with
    {
        DueAt = document.DueAt is { } due ? Instant.FromUnixTimeTicks(due.ToUnixTimeTicks()) : null,
        TimeToLive = document.TimeToLive is { } life ? Duration.FromSeconds(Math.Ceiling(life.TotalSeconds)) : null,
    };

    /// <summary>The document that a write leaves behind; null for a delete.</summary>
    public static Document? Written(DocumentWrite write) => write switch
    {
        DocumentWrite.Create create => create.Document,
        DocumentWrite.Replace replace => replace.Document,
        _ => null,
    };

    /// <summary>Why a write is refused, given the ETag that is stored (null when there is no such document); null when it is not.</summary>
    public static Refusal? RefusalOf(DocumentWrite write, string? stored) => (write, stored) switch
    {
        (DocumentWrite.Create, null) => null,
        (DocumentWrite.Create, _) => Refusal.AlreadyExists,
        (_, null) => Refusal.Missing,
        (DocumentWrite.Replace replace, _) when replace.ETag == stored => null,
        (DocumentWrite.Delete delete, _) when delete.ETag == stored => null,
        _ => Refusal.Changed,
    };

    /// <summary>A database takes "*" for "whatever is there", and an empty text for no condition.</summary>
    private static void CheckETag(DocumentWrite write)
    {
        if (write is DocumentWrite.Replace { ETag: null or "" or "*" } or DocumentWrite.Delete { ETag: null or "" or "*" })
            throw new ArgumentException($"The write to '{write.Id}' has no ETag that was read from the store.", nameof(write));
    }

    private static int CheckDocument(string partition, Document document)
    {
        if (document.Partition != partition)
            throw new ArgumentException($"The document '{document.Id}' is of another partition than its batch.", nameof(document));
        CheckKey(document.Kind, "kind");
        if (document.Owner is { } owner)
            CheckKey(owner, "owner");
        if (document.TimeToLive is { } life && (life <= Duration.Zero || life > Duration.FromSeconds(int.MaxValue)))
        {
            throw new ArgumentException(
                $"The time-to-live of '{document.Id}' must be more than nothing and at most 68 years.", nameof(document));
        }

        return CheckBody(document);
    }

    private static int CheckBody(Document document)
    {
        try
        {
            var bytes = Utf8.GetBytes(document.Body);
            if (bytes.Length > MaxBodyBytes)
            {
                throw new ArgumentException(
                    $"The body of '{document.Id}' has {bytes.Length} bytes; {MaxBodyBytes} are allowed.", nameof(document));
            }

            var reader = new Utf8JsonReader(bytes);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
                throw new ArgumentException($"The body of '{document.Id}' is no JSON object.", nameof(document));
            while (reader.Read())
            {
            }

            return bytes.Length;
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException)
        {
            throw new ArgumentException($"The body of '{document.Id}' is no JSON object.", nameof(document), e);
        }
    }

    /// <summary>No control characters, and no half of a surrogate pair: neither survives every database.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) is not OperationStatus.Done || Rune.IsControl(rune))
                return false;
            text = text[length..];
        }

        return true;
    }
}
