using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>Generators of senseless input: sound JSON with odd values at any depth, without fields, with a flipped byte, cut off.</summary>
internal static class Hostile
{
    private const int MostDepth = 5;

    private static readonly string[] Oddities =
    [
        "null", "true", "0", "-1", "1e300", "9223372036854775808", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"id\":null}", "\"HALF\"", "\"\\u0000\"",
        "\"\\u202E\"", "\"${x}{{DATE(2026)}}\"", "\"<at>x</at>\"", "\"'; DROP TABLE documents; --\"", "\"../../|\"", "\"2026-13-45T99:99\"", "\"2026-12-08T15:00:00Z\"",
        "\"save\"", "\"undo\"", "\"later\"", "\"slot\"", "\"refresh\"", "\"addDeal\"", "\"tomorrow at 3\"", "\"digest on Friday at 16:00\"", "\"channel\"", "\"groupChat\"",
        "\"deal\"", "\"reminder:\"", "\"meeting:meeting-118\"", "\"reminder:a/b#c?d\"", "\"remove\"", "\"add-upgrade\"", "\"teamDeleted\"", "\"Europe/Berlin\"", "\"tr-TR\"", "{\"$type\":\"System.Diagnostics.Process\"}", "\"LONG\"", "\"DEEP\"",
    ];

    private static readonly string Long = new('x', 5000);
    private static readonly string Deep = new string('[', 40) + new string(']', 40);

    private static readonly Gen<Blow> Blows =
        from steps in Gen.Choose(0, 9999).ArrayOf(MostDepth)
        from stopsAt in Gen.Frequency((1, Gen.Constant(1)), (2, Gen.Constant(2)), (4, Gen.Choose(3, MostDepth)))
        from removes in Gen.Frequency((7, Gen.Constant(false)), (1, Gen.Constant(true)))
        from odd in Gen.Elements(Oddities)
        select new Blow(steps, stopsAt, removes, odd);

    private static readonly Gen<(int At, int Value)?> Flips = Gen.Frequency(
        (9, Gen.Constant<(int, int)?>(null)), (1, from at in Gen.Choose(0, 99_999) from value in Gen.Choose(0, 255) select ((int, int)?)(at, value)));

    private static readonly Gen<int?> Cuts = Gen.Frequency((49, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 99_999).Select(at => (int?)at)));

    /// <summary>One of these, changed in up to three places.</summary>
    public static Gen<JsonNode> Struck(this Gen<JsonNode> sound) =>
        from json in sound
        from count in Gen.Choose(0, 3)
        from blows in Blows.ArrayOf(count)
        select Struck(json, blows);

    /// <summary>One of these, changed in up to three places, perhaps with a flipped byte or cut off.</summary>
    public static Gen<byte[]> Mangled(this Gen<JsonNode> sound) =>
        from json in sound.Struck()
        from flip in Flips
        from cut in Cuts
        select Written(json, flip, cut);

    private static JsonNode Struck(JsonNode sound, Blow[] blows)
    {
        var json = sound.DeepClone();
        foreach (var blow in blows)
            blow.Strike(json);
        return json;
    }

    private static byte[] Written(JsonNode json, (int At, int Value)? flip, int? cut)
    {
        var text = json.ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal).Replace("\"DEEP\"", Deep, StringComparison.Ordinal)
            .Replace("LONG", Long, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (flip is var (at, value))
            bytes[at % bytes.Length] = (byte)value;
        return cut is { } length ? bytes[..(length % bytes.Length)] : bytes;
    }

    /// <summary>A change at the place to which the steps lead, each the number of a child.</summary>
    private sealed record Blow(IReadOnlyList<int> Steps, int StopsAt, bool Removes, string Odd)
    {
        public void Strike(JsonNode json)
        {
            var node = json;
            for (var depth = 1; depth <= StopsAt; depth++)
            {
                var inner = Child(node, Steps[depth - 1]);
                if (depth == StopsAt || inner is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
                {
                    Change(node, Steps[depth - 1]);
                    return;
                }

                node = inner;
            }
        }

        private static JsonNode? Child(JsonNode node, int number) => node switch
        {
            JsonObject { Count: > 0 } it => it.GetAt(number % it.Count).Value,
            JsonArray { Count: > 0 } list => list[number % list.Count],
            _ => null,
        };

        private void Change(JsonNode node, int number)
        {
            if (node is JsonArray { Count: > 0 } list)
                list[number % list.Count] = JsonNode.Parse(Odd);
            else if (node is JsonObject { Count: > 0 } it && it.GetAt(number % it.Count).Key is var key && Removes)
                it.Remove(key);
            else if (node is JsonObject { Count: > 0 } other)
                other[other.GetAt(number % other.Count).Key] = JsonNode.Parse(Odd);
        }
    }
}
