using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Teams;

/// <summary>The part of JSON schema that the card and manifest schemas use; an unknown keyword fails the test that needs it.</summary>
public sealed class JsonSchema(JsonObject root)
{
    private static readonly HashSet<string> Annotations =
    [
        "$schema", "id", "description", "default", "version", "example", "examples", "definitions", "format", "features",
    ];

    public static JsonSchema Load(string file) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Teams", "schemas", file)))?.AsObject() ?? []);

    /// <summary>Everything that is wrong, with its place; empty when the document is valid.</summary>
    public IReadOnlyList<string> Errors(JsonNode? document) => [.. Check(document, root, "$")];

    private IEnumerable<string> Check(JsonNode? node, JsonNode? schema, string at) =>
        schema is JsonObject rules ? rules.SelectMany(rule => Check(node, rules, rule.Key, rule.Value, at)) : [];

    private IEnumerable<string> Check(JsonNode? node, JsonObject rules, string keyword, JsonNode? rule, string at) => keyword switch
    {
        "$ref" => Check(node, Resolve((string?)rule ?? string.Empty), at),
        "allOf" => rule?.AsArray().SelectMany(each => Check(node, each, at)) ?? [],
        "anyOf" => Alternatives(node, rule, at) is { Count: > 0 } all && all.All(errors => errors.Count > 0) ? Nearest(all) : [],
        "oneOf" => Alternatives(node, rule, at) is var all && all.Count(errors => errors.Count == 0) == 1 ? [] : [$"{at}: not exactly one of"],
        "type" => Claim(Types(rule).Any(type => IsType(node, type)), $"{at}: is not {rule?.ToJsonString()}"),
        "const" => Claim(JsonNode.DeepEquals(node, rule), $"{at}: is not {rule?.ToJsonString()}"),
        "enum" => Claim(rule?.AsArray().Any(each => JsonNode.DeepEquals(each, node)) ?? false, $"{at}: {node?.ToJsonString()} is not listed"),
        "required" => node is JsonObject it && rule is JsonArray names
            ? names.Where(name => !it.ContainsKey((string?)name ?? string.Empty)).Select(name => $"{at}: {name} is missing") : [],
        "properties" => node is JsonObject it
            ? it.SelectMany(field => Check(field.Value, rule?[field.Key], $"{at}.{field.Key}")) : [],
        "additionalProperties" => Additional(node, rules, rule, at),
        "items" => node is JsonArray list ? list.SelectMany((each, index) => Check(each, rule, $"{at}[{index}]")) : [],
        "pattern" => Claim(TextOf(node) is not { } text || Matches(text, (string?)rule ?? string.Empty), $"{at}: does not match {rule}"),
        "maxLength" => Claim(TextOf(node) is not { } text || text.Length <= Number(rule), $"{at}: is longer than {rule}"),
        "minLength" => Claim(TextOf(node) is not { } text || text.Length >= Number(rule), $"{at}: is shorter than {rule}"),
        "maxItems" => Claim(node is not JsonArray list || list.Count <= Number(rule), $"{at}: has more than {rule}"),
        "minItems" => Claim(node is not JsonArray list || list.Count >= Number(rule), $"{at}: has fewer than {rule}"),
        "uniqueItems" => Claim(node is not JsonArray list || list.DistinctBy(each => each?.ToJsonString()).Count() == list.Count, $"{at}: twice"),
        "minProperties" => Claim(node is not JsonObject it || it.Count >= Number(rule), $"{at}: has fewer than {rule}"),
        "minimum" => Claim(NumberOf(node) is not { } number || number >= Number(rule), $"{at}: is less than {rule}"),
        "maximum" => Claim(NumberOf(node) is not { } number || number <= Number(rule), $"{at}: is more than {rule}"),
        "dependencies" => node is JsonObject it
            ? rule?.AsObject().Where(each => it.ContainsKey(each.Key)).SelectMany(each => Check(node, Dependency(each.Value), at)) ?? [] : [],
        _ => Claim(Annotations.Contains(keyword), $"{at}: the keyword {keyword} is not known here"),
    };

    private List<List<string>> Alternatives(JsonNode? node, JsonNode? rule, string at) =>
        [.. rule?.AsArray().Select(each => Check(node, each, at).ToList()) ?? []];

    /// <summary>Of several alternatives the one that went deepest says best what is wrong.</summary>
    private static List<string> Nearest(List<List<string>> all) => all.MaxBy(errors => errors.Max(error => error.IndexOf(':', StringComparison.Ordinal))) ?? [];

    private IEnumerable<string> Additional(JsonNode? node, JsonObject rules, JsonNode? rule, string at)
    {
        if (node is not JsonObject it)
        {
            return [];
        }

        var known = rules["properties"]?.AsObject();
        var others = it.Where(field => known?.ContainsKey(field.Key) != true);
        return rule is JsonValue allowed && allowed.TryGetValue<bool>(out var any)
            ? others.Where(_ => !any).Select(field => $"{at}.{field.Key}: is not known")
            : others.SelectMany(field => Check(field.Value, rule, $"{at}.{field.Key}"));
    }

    private JsonNode? Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)root, (node, part) => node?[part]);

    private static IEnumerable<string> Claim(bool holds, string error) => holds ? [] : [error];

    private static IEnumerable<string> Types(JsonNode? rule) =>
        rule is JsonArray several ? several.Select(type => (string?)type ?? string.Empty) : [(string?)rule ?? string.Empty];

    private static bool IsType(JsonNode? node, string type) => type switch
    {
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "string" => TextOf(node) is not null,
        "boolean" => node is JsonValue value && value.TryGetValue<bool>(out _),
        "number" or "integer" => NumberOf(node) is not null,
        "null" => node is null,
        _ => false,
    };

    private static JsonNode? Dependency(JsonNode? rule) => rule is JsonArray names ? new JsonObject { ["required"] = names.DeepClone() } : rule;

    private static double? NumberOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static double Number(JsonNode? rule) => double.Parse(rule?.ToJsonString() ?? "0", CultureInfo.InvariantCulture);

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern.Replace(@"\\a", @"\\x07", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));
}
