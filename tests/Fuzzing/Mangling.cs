using System.Text;
using System.Text.Json.Nodes;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>Makes sound JSON senseless: odd values at any depth, fields that are gone or twice, flipped bytes.</summary>
internal static class Mangling
{
    private static readonly string[] Oddities =
    [
        "null", "true", "0", "-1", "1e999", "9223372036854775808", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"id\":null}", "\"HALF\"", "\"\\u0000\"",
        "\"\\u202E\"", "\"${x}{{DATE(2026)}}\"", "\"<at>x</at>\"", "\"'; DROP TABLE documents; --\"", "\"../../|\"", "\"2026-13-45T99:99\"", "\"2026-12-08T15:00:00Z\"",
        "\"save\"", "\"undo\"", "\"later\"", "\"slot\"", "\"refresh\"", "\"addDeal\"", "\"tomorrow at 3\"", "\"digest on Friday at 16:00\"", "\"channel\"", "\"groupChat\"",
        "\"remove\"", "\"add-upgrade\"", "\"teamDeleted\"", "\"Europe/Berlin\"", "\"tr-TR\"", "{\"$type\":\"System.Diagnostics.Process\"}", "\"LONG\"", "DEEP",
    ];

    private static readonly string Long = new('x', 5000);
    private static readonly string Deep = new string('[', 40) + new string(']', 40);

    public static byte[] Mangled(this Random random, JsonNode sound)
    {
        var json = sound.DeepClone();
        for (var blows = random.Next(0, 4); blows > 0; blows--)
            Change(json, random);
        var text = json.ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal).Replace("\"DEEP\"", Deep, StringComparison.Ordinal)
            .Replace("LONG", Long, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(10) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(50) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void Change(JsonNode node, Random random)
    {
        var children = node switch
        {
            JsonObject it => it.Select(field => (field.Key, Index: -1, field.Value)).ToList(),
            JsonArray list => list.Select((item, index) => (Key: "", Index: index, Value: item)).ToList(),
            _ => [],
        };
        if (children.Count == 0)
            return;
        var (key, at, value) = children[random.Next(children.Count)];
        if (value is JsonObject or JsonArray && random.Next(3) > 0)
            Change(value, random);
        else if (at >= 0)
            node[at] = Odd(random);
        else if (random.Next(8) == 0)
            node.AsObject().Remove(key);
        else
            node[key] = Odd(random);
    }

    private static JsonNode? Odd(Random random) => Oddities[random.Next(Oddities.Length)] switch
    {
        "DEEP" => JsonValue.Create("DEEP"),
        "1e999" => JsonNode.Parse("1e300"),
        var odd => JsonNode.Parse(odd),
    };
}
