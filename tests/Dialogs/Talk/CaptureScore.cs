using System.Globalization;
using System.Text.Json;

namespace FollowUpBot.Tests.Dialogs.Talk;

/// <summary>When a slot of a captured message counts as right: both absent, or equal in the fields that a booking rests on.</summary>
internal static class CaptureScore
{
    private const double EnoughOverlap = 0.6;

    public static bool IsStepRight(JsonElement expected, JsonElement answer)
    {
        if (Absent(expected, answer, "nextStep") is { } absent) return absent;
        JsonElement step = expected.GetProperty("nextStep"), read = answer.GetProperty("nextStep");
        JsonElement when = step.GetProperty("when"), readWhen = read.GetProperty("when");
        return LabelledTalk.Field(step, "kind") == LabelledTalk.Field(read, "kind") && LabelledTalk.Field(when, "kind") == LabelledTalk.Field(readWhen, "kind")
            && Moment(when, "start") == Moment(readWhen, "start") && Moment(when, "end") == Moment(readWhen, "end");
    }

    public static bool IsUrgencyRight(JsonElement expected, JsonElement answer)
    {
        if (Absent(expected, answer, "urgency") is { } absent) return absent;
        JsonElement urgency = expected.GetProperty("urgency"), read = answer.GetProperty("urgency");
        return LabelledTalk.Field(urgency, "level") == LabelledTalk.Field(read, "level") && LabelledTalk.Field(urgency, "by") == LabelledTalk.Field(read, "by");
    }

    /// <summary>The words of both spans overlap by an F1 of 0.6.</summary>
    public static bool IsReasonRight(JsonElement expected, JsonElement answer)
    {
        if (Absent(expected, answer, "reason") is { } absent) return absent;
        var said = Words(LabelledTalk.Field(expected.GetProperty("reason"), "text"));
        var read = Words(LabelledTalk.Field(answer.GetProperty("reason"), "text"));
        int all = said.Count + read.Count;
        int common = said.Count(read.Remove);
        return 2.0 * common / all >= EnoughOverlap;
    }

    public static bool IsBookedWrongly(JsonElement expected, JsonElement answer) =>
        Start(answer) is { } start && Start(expected) != start;

    public static DateTimeOffset? Start(JsonElement row) =>
        row.TryGetProperty("nextStep", out var step) ? Moment(step.GetProperty("when"), "start") : null;

    private static bool? Absent(JsonElement expected, JsonElement answer, string slot)
    {
        bool said = expected.TryGetProperty(slot, out _), read = answer.TryGetProperty(slot, out _);
        return said && read ? null : said == read;
    }

    private static DateTimeOffset? Moment(JsonElement when, string name) =>
        DateTimeOffset.TryParse(LabelledTalk.Field(when, name), CultureInfo.InvariantCulture, out var moment) ? moment.ToUniversalTime() : null;

    private static List<string> Words(string text) =>
        [.. new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '\'' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
