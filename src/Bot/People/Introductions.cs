using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>Gets to know people from what they send, and remembers how to reach them.</summary>
public sealed partial class Introductions(
    IDocumentStore store, PeopleDirectory directory, RecentPeople recent, IConnector connector, ILogger<Introductions> logger)
{
    private static readonly Duration AskAgainAfter = Duration.FromMinutes(5);

    /// <summary>The person who sent an activity of a personal chat, as known from now on; null when Teams gives no name that a CRM could know.</summary>
    public async Task<PersonDocument?> MeetAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.ActorId() is not { } objectId || activity.TenantId() is not { } tenant || activity.From?.Id is not { } userId)
            return null;
        var isPress = activity.Type is ActivityTypes.Invoke;
        var old = (isPress ? recent.Find(tenant, objectId, now) : null)
            ?? await store.FindAsync(Keys.PersonPartition(tenant, objectId), Keys.Person, BotJson.Default.PersonDocument, cancellationToken);
        var known = old?.Value ?? new PersonDocument { Tenant = tenant, ObjectId = objectId, UserId = userId };
        var seen = known with
        {
            UserId = userId,
            Name = activity.From.Name ?? known.Name,
            Chat = activity.Reference() ?? known.Chat,
            HadAppAt = activity.Type is ActivityTypes.InstallationUpdate || known.Chat is null ? Later(known.HadAppAt, activity.HappenedAt()) : known.HadAppAt,
            ZoneId = activity.Zone()?.Id ?? known.ZoneId,
            Locale = activity.SpokenLocale() ?? known.Locale,
        };
        if (seen is { Email: null, PrincipalName: null, Chat: { } chat })
            seen = await WithAddressesAsync(seen, chat, now, cancellationToken);
        if (seen.Names.Count == 0)
            return null;
        if (seen != known || old is null)
            await SaveAsync(seen, old, cancellationToken);
        else
            recent.Remember(old, now);
        if (!isPress || seen.Chat != known.Chat)
            await ReviveAsync(seen, now);
        return seen;
    }

    private static Instant? Later(Instant? one, Instant? other) => other > one || one is null ? other : one;

    /// <summary>Whether the bot can already reach the sender in a personal chat.</summary>
    public async Task<bool> HasChatAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.ActorId() is { } objectId && activity.TenantId() is { } tenant
        && await store.FindAsync(Keys.PersonPartition(tenant, objectId), Keys.Person, BotJson.Default.PersonDocument, cancellationToken)
            is { Value.Chat: not null };

    /// <summary>Changes what is remembered of a person, whatever else has changed meanwhile.</summary>
    public Task ChangeAsync(PersonDocument person, Func<PersonDocument, PersonDocument> change, CancellationToken cancellationToken) =>
        ChangeAsync(person.Tenant, person.ObjectId, change, cancellationToken);

    /// <inheritdoc cref="ChangeAsync(PersonDocument, Func{PersonDocument, PersonDocument}, CancellationToken)"/>
    public async Task ChangeAsync(
        string tenant, string objectId, Func<PersonDocument, PersonDocument> change, CancellationToken cancellationToken)
    {
        var partition = Keys.PersonPartition(tenant, objectId);
        BatchResult result;
        do
        {
            var stored = recent.Take(tenant, objectId)
                ?? await store.FindAsync(partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken);
            if (stored is null)
                return;
            result = await store.BatchAsync(partition, [change(stored.Value).ToDocument().Over(stored)], cancellationToken);
        }
        while (result is BatchResult.Refused);
    }

    /// <summary>The app was removed: nothing is sent any more until it comes back. A removal that is told of late, after it came back, takes nothing away.</summary>
    /// <param name="removedAt">By Teams' clock; null when it does not say.</param>
    public async Task ForgetChatAsync(string tenant, string objectId, Instant? removedAt, CancellationToken cancellationToken)
    {
        await ChangeAsync(tenant, objectId, known => removedAt < known.HadAppAt ? known : known with { Chat = null }, cancellationToken);
        if (await store.FindAsync(Keys.PersonPartition(tenant, objectId), Keys.Person, BotJson.Default.PersonDocument, cancellationToken) is { } left)
            await SaveAliasesAsync(left.Value, cancellationToken);
    }

    /// <summary>The names that lead to the person first, so that one who is stored can always be found.</summary>
    private async Task SaveAsync(PersonDocument person, Stored<PersonDocument>? old, CancellationToken cancellationToken)
    {
        recent.Take(person.Tenant, person.ObjectId);
        await SaveAliasesAsync(person, cancellationToken);
        await store.BatchAsync(
            Keys.PersonPartition(person.Tenant, person.ObjectId), [person.ToDocument().Over(old)], cancellationToken);
    }

    private async Task SaveAliasesAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        foreach (var name in person.Names.Where(name => name.IsEmail))
            await SaveAliasAsync(person, name, cancellationToken);
    }

    private async Task SaveAliasAsync(PersonDocument person, RepId name, CancellationToken cancellationToken)
    {
        var partition = Keys.AliasPartition(person.Tenant, name);
        var stored = await store.GetAsync(partition, Keys.Alias, cancellationToken);
        var old = stored?.As(BotJson.Default.AliasDocument);
        var alias = new AliasDocument(person.ObjectId).ToDocument(person.Tenant, name, isLeaving: person.Chat is null);
        if (old?.Value.ObjectId != person.ObjectId || stored?.Document.TimeToLive != alias.TimeToLive)
            await store.BatchAsync(partition, [alias.Over(old)], cancellationToken);
    }

    /// <summary>Asks Teams again for the addresses of someone whom it did not name when they came: a CRM may know them by nothing else.</summary>
    public async Task AskAgainAsync(Stored<PersonDocument> stored, Instant now, CancellationToken cancellationToken)
    {
        var known = stored.Value;
        var named = known.Chat is { } chat ? await WithAddressesAsync(known, chat, now, cancellationToken) : known with { AskAt = null };
        await SaveAsync(named, stored, cancellationToken);
        await ReviveAsync(named, now);
    }

    private async Task<PersonDocument> WithAddressesAsync(
        PersonDocument person, ConversationReference chat, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var members = await connector.MembersAsync(chat, cancellationToken);
            var member = members.FirstOrDefault(member => member.Id == person.UserId);
            return person with { Email = member?.Email, PrincipalName = member?.UserPrincipalName, AskAt = null };
        }
        catch (ConnectorException e)
        {
            LogMemberAway(logger, e);
            return person with { AskAt = now + AskAgainAfter };
        }
    }

    /// <summary>What could not be delivered before is due now.</summary>
    private async Task ReviveAsync(PersonDocument person, Instant now)
    {
        foreach (var stored in await directory.OpenRemindersOfAsync(person))
        {
            if (stored.Value is not { Delivery.State: DeliveryState.Unreachable } reminder)
                continue;
            var revived = reminder with { ListId = null, Delivery = reminder.Delivery.Postpone(now) };
            await store.BatchAsync(reminder.Partition, [revived.ToDocument().Over(stored)], CancellationToken.None);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Teams did not name the member of a personal chat; their e-mail address stays unknown for now.")]
    private static partial void LogMemberAway(ILogger logger, Exception exception);
}
