using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Privacy;

/// <summary>What is stored of a person, wherever it lies.</summary>
public sealed class PersonalRecords(IDocumentStore store)
{
    private static readonly string[] OwnedKinds = [Keys.Deal, ReminderDocument.Kind, Keys.MeetingKind, EventDocument.Kind, TeamDocument.Kind];

    /// <summary>Everything that names the person as its owner, its rep or its author, open or past, each document once.</summary>
    public async Task<IReadOnlyList<StoredDocument>> OfAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string, string), StoredDocument>();
        foreach (var owner in person.Names.SelectMany(name => new[] { Keys.Owner(person.Tenant, name), Keys.PastOwner(person.Tenant, name) }))
        {
            foreach (var kind in OwnedKinds)
            {
                foreach (var stored in await AllAsync(after => store.OwnedAsync(owner, kind, after, limit: 200, cancellationToken)))
                    found[(stored.Document.Partition, stored.Document.Id)] = stored;
            }
        }

        foreach (var won in await AllAsync(after => store.OwnedAsync(Keys.Won(person.Tenant), Keys.Deal, after, limit: 200, cancellationToken)))
        {
            if (person.Names.Contains(won.As(BotJson.Default.Deal).Value.Facts.Owner))
                found[(won.Document.Partition, won.Document.Id)] = won;
        }

        return [.. found.Values];
    }

    /// <summary>The person's own documents: the addresses that lead to it, what was sent and why not, and last of all who it is.</summary>
    public async Task<IReadOnlyList<StoredDocument>> IdentityOfAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        var found = new List<StoredDocument>();
        foreach (var name in person.Names.Where(name => name.IsEmail))
        {
            if (await store.GetAsync(Keys.AliasPartition(person.Tenant, name), Keys.Alias, cancellationToken) is { } alias)
                found.Add(alias);
        }

        found.AddRange((await InAsync(Keys.PersonPartition(person.Tenant, person.ObjectId), cancellationToken)).OrderBy(stored => stored.Document.Kind == PersonDocument.Kind));
        return found;
    }

    /// <summary>Every document of a partition, whatever its class.</summary>
    public async Task<IReadOnlyList<StoredDocument>> InAsync(string partition, CancellationToken cancellationToken)
    {
        var found = new List<StoredDocument>();
        foreach (var kind in DocumentClasses.All.Select(known => known.Kind))
            found.AddRange(await AllAsync(after => store.InPartitionAsync(partition, kind, after, limit: 200, cancellationToken)));
        return found;
    }

    /// <summary>The channels of a tenant that get a weekly card.</summary>
    public Task<IReadOnlyList<StoredDocument>> ChannelsOfAsync(string tenant, CancellationToken cancellationToken) =>
        AllAsync(after => store.OwnedAsync(Keys.Channels(tenant), ChannelDocument.Kind, after, limit: 200, cancellationToken));

    private static async Task<IReadOnlyList<StoredDocument>> AllAsync(Func<string?, Task<DocumentPage>> read)
    {
        var found = new List<StoredDocument>();
        string? continuation = null;
        do
        {
            var page = await read(continuation);
            found.AddRange(page.Documents);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return found;
    }
}
