using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Does everything that is due, in order. One item that fails does not hold up the others; it stays due and comes again.</summary>
public sealed partial class MailRun(IDocumentStore store, IEnumerable<IDueHandler> handlers, ILogger<MailRun> logger)
{
    private const int MostAtOnce = 100;

    private readonly Dictionary<string, IDueHandler> handlers = handlers.ToDictionary(handler => handler.Kind);

    /// <returns>How many items were due.</returns>
    public async Task<int> OnceAsync(Instant now, CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(now, MostAtOnce, cancellationToken);
        foreach (var stored in due)
            await TryAsync(stored, now, cancellationToken);
        return due.Count;
    }

    private async Task TryAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            if (handlers.TryGetValue(stored.Document.Kind, out var handler))
                await handler.HandleAsync(stored, now, cancellationToken);
            else
                LogUnknownKind(logger, stored.Document.Kind);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e, stored.Document.Kind);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A due {Kind} could not be moved on; it stays due.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string kind);

    [LoggerMessage(2, LogLevel.Error, "Nothing here handles a due {Kind}.")]
    private static partial void LogUnknownKind(ILogger logger, string kind);
}
