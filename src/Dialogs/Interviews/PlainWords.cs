using FollowUpBot.Dialogs.NextSteps;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Small readings of what a rep types.</summary>
public static class PlainWords
{
    private static readonly HashSet<string> Unknown = new(StringComparer.OrdinalIgnoreCase)
    {
        "don't know", "dont know", "do not know", "i don't know", "i dont know", "not known", "unknown", "no idea", "not sure", "unclear",
        "none", "none yet", "no next step", "nothing", "nothing yet", "nothing agreed", "no", "n/a", "na", "-", "?",
    };

    private static readonly char[] Edges = [' ', ',', '.', ';', ':', '-', '–', '—', '\t', '\n', '\r'];

    private static readonly string[] DanglingWords = ["on", "at", "for", "by", "is", "sometime", "some time", "maybe", "probably"];

    /// <summary>True when the answer honestly says that there is none.</summary>
    public static bool IsUnknown(string text) => Unknown.Contains(text.Trim().TrimEnd('.', '!', ' ').Replace('’', '\''));

    /// <summary>The text without the part that named the time; null when nothing is left to say what happens.</summary>
    public static string? Without(string text, TextSpan span)
    {
        if (span.Length == 0)
            return null;
        var before = TrimTail(text[..span.Start]);
        var after = text[(span.Start + span.Length)..].Trim(Edges);
        var rest = string.Join(' ', new[] { before, after }.Where(part => part.Length > 0));
        return rest.Any(char.IsLetter) ? rest : null;
    }

    /// <summary>The text without marks and blanks at its ends.</summary>
    public static string Trimmed(string text) => text.Trim(Edges);

    private static string TrimTail(string text)
    {
        var trimmed = text.Trim(Edges);
        foreach (var word in DanglingWords)
        {
            if (trimmed.Equals(word, StringComparison.OrdinalIgnoreCase))
                return "";
            if (trimmed.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase))
                return trimmed[..^(word.Length + 1)].TrimEnd(Edges);
        }

        return trimmed;
    }
}
