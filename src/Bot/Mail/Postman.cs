using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Sends a letter at most once: permit, fence, one post, and the record of what became of it (docs/decisions/0002).</summary>
public sealed class Postman(IDocumentStore store, IConnector connector, Permits permits, Replica replica, TimeProvider time)
{
    /// <summary>With the waits between them about a minute: then the fence has run out, and others settle it as abandoned.</summary>
    private const int MostRecords = 7;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task SendAsync<T>(Outgoing<T> outgoing, CancellationToken cancellationToken)
        where T : ILetter<T>
    {
        if (!await permits.WaitAsync(outgoing.Letter.Tenant, outgoing.To.ConversationId, cancellationToken))
            return;

        // From here on it is finished even when the process is asked to stop: a fence without its record is a doubt.
        cancellationToken.ThrowIfCancellationRequested();
        if (await FenceAsync(outgoing) is not { } fenced)
        {
            permits.GiveBack(outgoing.Letter.Tenant, outgoing.To.ConversationId);
            return;
        }

        var result = await connector.SendAsync(outgoing.To, outgoing.Message, CancellationToken.None);
        await RecordAsync(outgoing, fenced, result);
    }

    /// <summary>Stores the next state of a letter, and lists it for the admin where it does not simply go its way.</summary>
    /// <returns>What is stored now; null when somebody else changed it first.</returns>
    public async Task<Stored<T>?> SaveAsync<T>(T letter, string etag, string id, CancellationToken cancellationToken)
        where T : ILetter<T> =>
        await SaveAsync(letter, etag, id, [], cancellationToken);

    /// <inheritdoc cref="SaveAsync{T}(T, string, string, CancellationToken)"/>
    public Task<Stored<T>?> SaveAsync<T>(DueLetter<T> due, Delivery delivery, CancellationToken cancellationToken)
        where T : ILetter<T> =>
        SaveAsync(due.Letter.With(delivery), due.ETag, due.Id, cancellationToken);

    /// <returns>The letter as it is sent; null when somebody else was first.</returns>
    private async Task<Stored<T>?> FenceAsync<T>(Outgoing<T> outgoing)
        where T : ILetter<T>
    {
        var sending = outgoing.Letter.With(outgoing.Letter.Delivery.Begin(Now, replica.Name));
        try
        {
            return await SaveAsync(sending, outgoing.ETag, outgoing.Id, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It may have been written all the same; the fence carries this replica's name.
            var current = await store.FindAsync(sending.ToDocument(outgoing.Id).Partition, outgoing.Id, T.Json, CancellationToken.None);
            return current?.Value.Delivery == sending.Delivery ? current : null;
        }
    }

    private async Task RecordAsync<T>(Outgoing<T> outgoing, Stored<T> fenced, SendResult result)
        where T : ILetter<T>
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await TryRecordAsync(outgoing, fenced, result))
                    return;
            }
            catch (StoreUnavailableException) when (tries < MostRecords)
            {
                await Task.Delay(FirstWait * (1 << Math.Min(tries - 1, 4)), time);
            }
        }
    }

    /// <returns>False when somebody changed it at the same moment.</returns>
    private async Task<bool> TryRecordAsync<T>(Outgoing<T> outgoing, Stored<T> fenced, SendResult result)
        where T : ILetter<T>
    {
        var settled = fenced.Value.Delivery.Settle(result, Now, outgoing.Id, outgoing.DoubtUntil(Now));
        if (await SaveAsync(fenced.Value.With(settled), fenced.ETag, outgoing.Id, CancellationToken.None) is not null)
            return true;

        // Answered, cancelled or changed by the CRM while it was on its way: keep that, and note what became of the message.
        var partition = fenced.Value.ToDocument(outgoing.Id).Partition;
        if (await store.FindAsync(partition, outgoing.Id, T.Json, CancellationToken.None) is not { } current)
            return true;
        var delivery = Noted(current.Value.Delivery, fenced.Value.Delivery, settled);
        var noted = current.Value.With(delivery);
        return delivery == current.Value.Delivery
            || await SaveAsync(noted, current.ETag, outgoing.Id, noted.Corrections(Now), CancellationToken.None) is not null;
    }

    private static Delivery Noted(Delivery current, Delivery fence, Delivery settled) => current.State switch
    {
        DeliveryState.Sending when current.IsOf(fence) => settled,

        // Held for abandoned by another replica, or told of: what is known now is better.
        DeliveryState.Uncertain when current.IsOf(fence) && settled.State != DeliveryState.Uncertain => settled,
        DeliveryState.Told when current.IsOf(fence) && settled.State == DeliveryState.Sent => settled,
        _ => current with { ActivityId = settled.ActivityId ?? current.ActivityId },
    };

    private async Task<Stored<T>?> SaveAsync<T>(
        T letter, string etag, string id, IReadOnlyList<DocumentWrite> corrections, CancellationToken cancellationToken)
        where T : ILetter<T>
    {
        var document = letter.ToDocument(id);
        DocumentWrite[] writes =
            [new DocumentWrite.Replace(document, etag), .. corrections, .. Stuck.Notes(document, letter.Delivery, Now), .. letter.Consequences(id, Now)];
        var result = await store.BatchAroundAsync(document.Partition, writes, cancellationToken);
        return result is BatchResult.Committed committed ? new Stored<T>(letter, committed.ETags[0]) : null;
    }
}
