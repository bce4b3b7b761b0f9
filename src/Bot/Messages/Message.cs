using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>Messages as the bot sends them.</summary>
public static class Message
{
    /// <summary>Plain text: nothing in it is markup.</summary>
    public static Activity Of(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };

    /// <summary>Plain text, and below it something to tap.</summary>
    public static Activity Of(string text, Card below) => Of(text) with { Attachments = [Attachment.Of(below)] };

    /// <param name="summary">What the notification says.</param>
    public static Activity Of(WrittenCard card, string summary) => Activity.OfCard(card, summary);
}
