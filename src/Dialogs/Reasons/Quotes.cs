using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Reasons;

/// <summary>Finds what is quoted: between quotation marks, after "quote," and what is marked as "his words".</summary>
internal static class Quotes
{
    private const int FewestWords = 2;

    /// <summary>True for each word that stands in a quotation of two words or more.</summary>
    public static bool[] In(Utterance text)
    {
        var quoted = new bool[text.Count];
        int open = -1;
        for (int i = 0, at = 0; i < text.Count; i++)
        {
            for (; at < text[i].Start; at++)
            {
                if (IsQuote(text.Source, at)) open = Toggle(quoted, open, i);
            }

            at = text[i].End;
        }

        if (open >= 0) Toggle(quoted, open, text.Count);
        for (int i = 1; i < text.Count; i++)
        {
            if (text[i - 1].Text is "quote" && text.StartsClause(i)) Array.Fill(quoted, true, i, text.Count - i);
        }

        return quoted;
    }

    private static int Toggle(bool[] quoted, int open, int i)
    {
        if (open < 0) return i;
        if (i - open >= FewestWords) Array.Fill(quoted, true, open, i - open);
        return -1;
    }

    private static bool IsQuote(string text, int i) =>
        text[i] is '"' or '“' or '”' or '„' or '«' or '»'
        || (text[i] is '\'' or '‘' or '’' && (i == 0 || text[i - 1] == ' ' || i + 1 == text.Length || text[i + 1] is ' ' or ',' or '.'));
}
