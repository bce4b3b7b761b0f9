using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Tests.Teams;

[Trait("row", "SEC25")]
public sealed class ActivityFuzzTests
{
    private static readonly string[] Oddities =
    [
        "null", "true", "-1", "1e999", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"id\":null}", "{\"a\":{\"b\":[1]}}", "\"HALF\"", "\"\\u0000\"",
        "\"mention\"", "\"<at>x</at>\"", "\"Europe/Berlin\"", "{\"verb\":\"save\"}", "{\"action\":{\"verb\":\"save\",\"data\":{\"a\":1}}}",
    ];

    private readonly List<string> samples =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Teams", "activities"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Fact]
    public void Twenty_thousand_activities_with_flipped_bytes_throw_nothing()
    {
        var random = new Random(42);
        var read = 0;
        for (var n = 0; n < 20_000; n++)
        {
            var bytes = Encoding.UTF8.GetBytes(samples[n % samples.Count]);
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            read += Use(bytes) ? 1 : 0;
        }

        Assert.InRange(read, 1, 19_999);
    }

    [Fact]
    public void Thirty_thousand_activities_with_odd_values_throw_nothing()
    {
        var random = new Random(43);
        var read = 0;
        for (var n = 0; n < 30_000; n++)
        {
            var activity = JsonNode.Parse(samples[n % samples.Count])?.AsObject() ?? [];
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                Replace(activity, random);
            }

            read += Use(Encoding.UTF8.GetBytes(activity.ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal))) ? 1 : 0;
        }

        Assert.InRange(read, 1, 29_999);
    }

    /// <summary>Puts something odd in the place of any value, at any depth.</summary>
    private static void Replace(JsonNode node, Random random)
    {
        var children = node switch
        {
            JsonObject it => it.Select(field => (field.Key, Index: -1, field.Value)).ToList(),
            JsonArray list => list.Select((item, index) => (Key: string.Empty, Index: index, Value: item)).ToList(),
            _ => [],
        };
        if (children.Count == 0)
        {
            return;
        }

        var (key, at, value) = children[random.Next(children.Count)];
        var odd = Oddities[random.Next(Oddities.Length)];
        if (value is JsonObject or JsonArray && random.Next(2) == 0)
        {
            Replace(value, random);
        }
        else if (at < 0)
        {
            node[key] = JsonNode.Parse(odd);
        }
        else
        {
            node[at] = JsonNode.Parse(odd);
        }
    }

    /// <summary>Whether it was an activity; then everything is asked that the bot asks.</summary>
    private static bool Use(byte[] bytes)
    {
        if (ActivityReader.Parse(bytes) is not ActivityRead.Read { Activity: var activity })
        {
            return false;
        }

        _ = activity.ActorId();
        _ = activity.TenantId();
        _ = activity.Zone();
        _ = activity.SpokenLocale();
        _ = activity.Reference()?.InChannel();
        _ = activity.MentionedPeople();
        _ = activity.MentionsBot();
        Assert.True(activity.SpokenText().Length <= ActivityReader.MaxBytes);
        if (CardSubmission.From(activity) is { } press)
        {
            _ = press.Values.Select(field => press.Text(field.Key)).ToList();
        }

        return true;
    }
}
