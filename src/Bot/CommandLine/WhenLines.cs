using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUpBot.Bot.CommandLine;

/// <summary>
/// Reads lines {id, text, reference, locale, zone} and writes lines {id, kind, start?, end?, date?}; start and end are ISO 8601 with
/// the offset of the zone. A line that cannot be read gets an error line with its number, and the rest goes on.
/// </summary>
internal static class WhenLines
{
    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>Gives 0, or 1 when a line could not be read.</summary>
    public static int Run(TextReader input, TextWriter output, TextWriter error)
    {
        int number = 0, bad = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (TryRead(line, needsMoment: true, out var asked, out var context, out string why))
            {
                output.WriteLine(JsonSerializer.Serialize(Answer(asked, context), WhenJson.Default.WhenAnswer));
                continue;
            }

            bad++;
            error.WriteLine($"line {number}: {why}");
        }

        return bad == 0 ? 0 : 1;
    }

    private static WhenAnswer Answer(WhenQuestion asked, ReadingContext context)
    {
        var reading = NextStepReader.Read(asked.Text ?? "", context);
        return new WhenAnswer(
            asked.Id,
            reading.Kind.ToString().ToLowerInvariant(),
            Format(reading.Start),
            Format(reading.End),
            reading.Window?.Day is { } day ? LocalDatePattern.Iso.Format(day) : null);
    }

    private static string? Format(ZonedDateTime? time) => time is { } at ? Iso.Format(at.ToOffsetDateTime()) : null;

    /// <summary>Reads one line; a moment and a zone are left out where nothing is dated.</summary>
    internal static bool TryRead(string line, bool needsMoment, out WhenQuestion asked, out ReadingContext context, out string why)
    {
        (asked, context, why) = (new WhenQuestion(null, null, null, null, null), new ReadingContext(default, DateTimeZone.Utc, ""), "");
        try
        {
            asked = JsonSerializer.Deserialize(line, WhenJson.Default.WhenQuestion) ?? asked;
        }
        catch (JsonException e)
        {
            why = "not JSON: " + e.Message;
            return false;
        }

        why = asked.Id is null ? "no id" : asked.Text is null ? "no text" : "";
        if (!needsMoment || why.Length > 0) return why.Length == 0;
        var zone = asked.Zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(asked.Zone);
        bool moment = DateTimeOffset.TryParse(asked.Reference, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now);
        why = zone is null ? "no such zone" : moment ? "" : "no reference";
        if (zone is null || why.Length > 0) return false;
        context = new ReadingContext(now.ToInstant(), zone, asked.Locale ?? "en-US");
        return true;
    }
}

/// <summary>A line asked.</summary>
internal sealed record WhenQuestion(string? Id, string? Text, string? Reference, string? Locale, string? Zone);

/// <summary>A line answered.</summary>
internal sealed record WhenAnswer(string? Id, string Kind, string? Start, string? End, string? Date);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WhenQuestion))]
[JsonSerializable(typeof(WhenAnswer))]
internal sealed partial class WhenJson : JsonSerializerContext;
