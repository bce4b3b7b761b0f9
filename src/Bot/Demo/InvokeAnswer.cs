using System.Text.Json.Nodes;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Bot.Demo;

/// <summary>Does with the answer to an <c>adaptiveCard/action</c> what Teams does (teams rule 52).</summary>
internal static class InvokeAnswer
{
    /// <exception cref="InvalidOperationException">Teams would not understand the answer.</exception>
    public static Pressed Apply(JsonNode? answer, Chat chat, ShownMessage message)
    {
        var status = int.TryParse(answer.Text("statusCode"), out var code) ? code : 0;
        return (status, answer.Text("type")) switch
        {
            (200, Card.ContentType) when answer.Object("value") is { } card =>
                new Pressed(Shown(card), status, Said: null),
            (200, "application/vnd.microsoft.activity.message") when answer.Text("value") is { } words => Noticed(words),
            (400 or 500, "application/vnd.microsoft.error") when answer.Object("value").Text("message") is { } error => Noticed(error),
            _ => throw new InvalidOperationException($"Teams does not understand this answer to a button: {answer?.ToJsonString()}"),
        };

        // In a channel only the one who pressed sees the answer; the message stays as it is for everybody.
        ShownMessage Shown(JsonObject card) => chat is Channel
            ? message with { Card = card, Notice = null }
            : chat.Replace(message.Id, shown => shown with { Card = card, Notice = null, Edits = shown.Edits + 1 });

        Pressed Noticed(string words) => new(chat.Replace(message.Id, shown => shown with { Notice = words }), status, words);
    }
}
