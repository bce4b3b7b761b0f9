using System.Text.Json;

namespace FollowUpBot.Teams.Protocol;

/// <summary>Looks into JSON of which nothing is known: a field that is not there or of another kind is null.</summary>
internal static class JsonFields
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : null;

    public static JsonElement? ObjectField(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : null;

    public static string? TextField(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;
}
