using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Documents;

/// <summary>A typed document as it stands in the store.</summary>
public sealed record Stored<T>(T Value, string ETag);

/// <summary>Reads and writes the store's documents as the product's types. How long each class lives is in docs/storage.md.</summary>
public static class TypedDocuments
{
    public static async Task<Stored<T>?> FindAsync<T>(
        this IDocumentStore store, string partition, string id, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await store.GetAsync(partition, id, cancellationToken) is { } stored ? stored.As(type) : null;

    /// <summary>Two documents of one partition, in one request.</summary>
    public static async Task<(Stored<T1>? First, Stored<T2>? Second)> FindAsync<T1, T2>(
        this IDocumentStore store, string partition, (string Id, JsonTypeInfo<T1> Type) first, (string Id, JsonTypeInfo<T2> Type) second,
        CancellationToken cancellationToken)
    {
        var found = await store.GetAllAsync(partition, [first.Id, second.Id], cancellationToken);
        return (found[0]?.As(first.Type), found[1]?.As(second.Type));
    }

    public static async IAsyncEnumerable<Stored<T>> AllOwnedAsync<T>(
        this IDocumentStore store, string owner, string kind, JsonTypeInfo<T> type)
    {
        string? continuation = null;
        do
        {
            var page = await store.OwnedAsync(owner, kind, continuation, limit: 200, CancellationToken.None);
            foreach (var stored in page.Documents)
                yield return stored.As(type);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>Applies the first write, and those of the others that find nothing standing in their way.</summary>
    public static async Task<BatchResult> BatchAroundAsync(
        this IDocumentStore store, string partition, IEnumerable<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var left = writes.ToList();
        var result = await store.BatchAsync(partition, left, cancellationToken);
        while (result is BatchResult.Refused { Index: > 0 and var standing })
        {
            left.RemoveAt(standing);
            result = await store.BatchAsync(partition, left, cancellationToken);
        }

        return result;
    }

    public static Stored<T> As<T>(this StoredDocument stored, JsonTypeInfo<T> type) =>
        new(JsonSerializer.Deserialize(stored.Document.Body, type)
            ?? throw new JsonException($"{stored.Document.Kind} {stored.Document.Id} is empty."), stored.ETag);

    /// <summary>Creates it when nothing was stored, else replaces what was.</summary>
    public static DocumentWrite Over<T>(this Document document, Stored<T>? old) =>
        old is null ? new DocumentWrite.Create(document) : new DocumentWrite.Replace(document, old.ETag);

    public static Document ToDocument(this Deal deal, string tenant) => new()
    {
        Partition = Keys.DealPartition(tenant, deal.Id),
        Id = Keys.Deal,
        Kind = Keys.Deal,
        Owner = OwnerOf(deal, tenant),
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(deal, BotJson.Default.Deal),
    };

    public static Document ToDocument(this Meeting meeting, string tenant) => new()
    {
        Partition = Keys.DealPartition(tenant, meeting.DealId),
        Id = Keys.Meeting(meeting.Id),
        Kind = Keys.MeetingKind,
        Owner = Keys.PastOwner(tenant, meeting.Rep),
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(meeting, BotJson.Default.Meeting),
    };

    public static Document ToDocument(this ReminderDocument reminder) => new()
    {
        Partition = reminder.Partition,
        Id = reminder.Id,
        Kind = ReminderDocument.Kind,
        Owner = reminder.IsOpen ? Keys.Owner(reminder.Tenant, reminder.Meeting.Rep) : Keys.PastOwner(reminder.Tenant, reminder.Meeting.Rep),
        DueAt = reminder.Delivery.DueAt,
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(reminder, BotJson.Default.ReminderDocument),
    };

    public static Document ToDocument(this PersonDocument person) => new()
    {
        Partition = Keys.PersonPartition(person.Tenant, person.ObjectId),
        Id = Keys.Person,
        Kind = PersonDocument.Kind,
        TimeToLive = person.Chat is null ? Retention.AfterRemoval : null,
        DueAt = person.AskAt,
        Body = JsonSerializer.Serialize(person, BotJson.Default.PersonDocument),
    };

    /// <param name="isLeaving">The person has removed the app.</param>
    public static Document ToDocument(this AliasDocument alias, string tenant, RepId name, bool isLeaving) => new()
    {
        Partition = Keys.AliasPartition(tenant, name),
        Id = Keys.Alias,
        Kind = AliasDocument.Kind,
        TimeToLive = isLeaving ? Retention.AfterRemoval : null,
        Body = JsonSerializer.Serialize(alias, BotJson.Default.AliasDocument),
    };

    public static Document ToDocument(this ChannelDocument channel) => new()
    {
        Partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId),
        Id = Keys.Channel,
        Kind = ChannelDocument.Kind,
        Owner = Keys.Channels(channel.Tenant),
        DueAt = channel.NextAt,
        Body = JsonSerializer.Serialize(channel, BotJson.Default.ChannelDocument),
    };

    public static Document ToDocument(this TeamDocument team, string tenant, string teamId) => new()
    {
        Partition = Keys.TeamPartition(tenant, teamId),
        Id = Keys.Team,
        Kind = TeamDocument.Kind,
        Owner = RepId.TryParse(team.InstalledBy, out var installer) ? Keys.PastOwner(tenant, installer) : null,
        Body = JsonSerializer.Serialize(team, BotJson.Default.TeamDocument),
    };

    public static Document ToDocument(this NoticeDocument notice, string id) => new()
    {
        Partition = Keys.PersonPartition(notice.Tenant, notice.ObjectId),
        Id = id,
        Kind = NoticeDocument.Kind,
        DueAt = notice.Delivery.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(notice, BotJson.Default.NoticeDocument),
    };

    public static Document ToDocument(this AttentionDocument day) => new()
    {
        Partition = Keys.PersonPartition(day.Tenant, day.ObjectId),
        Id = Keys.Attention(day.Day),
        Kind = AttentionDocument.Kind,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(day, BotJson.Default.AttentionDocument),
    };

    public static Document ToDocument(this RoundDocument round) => new()
    {
        Partition = Keys.PersonPartition(round.Tenant, round.ObjectId),
        Id = Keys.Round,
        Kind = RoundDocument.Kind,
        DueAt = round.NextAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(round, BotJson.Default.RoundDocument),
    };

    public static Document ToDocument(this AppointmentDocument appointment, string id) => new()
    {
        Partition = Keys.DealPartition(appointment.Tenant, appointment.DealId),
        Id = id,
        Kind = AppointmentDocument.Kind,
        DueAt = appointment.Delivery.DueAt,
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(appointment, BotJson.Default.AppointmentDocument),
    };

    public static Document ToDocument(this StuckDocument stuck, string partition, string id) => new()
    {
        Partition = partition,
        Id = id,
        Kind = StuckDocument.Kind,
        Owner = Keys.StuckOwner,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(stuck, BotJson.Default.StuckDocument),
    };

    public static Document ToDocument(this CardUpdateDocument update, string partition, string id) => new()
    {
        Partition = partition,
        Id = id,
        Kind = CardUpdateDocument.Kind,
        DueAt = update.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(update, BotJson.Default.CardUpdateDocument),
    };

    public static Document ToDocument(this InboxDocument inbox, string partition, string id) => new()
    {
        Partition = partition,
        Id = id,
        Kind = InboxDocument.Kind,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(inbox, BotJson.Default.InboxDocument),
    };

    public static Document ToDocument(this TombstoneDocument tombstone, string partition) => new()
    {
        Partition = partition,
        Id = Keys.Tombstone,
        Kind = TombstoneDocument.Kind,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(tombstone, BotJson.Default.TombstoneDocument),
    };

    public static Document ToDocument(this TakenDocument taken, string partition) => new()
    {
        Partition = partition,
        Id = Keys.Taken,
        Kind = TakenDocument.Kind,
        TimeToLive = Retention.Repetition,
        Body = JsonSerializer.Serialize(taken, BotJson.Default.TakenDocument),
    };

    public static Document ToDocument(this LinkKeyDocument key) => new()
    {
        Partition = Keys.LinkKeyPartition,
        Id = LinkKeyDocument.Kind,
        Kind = LinkKeyDocument.Kind,
        Body = JsonSerializer.Serialize(key, BotJson.Default.LinkKeyDocument),
    };

    /// <summary>Won deals are found by the tenant's medians, and by nothing else.</summary>
    private static string OwnerOf(Deal deal, string tenant) => deal switch
    {
        { IsOpen: true } => Keys.Owner(tenant, deal.Facts.Owner),
        { Facts.Status: DealStatus.Won } => Keys.Won(tenant),
        _ => Keys.PastOwner(tenant, deal.Facts.Owner),
    };

    /// <summary>One line of the audit trail, to stand in the same batch as what it tells of.</summary>
    public static DocumentWrite Audit(string partition, EventDocument line, string about) => new DocumentWrite.Create(new Document
    {
        Partition = partition,
        Id = Keys.Event(line.At, about),
        Kind = EventDocument.Kind,
        Owner = RepId.TryParse(line.By, out var actor) ? Keys.PastOwner(partition[..partition.IndexOf('|', StringComparison.Ordinal)], actor) : null,
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(line, BotJson.Default.EventDocument),
    });
}
