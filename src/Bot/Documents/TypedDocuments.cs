using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Documents;

/// <summary>A typed document as it stands in the store.</summary>
public sealed record Stored<T>(T Value, string ETag);

/// <summary>Reads the store's documents as the product's types.</summary>
public static class TypedDocuments
{
    public static async Task<Stored<T>?> FindAsync<T>(
        this IDocumentStore store, string partition, string id, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await store.GetAsync(partition, id, cancellationToken) is { } stored ? stored.As(type) : null;

    /// <summary>Two documents of one partition, in one request.</summary>
    public static async Task<(Stored<T1>? First, Stored<T2>? Second)> FindAsync<T1, T2>(
        this IDocumentStore store, string partition, (string Id, JsonTypeInfo<T1> Type) first, (string Id, JsonTypeInfo<T2> Type) second,
        CancellationToken cancellationToken)
    {
        var found = await store.GetAllAsync(partition, [first.Id, second.Id], cancellationToken);
        return (found[0]?.As(first.Type), found[1]?.As(second.Type));
    }

    public static async IAsyncEnumerable<Stored<T>> AllOwnedAsync<T>(
        this IDocumentStore store, string owner, string kind, JsonTypeInfo<T> type)
    {
        string? continuation = null;
        do
        {
            var page = await store.OwnedAsync(owner, kind, continuation, limit: 200, CancellationToken.None);
            foreach (var stored in page.Documents)
                yield return stored.As(type);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>Applies the first write, and those of the others that find nothing standing in their way.</summary>
    public static async Task<BatchResult> BatchAroundAsync(
        this IDocumentStore store, string partition, IEnumerable<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var left = writes.ToList();
        var result = await store.BatchAsync(partition, left, cancellationToken);
        while (result is BatchResult.Refused { Index: > 0 and var standing })
        {
            left.RemoveAt(standing);
            result = await store.BatchAsync(partition, left, cancellationToken);
        }

        return result;
    }

    public static Stored<T> As<T>(this StoredDocument stored, JsonTypeInfo<T> type) =>
        new(JsonSerializer.Deserialize(stored.Document.Body, type)
            ?? throw new JsonException($"{stored.Document.Kind} {stored.Document.Id} is empty."), stored.ETag);

    /// <summary>Creates it when nothing was stored, else replaces what was.</summary>
    public static DocumentWrite Over<T>(this Document document, Stored<T>? old) =>
        old is null ? new DocumentWrite.Create(document) : new DocumentWrite.Replace(document, old.ETag);
}
