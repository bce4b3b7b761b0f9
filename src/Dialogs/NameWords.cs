namespace FollowUpBot.Dialogs;

/// <summary>Hears a name in what somebody wrote.</summary>
public static class NameWords
{
    private const int Shortest = 3;

    /// <summary>True when the first word of the name ("Contoso renewal") stands in the text as a word.</summary>
    public static bool Names(string text, string? name)
    {
        var word = (name ?? "").Trim().Split(' ', 2)[0];
        for (var at = word.Length < Shortest ? -1 : text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
