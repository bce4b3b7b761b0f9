using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>Why a weekly card did not come.</summary>
public enum LostDigest
{
    /// <summary>The bot is not in the team any more.</summary>
    NotInTeam,

    /// <summary>The channel is not there any more.</summary>
    ChannelGone,

    /// <summary>Teams refused it for good.</summary>
    Refused,

    /// <summary>Teams did not take it for a day.</summary>
    NotTaken,

    /// <summary>Nobody knows whether it arrived.</summary>
    InDoubt,

    /// <summary>The bot was not running at the weekly moment, nor within a day of it.</summary>
    Missed,
}

/// <summary>One message to whoever set a weekly card up: it did not come, why, and what to do. At most one a card.</summary>
public sealed record LostDigestDocument(string Tenant, string ChannelId, LostDigest Cause, Delivery Delivery) : ILetter<LostDigestDocument>
{
    public const string Kind = "lostDigest";

    /// <summary>What Teams said, for an admin.</summary>
    public string? Detail { get; init; }

    /// <summary>It stands in log and metrics.</summary>
    public bool IsNoted { get; init; }

    /// <summary>How many weekly cards are meant.</summary>
    public int Cards { get; init; } = 1;

    /// <summary>Object ids, the first with a chat is told; empty for whom the channel names when it is due.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];

    /// <summary>The channel's name, where the channel itself is not stored any more.</summary>
    public string? ChannelName { get; init; }

    static JsonTypeInfo<LostDigestDocument> ILetter<LostDigestDocument>.Json => BotJson.Default.LostDigestDocument;

    /// <summary>Null while the card is on its way, has come, or had nothing to say.</summary>
    public static LostDigestDocument? Of(DigestDocument digest, Instant now) => CauseOf(digest.Delivery) is { } cause
        ? new LostDigestDocument(digest.Tenant, digest.ChannelId, cause, Delivery.Schedule(now)) { Detail = digest.Delivery.Reason }
        : null;

    public LostDigestDocument With(Delivery delivery) => this with { Delivery = delivery };

    public Document ToDocument(string id) => StoredForms.ToDocument(this, id);

    public IReadOnlyList<DocumentWrite> Corrections(Instant now) => [];

    private static LostDigest? CauseOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Unreachable when delivery.Reason is { } reason && reason.StartsWith("404", StringComparison.Ordinal)
            && !reason.Contains("Roster", StringComparison.Ordinal) => LostDigest.ChannelGone,
        DeliveryState.Unreachable => LostDigest.NotInTeam,
        DeliveryState.Dead when delivery.Attempts >= Backoff.MostAttempts => LostDigest.NotTaken,
        DeliveryState.Dead => LostDigest.Refused,
        DeliveryState.Uncertain => LostDigest.InDoubt,
        _ => null,
    };
}
