using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// A message as it stood on the screen when it was looked at. It does not change when the bot updates the message: pressing a button on an
/// old one is a click on a card that was open in another window. <see cref="Chat.Now"/> looks again.
/// </summary>
public sealed record ShownMessage
{
    public required string Id { get; init; }

    /// <summary>The first message of the thread in a channel; null in a personal chat.</summary>
    public string? ThreadId { get; init; }

    /// <summary>A person's name, or <see cref="TeamsStandIn.BotName"/>.</summary>
    public required string From { get; init; }

    public string? Text { get; init; }

    /// <summary>What a notification says.</summary>
    public string? Summary { get; init; }

    /// <summary>The JSON of the Adaptive Card, as it was sent.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>What Teams shows under a card when a button was answered by words or an error.</summary>
    public string? Notice { get; init; }

    /// <summary>How often the message was replaced.</summary>
    public int Edits { get; init; }

    public bool IsFromBot => From == TeamsStandIn.BotName;

    /// <summary>The card as text; empty when there is none.</summary>
    public string CardText => Card is { } card ? Demo.CardText.Render(card) : "";

    /// <summary>The titles of the card's buttons, in reading order.</summary>
    public IReadOnlyList<string> Buttons => Card is { } card ? [.. new ShownCard(card).Buttons.Select(button => button.Title)] : [];

    /// <summary>What stands beside a field of the card; its id when nothing does.</summary>
    public string LabelOf(string fieldId) => (Card is { } card ? new ShownCard(card).Field(fieldId).Text("label") : null) ?? fieldId;

    public override string ToString() =>
        string.Join('\n', new[] { $"{From}: {Text}", CardText, Notice is { } notice ? $"({notice})" : "" }.Where(part => part.Length > 0));
}
