using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Teams.Protocol;

/// <summary>One message or event of the Activity protocol, with its own names. Unknown fields are ignored, missing ones are null.</summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? Timestamp { get; init; }
    public string? LocalTimezone { get; init; }
    public string? Locale { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public JsonElement? Value { get; init; }
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>A message of words. Markdown: what others wrote goes through <see cref="Markdown.Escape"/>.</summary>
    /// <param name="mentions">Each must stand in the text exactly as its <see cref="Mention.Text"/> (teams rule 20).</param>
    public static Activity OfText(string text, params IReadOnlyList<Mention> mentions) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Entities = mentions.Count == 0 ? null : [.. mentions.Select(mention => JsonSerializer.SerializeToElement(mention, TeamsJson.Default.Mention))],
    };

    /// <summary>A message that is a card.</summary>
    /// <param name="summary">What the notification shows.</param>
    public static Activity OfCard(WrittenCard card, string? summary = null) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.Of(card)],
    };
}

/// <summary>The values of <see cref="Activity.Type"/> that the bot acts on.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string Typing = "typing";
}

/// <summary>A person or a bot in a conversation.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }

    /// <summary>What rosters call <see cref="AadObjectId"/>; <see cref="IConnector.MembersAsync"/> fills in that one.</summary>
    public string? ObjectId { get; init; }
    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }
    public string? TenantId { get; init; }
    public string? Role { get; init; }
    public string? UserRole { get; init; }
}

/// <summary>A chat, a channel thread or a group chat.</summary>
public sealed record ConversationAccount
{
    public const string Personal = "personal";
    public const string Channel = "channel";
    public const string GroupChat = "groupChat";

    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }
}

/// <summary>What Teams adds to an activity.</summary>
public sealed record TeamsChannelData
{
    public TeamsObject? Tenant { get; init; }
    public TeamsObject? Team { get; init; }
    public TeamsObject? Channel { get; init; }
    public string? EventType { get; init; }
    public TeamsSettings? Settings { get; init; }
}

/// <summary>At an install into a team: the channel that was chosen for the bot (teams rule 17).</summary>
public sealed record TeamsSettings
{
    public TeamsObject? SelectedChannel { get; init; }
}

public sealed record TeamsObject
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadGroupId { get; init; }
}

/// <summary>A card or a file of a message.</summary>
public sealed record Attachment
{
    public required string ContentType { get; init; }

    /// <summary>Null in what comes in.</summary>
    public WrittenCard? Content { get; init; }

    public static Attachment Of(WrittenCard card) => new() { ContentType = Card.ContentType, Content = card };
}
