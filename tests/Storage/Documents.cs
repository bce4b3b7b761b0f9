using System.Text.Json.Nodes;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Tests.Storage;

/// <summary>Test documents that say only what matters, and the calls that every store test makes.</summary>
internal static class Documents
{
    public static Document A(string id, string partition = "t1|deal:7") =>
        new() { Partition = partition, Id = id, Kind = "note", Body = "{}" };

    public static async Task<string> Create(this IDocumentStore store, Document document) =>
        (await store.Write(document.Partition, new DocumentWrite.Create(document))).Single();

    public static async Task<string> Replace(this IDocumentStore store, Document document, string etag) =>
        (await store.Write(document.Partition, new DocumentWrite.Replace(document, etag))).Single();

    public static async Task<IReadOnlyList<string>> Write(this IDocumentStore store, string partition, params DocumentWrite[] writes) =>
        Assert.IsType<BatchResult.Committed>(await store.BatchAsync(partition, writes, CancellationToken.None)).ETags;

    public static Task<BatchResult> Try(this IDocumentStore store, params DocumentWrite[] writes) =>
        store.BatchAsync("t1|deal:7", writes, CancellationToken.None);

    public static Task<StoredDocument?> Get(this IDocumentStore store, string id, string partition = "t1|deal:7") =>
        store.GetAsync(partition, id, CancellationToken.None);

    /// <summary>The ids of every page, page by page.</summary>
    public static async Task<List<string[]>> Pages(Func<string?, Task<DocumentPage>> read)
    {
        var pages = new List<string[]>();
        string? continuation = null;
        do
        {
            var page = await read(continuation);
            pages.Add([.. page.Documents.Select(stored => stored.Document.Id)]);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return pages;
    }

    /// <summary>Equal but for the layout of the body, which a store may change.</summary>
    public static void AssertSame(Document expected, Document? actual)
    {
        Assert.NotNull(actual);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected.Body), JsonNode.Parse(actual.Body)),
            $"{expected.Body.Length} characters of body came back as {actual.Body.Length} others.");
        Assert.Equal(expected with { Body = "" }, actual with { Body = "" });
    }

    public static readonly Instant Noon = Instant.FromUtc(2026, 3, 5, 12, 0);
}
