using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>A member of the team whose deals a channel follows.</summary>
public sealed record RosterMember(string ObjectId, string UserId, string? Name, string? Email, string? PrincipalName)
{
    /// <summary>The names under which a CRM may know this person.</summary>
    public IReadOnlyList<RepId> Names => PersonDocument.NamesFrom(ObjectId, Email, PrincipalName);

    public string ShownName => Name ?? Email ?? NameText.Unknown;
}

/// <summary>A channel that gets the weekly card.</summary>
public sealed record ChannelDocument
{
    public const string Kind = "channel";

    public required string Tenant { get; init; }
    public required string ChannelId { get; init; }
    public string? TeamId { get; init; }

    /// <summary>As people call it; null for a team's General channel, which Teams does not name.</summary>
    public string? Name { get; init; }

    public string ShownName => Name ?? NameText.GeneralChannel;

    /// <summary>The channel itself, not one of its threads.</summary>
    public required ConversationReference Place { get; init; }

    /// <summary>An IANA zone id.</summary>
    public required string ZoneId { get; init; }

    public required IsoDayOfWeek Day { get; init; }
    public required LocalTime Time { get; init; }

    /// <summary>The object id of whoever pointed the digest here; told when a card does not come. Null in channels stored before it was kept.</summary>
    public string? SetUpBy { get; init; }

    /// <summary>Object ids of those who may see and change the digest.</summary>
    public required IReadOnlyList<string> Managers { get; init; }

    /// <summary>The members as last read; used when Teams does not answer.</summary>
    public IReadOnlyList<RosterMember> Roster { get; init; } = [];

    /// <summary>When the members were last read for a decision about who may do what.</summary>
    public Instant? RosterReadAt { get; init; }

    public ChannelSettings Settings { get; init; } = ChannelSettings.None;

    /// <summary>How it stood before the last change on the settings card; null when there is nothing to take back.</summary>
    public ChannelPlan? Before { get; init; }

    /// <summary>Grows with every change of what the settings card shows; a press on a card of another version is stale.</summary>
    public int Version { get; init; }

    /// <summary>The reps whose deals are followed.</summary>
    public IEnumerable<RosterMember> Reps => Roster.Where(Settings.Follows);

    public ChannelPlan Plan => new(Settings, ZoneId, Day, Time);

    /// <summary>The next weekly moment.</summary>
    public required Instant NextAt { get; init; }
}

/// <summary>A team that has installed the app.</summary>
/// <param name="InstalledBy">The installer's object id.</param>
public sealed record TeamDocument(string InstalledBy)
{
    public const string Kind = "team";
}

/// <summary>One weekly card: created once a week and channel, sent at most once.</summary>
public sealed record DigestDocument(string Tenant, string ChannelId, Delivery Delivery) : ILetter<DigestDocument>
{
    public const string Kind = "digest";

    /// <summary>The weekly moment that it is the card of; null in documents stored before it was kept.</summary>
    public Instant? For { get; init; }

    static JsonTypeInfo<DigestDocument> ILetter<DigestDocument>.Json => BotJson.Default.DigestDocument;

    public DigestDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => StoredForms.ToDocument(this, id);

    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [];

    public IReadOnlyList<DocumentWrite> Consequences(string id, Instant now) =>
        LostDigestDocument.Of(this, now) is { } lost ? [new DocumentWrite.Create(lost.ToDocument(Keys.Lost(id)))] : [];
}

/// <summary>A card in Teams that must show what is stored by now.</summary>
public sealed record CardUpdateDocument(string ReminderId, int Attempts, Instant DueAt)
{
    public const string Kind = "cardUpdate";
}

/// <summary>What a delivery of the feed was answered, so that its repeat gets the same answer.</summary>
public sealed record InboxDocument(Instant? ReminderDue)
{
    public const string Kind = "inbox";
}

/// <summary>Stands where a deal was erased, so that nothing brings it back.</summary>
/// <param name="By">The object id of whoever asked for it.</param>
public sealed record TombstoneDocument(Instant At, string By)
{
    public const string Kind = "tombstone";
}

/// <summary>One line of the audit trail.</summary>
/// <param name="By">An object id, an e-mail address or the name of a feed.</param>
public sealed record EventDocument(Instant At, string By, string What, string? Detail)
{
    public const string Kind = "event";
}
