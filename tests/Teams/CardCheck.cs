using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Tests.Teams;

/// <summary>What every card that the product sends must be: valid, small, labelled, within Teams' limits.</summary>
public static class CardCheck
{
    public const int MaxBytes = 20 * 1024;
    public const int MaxActionsInOneSet = 6;

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.Load("adaptive-card-1.5.json"));

    public static void IsFitForTeams(WrittenCard card) => Assert.Empty(Problems(card));

    public static JsonNode Json(WrittenCard card) => JsonNode.Parse(card.Json.Span) ?? new JsonObject();

    public static IReadOnlyList<string> Problems(WrittenCard card) =>
        [.. Problems(Json(card)), .. card.Json.Length > MaxBytes ? [$"{card.Json.Length} bytes"] : Array.Empty<string>()];

    public static IEnumerable<string> Problems(JsonNode card)
    {
        var standard = card.DeepClone().AsObject();
        standard.Remove("msteams"); // Teams' own extension, unknown to the schema
        return
        [
            .. Schema.Value.Errors(standard),
            .. Objects(card).SelectMany(OwnRules),
            .. string.IsNullOrWhiteSpace((string?)card["fallbackText"]) ? ["no fallbackText"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Every object of the card, from the outside in.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject it => [it, .. it.SelectMany(field => Objects(field.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> OwnRules(JsonObject it)
    {
        var type = TypeOf(it);
        if (it["actions"] is JsonArray { Count: > MaxActionsInOneSet } actions)
        {
            yield return $"{actions.Count} actions in one set";
        }

        if (type.StartsWith("Input.", StringComparison.Ordinal) && string.IsNullOrWhiteSpace((string?)it["label"]))
        {
            yield return $"{type} without a label";
        }

        if (type.StartsWith("Input.", StringComparison.Ordinal) && string.IsNullOrWhiteSpace((string?)it["id"]))
        {
            yield return $"{type} without an id: its value would not come back";
        }

        if (type == "Image" && string.IsNullOrWhiteSpace((string?)it["altText"]))
        {
            yield return "Image without altText";
        }

        if (type == "Action.Execute" && TypeOf(it["fallback"]) != "Action.Submit")
        {
            yield return "Action.Execute without an Action.Submit as fallback";
        }
    }

    private static string TypeOf(JsonNode? node) => node is JsonObject it && it["type"] is JsonValue type && type.TryGetValue<string>(out var text) ? text : string.Empty;
}
