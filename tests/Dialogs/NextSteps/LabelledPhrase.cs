using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>One line of tests/data/next-step.</summary>
internal sealed record LabelledPhrase(
    string Id, string Source, string Text, ReadingContext Context, string Kind, Instant? Start, Instant? End, bool EndOptional, string? Date)
{
    public static IReadOnlyList<LabelledPhrase> All { get; } = In("dev.jsonl");

    /// <summary>Written against the rule after the grammar stood; see the data's README for the first scores.</summary>
    public static IReadOnlyList<LabelledPhrase> Later { get; } = In("own2.jsonl");

    public bool Books => Kind is "firm" or "range";

    /// <summary>The kind, and for firm the start, for range start and end, to the minute; a start with a length may be firm or range.</summary>
    public bool IsRight(Reading reading)
    {
        bool start = At(reading.Start) == Start, end = At(reading.End) == End;
        return (Kind, reading.Kind) switch
        {
            ("firm", ReadingKind.Firm) => start,
            ("firm", ReadingKind.Range) => EndOptional && start && end,
            ("range", ReadingKind.Range) => start && end,
            ("firm" or "range", _) => false,
            _ => string.Equals(Kind, reading.Kind.ToString(), StringComparison.OrdinalIgnoreCase),
        };
    }

    public bool IsRightlyBooked(Reading reading) => Books && At(reading.Start) == Start;

    private static Instant? At(ZonedDateTime? time) =>
        time is { } at ? Instant.FromUnixTimeSeconds(at.ToInstant().ToUnixTimeSeconds() / 60 * 60) : null;

    private static LabelledPhrase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var expected = row.GetProperty("expected");
        var zone = DateTimeZoneProviders.Tzdb[Field(row, "zone")!];
        var context = new ReadingContext(Moment(Field(row, "reference"))!.Value, zone, Field(row, "locale")!);
        return new(
            Field(row, "id")!, Field(row, "source")!.Split(':')[0], Field(row, "text")!, context, Field(expected, "kind")!,
            Moment(Field(expected, "start")), Moment(Field(expected, "end")), expected.TryGetProperty("end_optional", out _), Field(expected, "date"));
    }

    private static string? Field(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Instant? Moment(string? iso) =>
        iso is null ? null : DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture).ToInstant();

    private static IReadOnlyList<LabelledPhrase> In(string file) => [.. File.ReadLines(FilePath(file)).Where(l => l.Length > 0).Select(Parse)];

    private static string FilePath(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "data", "next-step", file);
}
