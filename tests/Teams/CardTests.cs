using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Tests.Teams;

public sealed class CardTests
{
    /// <summary>One of everything that a card can hold.</summary>
    private static readonly Card Everything = new()
    {
        FallbackText = "A deal needs a next step.",
        MsTeams = new TeamsCardOptions { Width = "Full", Entities = [Mention.Of("29:ann", "Ann")] },
        Body =
        [
            new TextBlock("Contoso renewal")
            {
                Id = "title", Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Color = TextColor.Attention, IsSubtle = true,
                Style = "heading", Spacing = Spacing.ExtraLarge, Separator = true,
            },
            new RichTextBlock([new TextRun("why") { Size = TextSize.Small, Weight = TextWeight.Lighter, Color = TextColor.Accent, Italic = true, IsSubtle = false }]),
            new FactSet([new Fact("Owner", "<at>Ann</at>")]),
            new ColumnSet([new Column([new TextBlock("left")]) { Width = "auto", VerticalContentAlignment = "center" }, new Column([new TextBlock("right")])]),
            new Container([new TextInput("Why now?") { Id = "why", IsRequired = true, ErrorMessage = "Say why", IsMultiline = true, MaxLength = 500, Placeholder = "…", Value = "v" }])
            {
                Style = ContainerStyle.Emphasis, Bleed = true,
            },
            new ChoiceInput("How urgent?", [new Choice("Now", "now")]) { Id = "urgency", Style = "expanded", Wrap = true, Value = "now", Placeholder = "…" },
            new DateInput("On") { Id = "on", Min = "2026-03-05", Value = "2026-03-06" },
            new TimeInput("At") { Id = "at", Value = "10:00" },
            new ActionSet([Button.Execute("Save", "save", ("deal", "d-1")) with { Style = ActionStyle.Positive, AssociatedInputs = "auto" }]),
        ],
        Actions =
        [
            Button.Execute("Not a sales meeting", "drop", ("deal", "d-1")) with { Mode = "secondary" },
            new SubmitAction("Later", new JsonObject { ["verb"] = "later" }) { AssociatedInputs = "none" },
            new OpenUrlAction("Open", new Uri("https://crm.example/d-1")),
            new ShowCardAction("More", new Card { FallbackText = "More", Body = [new TextBlock("more")], Actions = [Button.Execute("Go", "go")] }),
        ],
    };

    [Fact]
    [Trait("row", "R50")]
    public void A_card_with_everything_in_it_is_fit_for_Teams() => CardCheck.IsFitForTeams(Everything);

    [Fact]
    public void Every_kind_of_element_and_action_is_in_the_card_that_is_checked()
    {
        var kinds = new[] { typeof(CardElement), typeof(CardAction) }
            .SelectMany(type => type.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), inherit: false))
            .Select(each => (string?)((System.Text.Json.Serialization.JsonDerivedTypeAttribute)each).TypeDiscriminator);
        var shown = CardCheck.Objects(CardCheck.Json(Everything)).Select(each => (string?)each["type"]);

        Assert.Empty(kinds.Except(shown));
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"x","colour":"good"}""")]
    [InlineData("""{"type":"TextBlock","text":"x","color":"pink"}""")]
    [InlineData("""{"type":"TextBlock"}""")]
    [InlineData("""{"type":"Heading","text":"x"}""")]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"type":"Input.Text","id":"a"}""")]
    [InlineData("""{"type":"Input.Text","label":"a"}""")]
    [InlineData("""{"type":"Container","items":[{"type":"Input.Date","id":"a","label":" "}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v"}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v","fallback":{"title":"x"}}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x"}]}""")]
    public void The_check_sees_what_is_wrong(string element)
    {
        var card = CardCheck.Json(new Card { FallbackText = "x", Body = [] });
        card["body"]?.AsArray().Add(JsonNode.Parse(element));

        Assert.NotEmpty(CardCheck.Problems(card));
    }

    [Fact]
    public void The_check_sees_seven_buttons_and_a_card_that_is_too_big()
    {
        var buttons = Enumerable.Range(0, 7).Select(n => (CardAction)Button.Execute($"{n}", "go")).ToList();

        Assert.NotEmpty(CardCheck.Problems(new Card { FallbackText = "x", Body = [], Actions = buttons }));
        Assert.NotEmpty(CardCheck.Problems(new Card { FallbackText = "x", Body = [new TextBlock(new string('x', CardCheck.MaxBytes))] }));
    }

    [Fact]
    [Trait("row", "R51")]
    public void A_button_brings_its_fallback_along_with_the_same_ids_and_the_verb()
    {
        var button = JsonSerializer.SerializeToNode<CardAction>(Button.Execute("Save", "save", ("deal", "d-1"), ("card", "2")), TeamsJson.Default.CardAction);

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"type":"Action.Execute","title":"Save","verb":"save","data":{"deal":"d-1","card":"2"},
                 "fallback":{"type":"Action.Submit","title":"Save","data":{"deal":"d-1","card":"2","verb":"save"}}}
                """),
            button));
    }

    [Fact]
    [Trait("row", "SEC20")]
    [Trait("row", "R20")]
    public void A_mention_in_a_card_stands_in_its_text_and_in_its_entities()
    {
        var mention = Mention.Of("29:ann", "Ann <at>CEO</at> & Co\u202E");

        Assert.Equal("<at>Ann &lt;at&gt;CEO&lt;/at&gt; &amp; Co</at>", mention.Text);
        Assert.Equal(new MentionedAccount("29:ann", "Ann <at>CEO</at> & Co"), mention.Mentioned);
    }
}
