using System.Reflection;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>Teams, as far as it matters to hostile input: it takes every message, and one rep is everywhere.</summary>
public class AnyConnector : DispatchProxy
{
    public static IConnector Taking() => Create<IConnector, AnyConnector>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.ReturnType == typeof(Task<SendResult>) ? Task.FromResult<SendResult>(new SendResult.Accepted("1"))
        : targetMethod?.ReturnType == typeof(Task<IReadOnlyList<ChannelAccount>>) ? Task.FromResult<IReadOnlyList<ChannelAccount>>([new ChannelAccount { Id = "29:rep", Name = "Lee", AadObjectId = Messages.Rep, Email = "lee@example.com" }])
        : throw new NotSupportedException(targetMethod?.Name);
}

/// <summary>A store that counts the documents that are in it.</summary>
public class WatchedStore : DispatchProxy
{
    private readonly HashSet<(string Partition, string Id)> documents = [];
    private IDocumentStore? inner;

    /// <summary>The store itself; this object watches it.</summary>
    public IDocumentStore AsStore => (IDocumentStore)(object)this;

    public int Documents
    {
        get
        {
            lock (documents)
                return documents.Count;
        }
    }

    public static WatchedStore Over(IDocumentStore inner)
    {
        var proxy = Create<IDocumentStore, WatchedStore>();
        var watched = (WatchedStore)(object)proxy;
        watched.inner = inner;
        return watched;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod?.Invoke(inner, args);
        return result is Task<BatchResult> batch && args is [string partition, IReadOnlyList<DocumentWrite> writes, ..]
            ? NotedAsync(batch, partition, writes)
            : result;
    }

    private async Task<BatchResult> NotedAsync(Task<BatchResult> batch, string partition, IReadOnlyList<DocumentWrite> writes)
    {
        var result = await batch;
        if (result is not BatchResult.Committed)
            return result;
        lock (documents)
        {
            foreach (var write in writes)
            {
                if (write is DocumentWrite.Create create)
                    documents.Add((partition, create.Document.Id));
                else if (write is DocumentWrite.Delete delete)
                    documents.Remove((partition, delete.Id));
            }
        }

        return result;
    }
}
