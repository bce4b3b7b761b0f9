using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

[Trait("row", "FM22")]
public sealed class CompactCardTests
{
    private static readonly Card Large = CardOf(rows: 90, length: 300);
    private static readonly Card Small = CardOf(rows: 2, length: 40);

    [Fact]
    [Trait("row", "R46")]
    public async Task A_card_that_is_too_large_is_sent_smaller_at_once()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(201, """{"id":"1"}"""));

        Assert.IsType<SendResult.Accepted>(await SendAsync(server, Large));

        var sent = Assert.Single(server.Seen);
        Assert.InRange(sent.Body.Length, 1, CompactCard.MaxBytes + 1536);
        IsSoundAndSaysSo(sent.Body);
    }

    [Fact]
    [Trait("row", "R39")]
    public async Task A_card_that_Teams_finds_too_large_is_sent_smaller_once()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(413, "{}"), ScriptedServer.Answer(201, """{"id":"1"}"""));
        var card = CardOf(rows: 8, length: 300);

        Assert.IsType<SendResult.Accepted>(await SendAsync(server, card));

        Assert.Equal(2, server.Seen.Count);
        Assert.True(server.Seen.Last().Body.Length < server.Seen.First().Body.Length);
    }

    [Fact]
    public async Task A_second_refusal_is_final()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Answer(413, "{}"), ScriptedServer.Answer(413, "{}"), ScriptedServer.Answer(201, """{"id":"1"}"""));

        Assert.IsType<SendResult.Refused>(await SendAsync(server, Small));

        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    public async Task A_card_of_ordinary_size_stays_as_it_is()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(201, """{"id":"1"}"""));

        await SendAsync(server, Small);

        var content = JsonNode.Parse(Assert.Single(server.Seen).Body)?["attachments"]?[0]?["content"];
        Assert.True(JsonNode.DeepEquals(CardCheck.Json(Small), content));
    }

    [Fact]
    public void What_is_typed_and_what_can_be_pressed_stays()
    {
        var form = Large with
        {
            Body = [.. Large.Body, new TextInput("Why?") { Id = "why", Value = new string('w', 1000) }],
            Actions = [Button.Execute("Save", "save", ("deal", "d"))],
        };

        var small = JsonNode.Parse(Content(CompactCard.Of(Activity.OfCard(form))));

        var input = Assert.Single(CardCheck.Objects(small), it => (string?)it["type"] == "Input.Text");
        Assert.Equal(1000, ((string?)input["value"])?.Length);
        Assert.Single(CardCheck.Objects(small), it => (string?)it["type"] == "Action.Execute");
        Assert.Empty(CardCheck.Problems(small ?? new JsonObject()));
    }

    [Theory]
    [InlineData("\U0001F389")]
    [InlineData("\\[")]
    public void A_cut_leaves_whole_characters_and_whole_escapes(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200));
        var card = new Card { FallbackText = "x", Body = [new TextBlock("x" + text)] };

        var cut = (string?)JsonNode.Parse(Content(CompactCard.Of(Activity.OfCard(card))))?["body"]?[0]?["text"] ?? "";

        Assert.True(cut.Length < 200);
        Assert.Equal(0, (cut.Length - 2) % 2);
        Assert.EndsWith(piece + "…", cut, StringComparison.Ordinal);
    }

    private static void IsSoundAndSaysSo(string message)
    {
        var card = JsonNode.Parse(message)?["attachments"]?[0]?["content"] ?? new JsonObject();
        Assert.Empty(CardCheck.Problems(card));
        Assert.Contains("Shortened", card.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Content(Activity? message) => message?.Attachments?[0].Content?.ToString() ?? "";

    private static Card CardOf(int rows, int length) => new()
    {
        FallbackText = "Deals",
        Body = [.. Enumerable.Range(0, rows).Select(row => new RichTextBlock([new TextRun($"{row} " + new string('d', length))]))],
    };

    private static async Task<SendResult> SendAsync(ScriptedServer server, Card card)
    {
        using var connector = new ConnectorClient(new ServiceUrls([], allowLoopback: true), new NoToken());
        return await connector.SendAsync(new ConversationReference(server.Url, "a:1", "28:bot"), Activity.OfCard(card), CancellationToken.None);
    }
}
