using System.Text.Json;

namespace FollowUpBot.Bot.Meetings;

/// <summary>
/// Reads one JSON object field by field. A wrong field is noted under its path and reads as null, so one pass finds every mistake.
/// A field that is null or blank counts as not given. Fields that nobody asks for are left alone.
/// </summary>
public sealed class PayloadFields(JsonElement json, string path, FieldErrors errors)
{
    public static PayloadFields Of(JsonDocument document, FieldErrors errors) => new(document.RootElement, "", errors);

    public void Wrong(string name, string message) => errors.Add(PathOf(name), message);

    public bool Has(string name) => Given(name) is not null;

    /// <summary>Text of up to <paramref name="limit"/> UTF-16 units without control characters, trimmed.</summary>
    /// <param name="lines">Whether it may run over several lines.</param>
    public string? Text(string name, int limit, bool required = false, bool lines = false)
    {
        if (Find(name, required, "text", JsonValueKind.String) is not { } value)
            return null;
        var text = (value.GetString() ?? "").Trim();
        if (text.Length > limit)
            Wrong(name, $"must not be longer than {limit} characters; it has {text.Length}.");
        else if (text.Any(c => IsControl(c) && !(lines && c is '\n' or '\r' or '\t')))
            Wrong(name, $"must not contain {(lines ? "control characters" : "line breaks or other control characters")}.");
        else
            return text;
        return null;
    }

    /// <summary>A whole number from 0.</summary>
    public long? Count(string name, bool required)
    {
        if (Find(name, required, "a whole number", JsonValueKind.Number) is not { } value)
            return null;
        if (value.TryGetInt64(out var number) && number >= 0)
            return number;
        Wrong(name, $"must be a whole number from 0 to {long.MaxValue}.");
        return null;
    }

    /// <summary>A number from 0 to <paramref name="limit"/> with at most four decimals.</summary>
    public decimal? Number(string name, decimal limit)
    {
        if (Find(name, false, "a number", JsonValueKind.Number) is not { } value)
            return null;
        if (value.TryGetDecimal(out var number) && number >= 0 && number <= limit && decimal.Round(number, 4) == number)
            return number;
        Wrong(name, $"must be a number from 0 to {limit} with at most 4 decimals.");
        return null;
    }

    /// <summary>True or false; false when not given.</summary>
    public bool Flag(string name)
    {
        if (Given(name) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Wrong(name, $"must be true or false, not {Called(value)}.");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of a few words, written exactly so.</summary>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct
    {
        if (Find(name, required, "text", JsonValueKind.String) is not { } value)
            return null;
        if (words.TryGetValue(value.GetString() ?? "", out var meaning))
            return meaning;
        Wrong(name, $"must be one of: {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>The object in a field that must be there.</summary>
    public PayloadFields? Part(string name) =>
        Find(name, true, "an object", JsonValueKind.Object) is { } value ? new PayloadFields(value, PathOf(name), errors) : null;

    /// <summary>The objects of a list; an entry that is none is noted and left out.</summary>
    public IEnumerable<PayloadFields> Parts(string name, int limit)
    {
        if (Find(name, false, "a list", JsonValueKind.Array) is not { } list)
            yield break;
        if (list.GetArrayLength() > limit)
        {
            Wrong(name, $"must not hold more than {limit}; it holds {list.GetArrayLength()}.");
            yield break;
        }

        foreach (var (index, entry) in list.EnumerateArray().Index())
        {
            var place = $"{PathOf(name)}[{index}]";
            if (entry.ValueKind == JsonValueKind.Object)
                yield return new PayloadFields(entry, place, errors);
            else
                errors.Add(place, $"must be an object, not {Called(entry)}.");
        }
    }

    private JsonElement? Find(string name, bool required, string expected, JsonValueKind kind)
    {
        var value = Given(name);
        if (value is null && required)
            Wrong(name, "is missing.");
        if (value is not { } given || given.ValueKind == kind)
            return value;
        Wrong(name, $"must be {expected}, not {Called(given)}.");
        return null;
    }

    private JsonElement? Given(string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
        && !(value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
            ? value
            : null;

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static string Called(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
