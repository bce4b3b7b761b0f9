using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUpBot.Tests.Hygiene;

namespace FollowUpBot.Tests.Azure;

/// <summary>azuredeploy.json as it stands in the repository.</summary>
public static partial class AzureTemplate
{
    public static JsonObject Root { get; } = JsonNode.Parse(Repository.Read("azuredeploy.json"))?.AsObject() ?? [];

    public static IReadOnlyList<JsonObject> Resources { get; } = [.. Root["resources"]?.AsArray().OfType<JsonObject>() ?? []];

    /// <summary>The one resource of a type.</summary>
    public static JsonObject Resource(string type) => Assert.Single(Of(type));

    public static IEnumerable<JsonObject> Of(string type) => Resources.Where(resource => (string?)resource["type"] == type);

    public static JsonNode? Properties(string type) => Resource(type)["properties"];

    public static JsonNode? SiteConfig => Properties("Microsoft.Web/sites")?["siteConfig"];

    public static JsonArray Variable(string name) => Root["variables"]?[name]?.AsArray() ?? [];

    /// <summary>A value that is written out, or is a variable that is.</summary>
    public static string? Text(JsonNode? value)
    {
        var text = (string?)value;
        var variable = VariableAlone().Match(text ?? "");
        return variable.Success ? (string?)Root["variables"]?[variable.Groups["name"].Value] : text;
    }

    /// <summary>The web app's settings as configuration keys, wherever in the template they are named, with the expression of each.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = (
        from setting in Variable("botSettings").Concat(Variable("feedSettings"))
        select ((string?)setting?["name"], (string?)setting?["value"]))
        .Concat(
            from Match setting in CreatedSetting().Matches((string?)SiteConfig?["appSettings"] ?? "")
            select ((string?)setting.Groups["name"].Value, (string?)setting.Groups["value"].Value))
        .ToDictionary(setting => (setting.Item1 ?? "").Replace("__", ":", StringComparison.Ordinal), setting => setting.Item2 ?? "");

    [GeneratedRegex(@"^\[variables\('(?<name>\w+)'\)\]$")]
    private static partial Regex VariableAlone();

    [GeneratedRegex(@"createObject\('name', '(?<name>\w+)', 'value', (?<value>.+?)\)(?=, createObject|\), )")]
    private static partial Regex CreatedSetting();
}
