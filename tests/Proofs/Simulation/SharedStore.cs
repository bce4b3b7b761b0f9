using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>The database that all replicas share, with what an observer knows of it: when something is due, and every document's history.</summary>
public sealed class SharedStore(World world)
{
    private readonly Dictionary<(string Partition, string Id), Instant> due = [];
    private Instant? nextDue;
    private readonly Dictionary<(string Partition, string Id), Document> current = [];

    public MemoryDocumentStore Documents { get; } = new(world);

    /// <summary>Until then it answers nobody.</summary>
    public Instant AwayUntil { get; set; }

    public Instant? NextDue => nextDue ??= due.Count == 0 ? null : due.Values.Min();

    public IEnumerable<Document> All => current.Values;

    public BatchResult Apply(string partition, IReadOnlyList<DocumentWrite> writes)
    {
        var result = Documents.BatchAsync(partition, writes, CancellationToken.None).Result;
        if (result is BatchResult.Committed)
        {
            foreach (var write in writes)
                Note(partition, write);
        }

        return result;
    }

    private void Note(string partition, DocumentWrite write)
    {
        var key = (partition, write.Id);
        due.Remove(key);
        nextDue = null;
        current.Remove(key);
        var document = write switch
        {
            DocumentWrite.Create create => create.Document,
            DocumentWrite.Replace replace => replace.Document,
            _ => null,
        };
        if (document is null)
            return;
        current[key] = document;
        if (document.DueAt is { } at)
            due[key] = at;
    }
}

/// <summary>The store as one process reaches it.</summary>
public sealed class FaultyStore(World world, Process process, SharedStore shared, FaultPlan plan) : IDocumentStore
{
    private static readonly Duration TimeOut = Duration.FromSeconds(5);
    private static readonly Duration GcPause = Duration.FromSeconds(90);

    /// <summary>Until then this process does not reach it.</summary>
    public Instant CutOffUntil { get; set; }

    /// <summary>Until then it reaches it slowly, as when a database throttles and its client tries again.</summary>
    public Instant SlowUntil { get; set; }

    public async Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        await ReachAsync();
        return await shared.Documents.GetAsync(partition, id, CancellationToken.None);
    }

    public async Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        await ReachAsync();
        var fault = plan.NextWrite();
        if (fault is not null)
            world.Say($"{process.Name}: {fault} at {partition} {string.Join(' ', writes.Select(write => write.Id))}");
        if (fault == Fault.PauseAtWrite)
        {
            process.Pause(GcPause);
            await process.DelayAsync(Duration.Zero);
        }
        else if (fault == Fault.WriteLost)
        {
            await process.DelayAsync(TimeOut);
            throw new StoreUnavailableException("No answer in time.");
        }
        else if (fault == Fault.CrashBeforeWrite)
        {
            await DieAsync();
        }

        var result = shared.Apply(partition, writes);
        if (fault == Fault.CrashAfterWrite)
            await DieAsync();
        await process.DelayAsync(fault == Fault.WriteUnconfirmed ? TimeOut : Latency());
        return fault == Fault.WriteUnconfirmed ? throw new StoreUnavailableException("No answer in time.") : result;
    }

    public async Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        await ReachAsync();
        return await shared.Documents.DueAsync(now, limit, CancellationToken.None);
    }

    public async Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        await ReachAsync();
        return await shared.Documents.OwnedAsync(owner, kind, continuation, limit, CancellationToken.None);
    }

    public async Task<DocumentPage> InPartitionAsync(
        string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        await ReachAsync();
        return await shared.Documents.InPartitionAsync(partition, kind, continuation, limit, CancellationToken.None);
    }

    public async Task<Instant?> CheckAsync(CancellationToken cancellationToken)
    {
        await ReachAsync();
        return null;
    }

    private async Task ReachAsync()
    {
        await process.DelayAsync(Latency());
        if (plan.IsHealed || (world.Now >= CutOffUntil && world.Now >= shared.AwayUntil))
            return;
        await process.DelayAsync(TimeOut);
        throw new StoreUnavailableException("No answer in time.");
    }

    private Duration Latency() => !plan.IsHealed && world.Now < SlowUntil ? world.Between(0.2, 3) : world.Between(0.001, 0.02);

    private Task DieAsync()
    {
        process.Kill();
        return new TaskCompletionSource().Task;
    }
}
