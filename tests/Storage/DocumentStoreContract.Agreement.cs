using System.Globalization;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using NodaTime;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

public abstract partial class DocumentStoreContract
{
    /// <summary>Few ids and partitions, so that writes collide; the store in memory is simple enough to be the model.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_random_history_ends_as_it_does_in_memory(int seed)
    {
        var random = new Random(seed);
        var model = new MemoryDocumentStore(Clock);
        var etags = new List<(string Model, string Real)> { ("never", "never") };
        for (var step = 0; step < 200; step++)
        {
            Clock.Advance(Duration.FromSeconds(random.Next(20)));
            var partition = $"t{random.Next(2)}|deal:1";
            var (expected, actual) = Writes(random, partition, etags);
            var should = await model.BatchAsync(partition, expected, CancellationToken.None);
            var did = await Store.BatchAsync(partition, actual, CancellationToken.None);
            if (should is BatchResult.Committed ours && did is BatchResult.Committed theirs)
                etags.AddRange(ours.ETags.Zip(theirs.ETags).Where(pair => pair.First.Length > 0));
            else
                Assert.Equal(should, did);
            Assert.Equal(await State(model), await State(Store));
        }
    }

    private static (DocumentWrite[] Model, DocumentWrite[] Real) Writes(Random random, string partition, List<(string Model, string Real)> etags)
    {
        var writes = random.GetItems(["a", "b", "c", "d"], 1 + random.Next(3)).Distinct().Select(id =>
        {
            var etag = etags[Math.Max(0, etags.Count - 1 - random.Next(6))];
            var document = A(id, partition) with
            {
                Kind = $"k{random.Next(2)}",
                Owner = random.Next(2) == 0 ? "t0|mia" : null,
                DueAt = random.Next(2) == 0 ? Noon + Duration.FromSeconds(random.Next(1000)) : null,
                TimeToLive = random.Next(2) == 0 ? Duration.FromSeconds(1 + random.Next(60)) : null,
                Body = string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{random.Next()}}}"""),
            };
            return random.Next(5) switch
            {
                0 or 1 => ((DocumentWrite)new DocumentWrite.Create(document), (DocumentWrite)new DocumentWrite.Create(document)),
                2 or 3 => (new DocumentWrite.Replace(document, etag.Model), new DocumentWrite.Replace(document, etag.Real)),
                _ => (new DocumentWrite.Delete(id, etag.Model), new DocumentWrite.Delete(id, etag.Real)),
            };
        }).ToList();
        return ([.. writes.Select(pair => pair.Item1)], [.. writes.Select(pair => pair.Item2)]);
    }

    private static async Task<string> State(IDocumentStore store)
    {
        var due = await store.DueAsync(Noon + Duration.FromSeconds(500), 1000, CancellationToken.None);
        var owned = await store.OwnedAsync("t0|mia", "k1", null, 1000, CancellationToken.None);
        var within = await store.InPartitionAsync("t1|deal:1", "k0", null, 1000, CancellationToken.None);
        return string.Join('\n', due.Concat(owned.Documents).Concat(within.Documents).Select(stored => stored.Document));
    }
}
