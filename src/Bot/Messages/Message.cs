using System.Text.Json;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>Messages as the bot sends them.</summary>
public static class Message
{
    /// <summary>Plain text: nothing in it is markup.</summary>
    public static Activity Of(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };

    /// <summary>Plain text, and below it something to tap.</summary>
    public static Activity Of(string text, Card below) => Of(text) with { Attachments = Of(below, text).Attachments };

    /// <param name="summary">What the notification says.</param>
    public static Activity Of(Card card, string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [new Attachment { ContentType = Card.ContentType, Content = JsonSerializer.SerializeToElement(card, TeamsJson.Default.Card) }],
    };
}
