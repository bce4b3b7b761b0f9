using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FollowUpBot.Teams.Cards;

/// <summary>A button. Its title may hold a deal's name, so it is cleaned as other text is (SEC18).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardAction(string Title)
{
    public string Title { get; init => field = PlainText.Clean(value); } = PlainText.Clean(Title);

    public ActionStyle? Style { get; init; }

    /// <summary>What it does, for whoever points at it or hears it read.</summary>
    public string? Tooltip { get; init => field = value is null ? null : PlainText.Clean(value); }

    /// <summary>"primary" or "secondary"; secondary actions go behind "…".</summary>
    public string? Mode { get; init; }
}

/// <summary>Sends an <c>adaptiveCard/action</c> invoke; the answer replaces the card.</summary>
/// <param name="Data">Ids only: who acts and what they may do is never read from a card.</param>
public sealed record ExecuteAction(string Title, string Verb, JsonObject? Data = null) : CardAction(Title)
{
    /// <summary>"auto" sends the card's inputs along, "none" does not.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>For clients without Action.Execute (teams rule 51).</summary>
    public CardAction? Fallback { get; init; }
}

/// <summary>Sends the data as a message.</summary>
public sealed record SubmitAction(string Title, JsonObject? Data = null) : CardAction(Title)
{
    public string? AssociatedInputs { get; init; }
}

public sealed record OpenUrlAction(string Title, Uri Url) : CardAction(Title);

public sealed record ShowCardAction(string Title, Card Card) : CardAction(Title);

[JsonConverter(typeof(JsonStringEnumConverter<ActionStyle>))]
public enum ActionStyle
{
    [JsonStringEnumMemberName("default")]
    Default,

    [JsonStringEnumMemberName("positive")]
    Positive,

    [JsonStringEnumMemberName("destructive")]
    Destructive,
}
