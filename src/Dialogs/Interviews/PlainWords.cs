using FollowUpBot.Dialogs.NextSteps;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>Small readings of what a rep types.</summary>
public static class PlainWords
{
    private static readonly HashSet<string> Unknown = new(StringComparer.OrdinalIgnoreCase)
    {
        "don't know", "dont know", "do not know", "i don't know", "i dont know", "not known", "unknown", "no idea", "not sure", "unclear",
        "none", "none yet", "not yet", "no next step", "no next step yet", "no next step agreed", "nothing", "nothing yet", "nothing agreed", "no", "n/a", "na", "-", "?",
        "skip this question", "skip this one", "skip this", "skip that", "skip it", "next question", "pass",
    };

    private static readonly HashSet<string> Praise = new(StringComparer.OrdinalIgnoreCase)
    {
        "went well", "it went well", "that went well", "went great", "it went great", "went fine", "it went fine", "good meeting", "great meeting", "nice meeting",
        "good call", "great call", "good talk", "all good",
    };

    private static readonly char[] Edges = [' ', ',', '.', ';', ':', '-', '–', '—', '\t', '\n', '\r'];

    private static readonly string[] DanglingWords = ["on", "at", "for", "by", "is", "sometime", "some time", "maybe", "probably", "or"];

    private static readonly string[] Refusals = ["neither of them", "neither", "none of them", "none of those", "no,", "not those"];

    /// <summary>True when the answer honestly says that there is none.</summary>
    public static bool IsUnknown(string text) => Unknown.Contains(text.Trim().TrimEnd('.', '!', ' ').Replace('’', '\''));

    /// <summary>How the meeting was, and nothing of why they want it.</summary>
    public static bool IsPraiseOfTheMeeting(string text) => Praise.Contains(Trimmed(text));

    /// <summary>The text without the part that named the time; null when nothing is left to say what happens.</summary>
    public static string? Without(string text, TextSpan span)
    {
        if (span.Length == 0)
            return null;
        var before = TrimTail(WithoutRefusal(text[..span.Start]));
        if (IsPeriod(text[span.Start..]) && before.EndsWith(" in", StringComparison.OrdinalIgnoreCase))
            before = before[..^" in".Length].TrimEnd(Edges);
        var after = text[(span.Start + span.Length)..].Trim(Edges);
        var rest = string.Join(' ', new[] { before, after }.Where(part => part.Length > 0));
        return rest.Any(char.IsLetter) ? rest : null;
    }

    /// <summary>The text without marks and blanks at its ends.</summary>
    public static string Trimmed(string text) => text.Trim(Edges);

    /// <summary>"neither, Wednesday at 9": what was on offer is refused, and is no part of the step.</summary>
    private static string WithoutRefusal(string text)
    {
        var trimmed = text.TrimStart();
        var refusal = Array.Find(Refusals, said => trimmed.StartsWith(said, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(trimmed.ElementAtOrDefault(said.Length)));
        return refusal is null ? text : trimmed[refusal.Length..];
    }

    /// <summary>"the new year", "a month": what "in" belongs to; in "check in Tuesday" it belongs to the verb.</summary>
    private static bool IsPeriod(string when) =>
        when.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || when.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || char.IsAsciiDigit(when.FirstOrDefault());

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
