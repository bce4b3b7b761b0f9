using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>JSON whose shape is somebody else's: what is missing or of another kind is null or empty.</summary>
internal static class JsonFields
{
    /// <summary>A string, number or boolean as text.</summary>
    public static string? Text(this JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value ? value.ToString() : null;

    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    /// <summary>The objects in a list.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    public static JsonObject With(this JsonObject node, string name, JsonNode value)
    {
        node[name] = value;
        return node;
    }

    public static bool IsTrue(this JsonNode? node, string name) => node.Text(name) == "true";
}
