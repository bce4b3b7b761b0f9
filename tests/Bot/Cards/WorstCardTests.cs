using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Teams;

namespace FollowUpBot.Tests.Bot.Cards;

/// <summary>What people and CRMs may write at most still makes cards that Teams takes and that mean no more than they say.</summary>
public sealed partial class WorstCardTests
{
    /// <summary>What a client shows, as against what it sends back.</summary>
    private static readonly string[] Shown = ["text", "title", "label", "placeholder", "fallbackText", "altText", "errorMessage"];

    /// <summary>SEC21: Teams, Outlook on the web, and the bot's own public address, as the cards of these tests have it.</summary>
    private static readonly string[] KnownHosts = ["teams.microsoft.com", "outlook.office.com", "followupbot.contoso.example"];

    public static TheoryData<string> Fillings => [.. WorstCards.Fillings];

    [Theory]
    [MemberData(nameof(Fillings))]
    public void The_largest_cards_are_at_most_20_KB_valid_and_of_at_most_six_buttons_a_row(string filling) => Assert.All(
        WorstCards.Of(filling),
        card => Assert.True(CardCheck.Problems(card.Value) is [], $"{card.Key}: {string.Join("; ", CardCheck.Problems(card.Value).Take(3))}"));

    /// <summary>What Teams itself sends back, in the text of the fields, must come back as it was typed.</summary>
    [Theory]
    [InlineData("😀")]
    [InlineData("👩‍👩‍👧‍👦")]
    public void A_form_full_of_emoji_comes_back_whole_and_its_emoji_stand_as_they_are(string filling)
    {
        var bytes = WorstCards.Of(filling)["reminder-asked-again"].Json.Span;

        Assert.DoesNotContain("\\u", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(CardCheck.Objects(JsonNode.Parse(bytes)), it => (string?)it["id"] == "reason" && ((string?)it["value"])?.Length == 1000);
    }

    [Theory]
    [MemberData(nameof(Fillings))]
    [Trait("row", "SEC19")]
    public void No_card_is_a_template_and_no_text_on_it_becomes_one(string filling) => Assert.All(All(filling), card =>
    {
        Assert.All(CardCheck.Objects(card), it => Assert.DoesNotContain(it, field => field.Key.StartsWith('$') && field.Key != "$schema"));
        Assert.All(ShownTexts(card), text => Assert.DoesNotMatch(Template(), text));
    });

    [Fact]
    [Trait("row", "SEC19")]
    public void No_code_of_the_product_writes_or_fills_in_a_template() => Assert.DoesNotContain(
        Repository.Under("src", ".cs").Where(file => !file.EndsWith("Cards/PlainText.cs", StringComparison.Ordinal)),
        file => Repository.Read(file).Contains("${", StringComparison.Ordinal) || Repository.Read(file).Contains("\"$data\"", StringComparison.Ordinal));

    /// <summary>A button opens Teams, Outlook on the web or the bot itself; nothing else on a card opens anything.</summary>
    [Theory]
    [MemberData(nameof(Fillings))]
    [Trait("row", "SEC21")]
    public void No_card_leads_anywhere_but_to_known_hosts_whatever_the_CRM_or_people_write(string filling) => Assert.All(All(filling), card => Assert.All(CardCheck.Objects(card), it =>
    {
        var isButton = (string?)it["type"] == "Action.OpenUrl";
        if (isButton)
            Assert.Contains(Opened(it).Host, KnownHosts);
        Assert.DoesNotContain(it, field => field.Key is "selectAction" or "iconUrl" or "backgroundImage" or "media" || (field.Key == "url" && !isButton));
        if ((string?)it["type"] is "TextBlock" or "Fact")
            Assert.DoesNotMatch(Link(), (string?)it["text"] ?? "");
    }));

    [Fact]
    [Trait("row", "SEC21")]
    public void Only_the_card_of_a_firm_step_has_buttons_that_open_an_address() => Assert.Equal(
        ["src/Bot/Cards/StepCard.cs"],
        Repository.Under("src", ".cs").Where(file => Repository.Read(file).Contains("OpenUrlAction(", StringComparison.Ordinal) && !file.EndsWith("Cards/CardAction.cs", StringComparison.Ordinal)));

    private static Uri Opened(JsonObject button)
    {
        var address = new Uri((string?)button["url"] ?? "");
        Assert.Equal(("https", true, ""), (address.Scheme, address.IsDefaultPort, address.UserInfo));
        return address;
    }

    private static IEnumerable<JsonNode> All(string filling) => WorstCards.Of(filling).Values.Concat(CardGallery.Cards.Values).Select(CardCheck.Json);

    private static IEnumerable<string> ShownTexts(JsonNode card) =>
        CardCheck.Objects(card).SelectMany(it => it).Where(field => Shown.Contains(field.Key)).Select(field => field.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "");

    [GeneratedRegex(@"\$\{|\{\{")]
    private static partial Regex Template();

    [GeneratedRegex(@"\]\(|https?://|<a ")]
    private static partial Regex Link();
}
