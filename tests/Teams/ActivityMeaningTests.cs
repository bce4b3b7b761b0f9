using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

public sealed class ActivityMeaningTests
{
    private const string Bot = """{"type":"mention","mentioned":{"id":"28:bot","name":"FollowUpBot"},"text":"<at>FollowUpBot</at>"}""";
    private const string Ann = """{"type":"mention","mentioned":{"id":"29:ann","name":"Ann Lee"},"text":"<at>Ann Lee</at>"}""";

    [Theory]
    [InlineData("<at>FollowUpBot</at> digest here", Bot, "digest here")]
    [InlineData("<at>FollowUpBot</at>&nbsp;help\n", Bot, "help")]
    [InlineData("please <at>FollowUpBot</at> help", Bot, "please   help")]
    [InlineData("<at>FollowUpBot</at> digest here for <at>Ann Lee</at>", Bot + "," + Ann, "digest here for Ann Lee")]
    [InlineData("<at>FollowUpBot</at> help", Ann, "<at>FollowUpBot</at> help")]
    [InlineData("they pay &lt; 5 &amp; fast", Bot, "they pay < 5 & fast")]
    [InlineData("\u00A0hi\u00A0", Bot, "hi")]
    public void The_bots_own_mention_is_no_part_of_what_is_said(string text, string entities, string said) =>
        Assert.Equal(said, Message(text, entities).SpokenText());

