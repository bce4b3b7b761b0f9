using System.Net;
using System.Text.Json.Serialization;

namespace FollowUpBot.Teams.Cards;

/// <summary>An Adaptive Card of version 1.5, the newest that Teams renders everywhere (teams rule 50).</summary>
public sealed record Card
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; init; } = "AdaptiveCard";
    public string Version { get; init; } = "1.5";

    /// <summary>What a client shows that cannot render the card, and what notifications show.</summary>
    public required string FallbackText { get; init => field = PlainText.Clean(value); }

    public required IReadOnlyList<CardElement> Body { get; init; }
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>How a client asks for the card as it stands now, when somebody looks at it.</summary>
    public CardRefresh? Refresh { get; init; }

    [JsonPropertyName("msteams")]
    public TeamsCardOptions? MsTeams { get; init; }
}

/// <summary>The client sends the action by itself, as a press with the trigger <c>automatic</c> (teams rule 53).</summary>
/// <param name="UserIds">For whom, at most 60; null for everybody in a chat of at most 60.</param>
public sealed record CardRefresh(ExecuteAction Action, IReadOnlyList<string>? UserIds = null);

/// <summary>Options that only Teams reads.</summary>
public sealed record TeamsCardOptions
{
    public string? Width { get; init; }
    public IReadOnlyList<Mention>? Entities { get; init; }
}

/// <summary>A mention that really mentions: <paramref name="Text"/> must stand in the card exactly so (teams rule 20).</summary>
public sealed record Mention(string Text, MentionedAccount Mentioned)
{
    public string Type { get; init; } = "mention";

    /// <summary>Mentions a member of the roster by the roster's own id and name (SEC20).</summary>
    public static Mention Of(string id, string name)
    {
        var shown = PlainText.Clean(name);
        return new Mention($"<at>{WebUtility.HtmlEncode(shown)}</at>", new MentionedAccount(id, shown));
    }
}

public sealed record MentionedAccount(string Id, string Name);
