using System.Text.Json;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Teams;

namespace FollowUpBot.Tests.Bot.Cards;

public sealed class CardGalleryTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> Names => [.. CardGallery.Cards.Keys];

    /// <summary>Writes each card to artifacts/cards, of which tools/cards makes the pictures.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_is_fit_for_Teams_and_can_be_looked_at(string name)
    {
        var card = CardGallery.Cards[name];
        var folder = Directory.CreateDirectory(Repository.FullPath("artifacts/cards"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{name}.json"), CardCheck.Json(card).ToJsonString(Indented));
        CardCheck.IsFitForTeams(card);
    }

    [Theory]
    [InlineData("digest-none")]
    [InlineData("digest-one")]
    [InlineData("digest-seven")]
    [InlineData("digest-mended")]
    [InlineData("digest-all-mended")]
    [InlineData("digest-five-hundred")]
    [InlineData("digest-all")]
    [InlineData("digest-settings-saved")]
    public void A_weekly_card_stays_small_whatever_stands_behind_it(string name)
    {
        var card = CardCheck.Json(CardGallery.Cards[name]);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(card.ToJsonString()), 1, 20 * 1024);
        Assert.All(CardCheck.Objects(card).Where(it => (string?)it["type"] == "ActionSet"), set => Assert.InRange(set["actions"]?.AsArray().Count ?? 0, 1, 6));
    }

    [Fact]
    public void The_form_keeps_what_was_typed_and_offers_two_slots()
    {
        var card = CardCheck.Json(CardGallery.Cards["reminder-asked-again"]);
        var inputs = CardCheck.Objects(card).Where(it => (string?)it["id"] is Fields.Reason or Fields.Urgency or Fields.Driver or Fields.NextStep);
        Assert.All(inputs, input => Assert.NotNull((string?)input["value"]));
        Assert.Equal(2, CardCheck.Objects(card).Count(it => (string?)it["type"] == "Action.Execute" && (string?)it["verb"] == Verbs.Slot));
    }
}
