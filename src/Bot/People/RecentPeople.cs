using System.Collections.Concurrent;
using FollowUpBot.Bot.Documents;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>
/// People as they stood in the store at most 15 minutes ago, so that a press on a card need not read who pressed it. Whoever writes what
/// was remembered is refused by its ETag when it is old, and reads it anew.
/// </summary>
public sealed class RecentPeople
{
    private const int Most = 10_000;

    private static readonly Duration Kept = Duration.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Tenant, string ObjectId), (Stored<PersonDocument> Person, Instant At)> people = new();

    public Stored<PersonDocument>? Find(string tenant, string objectId, Instant now) =>
        people.TryGetValue((tenant, objectId), out var known) && Duration.Max(now - known.At, known.At - now) < Kept ? known.Person : null;

    /// <summary>What is remembered is given out once, to be written over.</summary>
    public Stored<PersonDocument>? Take(string tenant, string objectId) =>
        people.TryRemove((tenant, objectId), out var known) ? known.Person : null;

    public void Remember(Stored<PersonDocument> person, Instant now)
    {
        if (people.Count >= Most)
            people.Clear();
        people[(person.Value.Tenant, person.Value.ObjectId)] = (person, now);
    }
}
