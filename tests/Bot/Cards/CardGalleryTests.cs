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

    [Fact]
    public void The_form_keeps_what_was_typed_and_offers_two_slots()
    {
        var card = CardCheck.Json(CardGallery.Cards["reminder-asked-again"]);
        var inputs = CardCheck.Objects(card).Where(it => (string?)it["id"] is Fields.Reason or Fields.Urgency or Fields.Driver or Fields.NextStep);
        Assert.All(inputs, input => Assert.NotNull((string?)input["value"]));
        Assert.Equal(2, CardCheck.Objects(card).Count(it => (string?)it["type"] == "Action.Execute" && (string?)it["verb"] == Verbs.Slot));
    }
}
