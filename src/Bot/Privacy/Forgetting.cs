using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Privacy;

/// <summary>
/// "forget me": who the person is and how to reach them is deleted; where they are named in deals, answers, the audit trail and channels, a
/// random name takes their place; nobody is asked about their open follow-ups. The deals and what buyers want stay with the company.
/// </summary>
public sealed class Forgetting(IDocumentStore store, PersonalRecords records)
{
    private const int MostTries = 10;
    private const int WritesInABatch = 50;

    /// <exception cref="StoreUnavailableException">Something is left; say it again. Who the person is goes last, so that the rest is still found.</exception>
    public async Task ForgetAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        var pseudonym = new Pseudonym(person);
        var partitions = (await records.OfAsync(person, cancellationToken)).Select(stored => stored.Document.Partition).Distinct();
        foreach (var partition in partitions.ToList())
            await RepeatAsync(async () => await WriteAsync(Renamed(await records.InAsync(partition, cancellationToken), pseudonym, person), cancellationToken));
        await RepeatAsync(async () => await WriteAsync(WithoutMember(await records.ChannelsOfAsync(person.Tenant, cancellationToken), person), cancellationToken));
        await RepeatAsync(async () => await WriteAsync(Deletes(await records.IdentityOfAsync(person, cancellationToken)), cancellationToken));
    }

    private static IEnumerable<(string Partition, DocumentWrite Write)> Renamed(IEnumerable<StoredDocument> documents, Pseudonym pseudonym, PersonDocument person) =>
        from stored in documents
        let renamed = pseudonym.Over(stored.Document, person)
        where renamed is not null
        select (stored.Document.Partition, (DocumentWrite)new DocumentWrite.Replace(renamed, stored.ETag));

    private static IEnumerable<(string Partition, DocumentWrite Write)> WithoutMember(IEnumerable<StoredDocument> channels, PersonDocument person) =>
        from stored in channels
        let channel = stored.As(BotJson.Default.ChannelDocument).Value
        where channel.Managers.Contains(person.ObjectId) || channel.Roster.Any(member => member.ObjectId == person.ObjectId)
        let rest = channel with
        {
            Managers = [.. channel.Managers.Where(manager => manager != person.ObjectId)],
            Roster = [.. channel.Roster.Where(member => member.ObjectId != person.ObjectId)],
        }
        select (stored.Document.Partition, (DocumentWrite)new DocumentWrite.Replace(rest.ToDocument(), stored.ETag));

    private static IEnumerable<(string Partition, DocumentWrite Write)> Deletes(IEnumerable<StoredDocument> documents) =>
        documents.Select(stored => (stored.Document.Partition, (DocumentWrite)new DocumentWrite.Delete(stored.Document.Id, stored.ETag)));

    /// <returns>False when somebody else changed something meanwhile; it is to be read anew.</returns>
    private async Task<bool> WriteAsync(IEnumerable<(string Partition, DocumentWrite Write)> writes, CancellationToken cancellationToken)
    {
        var isWhole = true;
        foreach (var partition in writes.GroupBy(write => write.Partition))
        {
            foreach (var some in partition.Select(write => write.Write).Chunk(WritesInABatch))
                isWhole &= await store.BatchAsync(partition.Key, some, cancellationToken) is BatchResult.Committed;
        }

        return isWhole;
    }

    private static async Task RepeatAsync(Func<Task<bool>> write)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await write())
                return;
        }

        throw new StoreUnavailableException("What is stored of the person is being changed by too many others at once.");
    }
}
