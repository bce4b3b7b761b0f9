using System.Text;
using System.Text.Json;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

public sealed class WrittenCardTests
{
    private static readonly Card Emoji = new() { FallbackText = "x", Body = [new TextBlock("\"Später\" 😀 · 漢")] };

    [Fact]
    public void A_message_and_an_answer_hold_the_card_byte_for_byte()
    {
        var card = WrittenCard.Of(Emoji);

        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(Emoji, TeamsJson.Wire.Card), card.Json.ToArray());
        Assert.Contains(card.ToString(), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(Activity.OfCard(card), TeamsJson.Wire.Activity)), StringComparison.Ordinal);
        Assert.Contains(card.ToString(), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(InvokeResponse.Card(card), TeamsJson.Wire.InvokeResponse)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"<div>hello</div>\"")]
    [InlineData("{\"type\":\"AdaptiveCard\",\"body\":[{\"a\":[1]}]}")]
    [InlineData("[1,[2]]")]
    [InlineData("null")]
    public void Whatever_is_attached_to_a_message_that_comes_in_is_passed_over(string content)
    {
        var read = ActivityReader.Parse(Encoding.UTF8.GetBytes($$"""{"type":"message","attachments":[{"content":{{content}},"contentType":"text/html"}],"text":"hello"}"""));

        var activity = Assert.IsType<ActivityRead.Read>(read).Activity;
        Assert.Equal(("hello", "text/html"), (activity.Text, activity.Attachments?[0].ContentType));
        Assert.Null(activity.Attachments?[0].Content);
    }
}
