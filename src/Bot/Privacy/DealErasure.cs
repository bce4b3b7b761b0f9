using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Privacy;

/// <summary>
/// Erases a deal with all its meetings, reminders, answers and audit lines. A tombstone of hashed ids stays for 30 days, longer than any
/// sender repeats a delivery, and the feed takes nothing of that deal while it stands.
/// </summary>
public sealed class DealErasure(IDocumentStore store, PersonalRecords records, PeopleDirectory directory, Introductions introductions)
{
    private const int MostTries = 10;
    private const int DeletesInABatch = 90;

    /// <param name="by">The object id of whoever asked for it.</param>
    /// <returns>False when there is no such deal.</returns>
    /// <exception cref="StoreUnavailableException">Something is left; it is to be asked for again.</exception>
    public async Task<bool> EraseAsync(string tenant, string dealId, string by, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.DealPartition(tenant, dealId);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var left = await LeftAsync(partition, cancellationToken);
            if (left.Count == 0)
                return tries > 0;
            if (tries == 0)
                await ForgetPointersAsync(tenant, dealId, left, cancellationToken);
            var tombstone = await store.GetAsync(partition, Keys.Tombstone, cancellationToken);
            var deletes = left.Take(DeletesInABatch).Select(stored => (DocumentWrite)new DocumentWrite.Delete(stored.Document.Id, stored.ETag));
            DocumentWrite[] writes = tombstone is null
                ? [new DocumentWrite.Create(new TombstoneDocument(now, by).ToDocument(partition)), .. deletes]
                : [.. deletes];
            await store.BatchAsync(partition, writes, cancellationToken);
        }

        throw new StoreUnavailableException("The deal is being changed by too many others at once.");
    }

    /// <summary>Its reps' own documents say which follow-up they were at.</summary>
    private async Task ForgetPointersAsync(string tenant, string dealId, IEnumerable<StoredDocument> documents, CancellationToken cancellationToken)
    {
        var reps = documents
            .Where(stored => stored.Document.Kind == ReminderDocument.Kind)
            .Select(stored => stored.As(BotJson.Default.ReminderDocument).Value.Meeting.Rep)
            .Distinct();
        foreach (var rep in reps.ToList())
        {
            if (await directory.FindAsync(tenant, rep, cancellationToken) is { } person)
                await introductions.ChangeAsync(tenant, person.ObjectId, known => known.Without(dealId), cancellationToken);
        }
    }

    /// <summary>The deal itself first: with it goes all mail that waits.</summary>
    private async Task<IReadOnlyList<StoredDocument>> LeftAsync(string partition, CancellationToken cancellationToken) =>
        [.. (await records.InAsync(partition, cancellationToken))
            .Where(stored => stored.Document.Kind != TombstoneDocument.Kind)
            .OrderBy(stored => stored.Document.Kind switch { Keys.Deal => 0, ReminderDocument.Kind => 1, _ => 2 })];
}