    [Fact]
    [Trait("row", "R19")]
    public void Who_is_mentioned_stands_in_the_entities_and_not_in_the_text()
    {
        var message = Message("<at>CEO</at> and <at>Ann Lee</at>", $"{Bot},{Ann},{Ann}");

        Assert.Equal("29:ann", Assert.Single(message.MentionedPeople()).Id);
        Assert.True(message.MentionsBot());
        Assert.False(Message("<at>FollowUpBot</at>", Ann).MentionsBot());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":"28:bot","text":"a"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":5},"text":"a"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"},"text":null}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"},"text":""}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"},"text":"a"}""")]
    [InlineData("""{"type":"clientInfo","timezone":7}""")]
    public void An_odd_entity_changes_nothing(string entity)
    {
        var message = Message("a b", entity);

        Assert.Equal("a b", message.SpokenText());
        Assert.Empty(message.MentionedPeople());
        Assert.Null(message.Zone());
    }

    [Fact]
    [Trait("row", "SEC25")]
    public void Mentions_of_mentions_do_not_make_the_text_grow()
    {
        var entities = Enumerable.Range(0, 1000).Select(n =>
            $$$"""{"type":"mention","mentioned":{"id":"29:{{{n}}}","name":"<at>{{{n + 1}}}</at><at>{{{n + 1}}}</at>"},"text":"<at>{{{n}}}</at>"}""");

        Assert.True(Message("<at>0</at>", string.Join(',', entities)).SpokenText().Length < 100);
    }

    [Theory]
    [InlineData("""{"localTimezone":"Europe/Berlin"}""", "Europe/Berlin")]
    [InlineData("""{"entities":[{"type":"clientInfo","timezone":"America/New_York"}]}""", "America/New_York")]
    [InlineData("""{"localTimezone":"Mars/Base","entities":[{"type":"clientInfo","timezone":"Asia/Tokyo"}]}""", "Asia/Tokyo")]
    [InlineData("""{"localTimezone":"../etc/passwd"}""", null)]
    [InlineData("{}", null)]
    [Trait("row", "R26")]
    public void The_zone_is_the_platforms(string fields, string? zone) => Assert.Equal(zone, With(fields).Zone()?.Id);

    [Theory]
    [InlineData("""{"conversation":{"tenantId":"T-1"}}""", "t-1")]
    [InlineData("""{"channelData":{"tenant":{"id":"T-2"}}}""", "t-2")]
    [InlineData("""{"conversation":{"tenantId":" "},"channelData":{"tenant":{}}}""", null)]
    public void The_tenant_is_the_platforms(string fields, string? tenant) => Assert.Equal(tenant, With(fields).TenantId());

    [Fact]
    [Trait("row", "R14")]
    public void A_reference_needs_address_conversation_and_bot()
    {
        const string Whole = """{"serviceUrl":"https://smba.trafficmanager.net/emea/","conversation":{"id":"19:c@thread.tacv2;messageid=17"},"recipient":{"id":"28:bot"}}""";

        var reference = With(Whole).Reference();

        Assert.Equal(new ConversationReference("https://smba.trafficmanager.net/emea/", "19:c@thread.tacv2;messageid=17", "28:bot"), reference);
        Assert.Equal("19:c@thread.tacv2", reference?.InChannel().ConversationId);
        Assert.Equal("a:1", new ConversationReference("u", "a:1", "28:bot").InChannel().ConversationId);
        Assert.Null(With("""{"serviceUrl":"https://smba.trafficmanager.net/emea/","conversation":{"id":"a:1"}}""").Reference());
    }

    [Theory]
    [InlineData("invoke", """{"action":{"type":"Action.Execute","verb":"save","data":{"deal":"d-1","why":"audit"}},"trigger":"manual"}""", false)]
    [InlineData("invoke", """{"action":{"type":"Action.Execute","verb":"save","data":{"deal":"d-1","why":"audit"}},"trigger":"automatic"}""", true)]
    [InlineData("invoke", """{"action":{"verb":"save","data":{"deal":"d-1","why":"audit"}}}""", false)]
    [InlineData("message", """{"verb":"save","deal":"d-1","why":"audit"}""", false)]
    [Trait("row", "R54")]
    public void A_press_is_the_same_from_every_client(string type, string value, bool automatic)
    {
        var press = Press(type, value);

        Assert.Equal(("save", automatic, "17:card"), (press?.Verb, press?.IsAutomatic, press?.CardActivityId));
        Assert.Equal(("d-1", "audit"), (press?.Text("deal"), press?.Text("why")));
    }

    [Theory]
    [InlineData("invoke", "1")]
    [InlineData("invoke", "{}")]
    [InlineData("invoke", """{"action":"save"}""")]
    [InlineData("invoke", """{"action":{"verb":5}}""")]
    [InlineData("invoke", """{"action":{"verb":""}}""")]
    [InlineData("message", "\"save\"")]
    [InlineData("message", """{"deal":"d-1"}""")]
    [InlineData("message", """{"verb":{"a":1}}""")]
    [InlineData("event", """{"verb":"save"}""")]
    public void Without_a_verb_there_is_no_press(string type, string value) => Assert.Null(Press(type, value));

    [Theory]
    [InlineData("""{"action":{"verb":"save"}}""")]
    [InlineData("""{"action":{"verb":"save","data":null}}""")]
    [InlineData("""{"action":{"verb":"save","data":"d-1"}}""")]
    [InlineData("""{"action":{"verb":"save","data":[1]}}""")]
    [InlineData("""{"action":{"verb":"save","data":{"deal":5}}}""")]
    [InlineData("""{"action":{"verb":"save","data":{"deal":null}}}""")]
    [InlineData("""{"action":{"verb":"save","data":{"deal":{"id":"d-1"}}}}""")]
    public void A_value_that_is_no_text_is_not_there(string value) => Assert.Null(Press("invoke", value)?.Text("deal"));

    [Fact]
    public void Another_invoke_is_no_press_on_a_card() =>
        Assert.Null(CardSubmission.From(Read("""{"type":"invoke","name":"composeExtension/query","value":{"action":{"verb":"save"}}}""")));

    [Fact]
    [Trait("row", "R52")]
    public void The_answer_to_a_press_has_the_form_that_Teams_asks_for()
    {
        AssertJson("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved."}""", InvokeResponse.Message("Saved."));
        AssertJson("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"?"}}""", InvokeResponse.BadRequest("?"));
        AssertJson("""{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"7F"}}""", InvokeResponse.Failed("7F"));
        var card = JsonSerializer.SerializeToNode(
            InvokeResponse.Card(new Card { FallbackText = "x", Body = [new TextBlock("x")] }), TeamsJson.Default.InvokeResponse);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive", "AdaptiveCard"), ((int?)card?["statusCode"], (string?)card?["type"], (string?)card?["value"]?["type"]));

        static void AssertJson(string expected, InvokeResponse response) => Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonSerializer.SerializeToNode(response, TeamsJson.Default.InvokeResponse)));
    }

    private static CardSubmission? Press(string type, string value) =>
        CardSubmission.From(Read($$"""{"type":"{{type}}","name":"adaptiveCard/action","replyToId":"17:card","value":{{value}}}"""));

    private static Activity Message(string text, string entities) => Read(
        $$"""{"type":"message","text":{{JsonValue.Create(text).ToJsonString()}},"recipient":{"id":"28:bot"},"entities":[{{entities}}]}""");

    private static Activity Read(string json) =>
        Assert.IsType<ActivityRead.Read>(ActivityReader.Parse(Encoding.UTF8.GetBytes(json))).Activity;

    /// <summary>A message with these fields.</summary>
    private static Activity With(string fields)
    {
        var message = JsonNode.Parse(fields)?.AsObject() ?? [];
        message["type"] = "message";
        return Read(message.ToJsonString());
    }
}
