using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Keeps the list of what does not go its way, for the admin: what was refused, is in doubt, or makes our own code fail.</summary>
public sealed class Stuck(IDocumentStore store)
{
    /// <summary>The note that goes into the same batch as the state.</summary>
    public static IEnumerable<DocumentWrite> Notes(Document of, Delivery delivery, Instant now)
    {
        if (!IsStuck(of.Kind, delivery.State))
            yield break;
        var id = string.Create(CultureInfo.InvariantCulture, $"{of.Id}:{delivery.Round}-{delivery.Attempts}-{delivery.State}");
        var note = new StuckDocument(of.Id, delivery.Attempts, now, delivery.Reason ?? "", NextAt: null);
        yield return new DocumentWrite.Create(note.ToDocument(of.Partition, Keys.Stuck(id)));
    }

    /// <summary>Who has not installed the app is waited for; a channel that cannot be reached is for a person to mend.</summary>
    public static bool IsStuck(string kind, DeliveryState state) =>
        state is DeliveryState.Dead or DeliveryState.Uncertain || (state == DeliveryState.Unreachable && kind is DigestDocument.Kind or LostDigestDocument.Kind);

    /// <summary>
    /// Our own code failed at a due document: it is tried again after a while, and after eight times it stays as it is until a person
    /// or the CRM changes it. Only the envelope is touched, for the body may be what is wrong.
    /// </summary>
    public async Task BackOffAsync(StoredDocument failed, string reason, Instant now, CancellationToken cancellationToken)
    {
        var (partition, id) = (failed.Document.Partition, failed.Document.Id);
        var old = await store.FindAsync(partition, Keys.Stuck(id), BotJson.Default.StuckDocument, cancellationToken);
        var earlier = old?.Value is { NextAt: { } expected } known && failed.Document.DueAt == expected ? known : null;
        var attempts = (earlier?.Attempts ?? 0) + 1;
        Instant? next = attempts < Backoff.MostAttempts
            ? Instant.FromUnixTimeTicks((now + Backoff.After(attempts, id)).ToUnixTimeTicks())
            : null;
        var note = new StuckDocument(id, attempts, earlier?.Since ?? now, reason, next);
        await store.BatchAsync(
            partition,
            [new DocumentWrite.Replace(failed.Document with { DueAt = next }, failed.ETag), note.ToDocument(partition, Keys.Stuck(id)).Over(old)],
            cancellationToken);
    }
}
