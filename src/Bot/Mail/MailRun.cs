using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>
/// Does everything that is due, several at a time. Each replica goes through it in an order of its own, so that they seldom meet; where
/// they do, one conditional write decides. One item that fails does not hold up the others; it waits longer with each failure.
/// </summary>
public sealed partial class MailRun(IDocumentStore store, IEnumerable<IDueHandler> handlers, Replica replica, Stuck stuck, ILogger<MailRun> logger)
{
    public const int MostAtOnce = 200;

    /// <summary>At half a second a post, this is the 30 a second that a tenant may get.</summary>
    private const int MostInFlight = 16;

    private readonly Dictionary<string, IDueHandler> handlers = handlers.ToDictionary(handler => handler.Kind);

    /// <summary>When cancelled, it begins nothing new, and returns when what is in flight is recorded.</summary>
    /// <returns>How many items were due.</returns>
    /// <exception cref="StoreUnavailableException">Nobody knows what is due.</exception>
    public async Task<int> OnceAsync(Instant now, CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(now, MostAtOnce, cancellationToken);
        var waiting = new Queue<StoredDocument>(due.OrderBy(stored => Spread.Of(stored.Document.Partition + stored.Document.Id, replica.Name)));
        await Task.WhenAll(Enumerable.Range(0, Math.Min(MostInFlight, due.Count)).Select(_ => WorkAsync(waiting, now, cancellationToken)));
        return due.Count;
    }

    private async Task WorkAsync(Queue<StoredDocument> waiting, Instant now, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && Next(waiting) is { } stored)
            await TryAsync(stored, now, cancellationToken);
    }

    private static StoredDocument? Next(Queue<StoredDocument> waiting)
    {
        lock (waiting)
            return waiting.TryDequeue(out var stored) ? stored : null;
    }

    private async Task TryAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var handler = handlers.GetValueOrDefault(stored.Document.Kind)
                ?? throw new NotSupportedException($"Nothing here handles a due {stored.Document.Kind}.");
            await handler.HandleAsync(stored, now, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (StoreUnavailableException e)
        {
            LogStoreAway(logger, e, stored.Document.Kind);
        }
        catch (Exception e)
        {
            LogFailed(logger, e, stored.Document.Kind);
            await BackOffAsync(stored, e, now, cancellationToken);
        }
    }

    private async Task BackOffAsync(StoredDocument stored, Exception failure, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            // The message of an exception may quote what people wrote; its type does not.
            await stuck.BackOffAsync(stored, failure.GetType().Name, now, cancellationToken);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            LogStoreAway(logger, e, stored.Document.Kind);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A due {Kind} could not be moved on; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string kind);

    [LoggerMessage(2, LogLevel.Warning, "The store went away from under a due {Kind}; it stays due.")]
    private static partial void LogStoreAway(ILogger logger, Exception exception, string kind);
}
