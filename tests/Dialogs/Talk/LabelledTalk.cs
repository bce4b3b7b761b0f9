using System.Runtime.CompilerServices;
using System.Text.Json;
using FollowUpBot.Bot.CommandLine;

namespace FollowUpBot.Tests.Dialogs.Talk;

/// <summary>The rows of one set in tests/data/talk, beside what the grade command answers to them.</summary>
internal static class LabelledTalk
{
    public static IReadOnlyList<(string Text, JsonElement Expected, JsonElement Answer)> Graded(string set)
    {
        string lines = File.ReadAllText(FilePath(set));
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, GradeCommand.Run(["--set", set[(set.IndexOf('.', StringComparison.Ordinal) + 1)..], "--jsonl"], new StringReader(lines), output, error));
        var rows = Parse(lines).Select(r => (Text: r.GetProperty("text").GetString() ?? "", Expected: r.GetProperty("expected")));
        return [.. rows.Zip(Parse(output.ToString()), (row, answer) => (row.Text, row.Expected, answer))];
    }

    public static string Field(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>F1 of a yes-or-no question.</summary>
    public static double F1(int both, int onlyAnswered, int onlyExpected) =>
        both == 0 ? 0 : 2.0 * both / ((2 * both) + onlyAnswered + onlyExpected);

    private static IEnumerable<JsonElement> Parse(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    private static string FilePath(string set, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "data", "talk", set + ".jsonl");
}
