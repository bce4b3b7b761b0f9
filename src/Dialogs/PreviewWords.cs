using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>The words around a week that is seen beforehand.</summary>
public static class PreviewWords
{
    public static string Refused => PreviewText.Refused;

    public static string Past => PreviewText.Past;

    public static string TooFar => PreviewText.TooFar;

    public static string Week(string week, IReadOnlyList<string> lines) => lines.Count == 0
        ? PreviewText.Nothing.With(week)
        : $"{PreviewText.Week.With(week)}\n\n{string.Join("\n\n", lines.Select(line => PreviewText.Line.With(line)))}";

    /// <param name="more">Lines that are left out; below 1 when nobody counted.</param>
    public static string More(int more) => more > 0 ? PreviewText.More.With(more) : PreviewText.TooMany;
}
