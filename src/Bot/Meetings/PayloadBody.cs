using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace FollowUpBot.Bot.Meetings;

/// <summary>Opens a body as one JSON object: UTF-8, at most 32 levels deep, no field named twice.</summary>
public static class PayloadBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>False when there is nothing to read; what is wrong is noted under <c>$</c>.</summary>
    public static bool TryOpen(ReadOnlyMemory<byte> body, FieldErrors errors, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        if (!Utf8.IsValid(body.Span) || HasHalfCharacter(body.Span))
            errors.Add(FieldErrors.WholeBody, "must be UTF-8 text with whole characters.");
        else
            document = Parse(body, errors);
        if (document is { RootElement.ValueKind: not JsonValueKind.Object })
        {
            errors.Add(FieldErrors.WholeBody, "must be a JSON object.");
            document.Dispose();
            document = null;
        }

        return document is not null;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body, FieldErrors errors)
    {
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException broken)
        {
            var place = broken.LineNumber is { } line ? $" (line {line + 1}, byte {broken.BytePositionInLine + 1})" : "";
            errors.Add(FieldErrors.WholeBody, $"must be JSON, at most {Strict.MaxDepth} levels deep, with no field named twice{place}.");
            return null;
        }
    }

    /// <summary>Half of a surrogate pair written as <c>\uD83D</c> is valid JSON but no text: the reader would only fail on it later, in the middle of a field.</summary>
    private static bool HasHalfCharacter(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length - 1;)
        {
            var next = at + 2;
            if (EscapedUnit(json, at) is { } unit && char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || EscapedUnit(json, at + 6) is not { } second || !char.IsLowSurrogate(second))
                    return true;
                next = at + 12;
            }

            var skip = json[next..].IndexOf((byte)'\\');
            at = skip < 0 ? -1 : next + skip;
        }

        return false;
    }

    /// <summary>The UTF-16 unit written as <c>\uXXXX</c> at this place; null when there is none.</summary>
    private static char? EscapedUnit(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
