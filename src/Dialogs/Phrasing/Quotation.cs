using System.Buffers;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>What stands between quotation marks is the buyer's word: no step is read from it.</summary>
internal static class Quotation
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»");

    /// <summary>A text that is one quote as a whole, without its marks.</summary>
    public static string Unwrapped(string text)
    {
        var trimmed = text.AsSpan().Trim();
        bool isQuote = trimmed.Length > 2 && Marks.Contains(trimmed[0]) && Marks.Contains(trimmed[^1]) && !trimmed[1..^1].ContainsAny(Marks);
        return isQuote ? trimmed[1..^1].ToString() : text;
    }

    /// <summary>The text with blanks for all that is quoted, of the same length; as it was when nothing is said around the quote.</summary>
    public static string Blanked(string text)
    {
        int open = text.AsSpan().IndexOfAny(Marks);
        if (open < 0) return text;
        var blanked = text.ToCharArray();
        while (open >= 0 && text.AsSpan(open + 1).IndexOfAny(Marks) is >= 0 and var length)
        {
            Array.Fill(blanked, ' ', open, length + 2);
            int next = open + length + 2;
            int more = text.AsSpan(next).IndexOfAny(Marks);
            open = more < 0 ? -1 : next + more;
        }

        return Array.Exists(blanked, char.IsLetterOrDigit) ? new string(blanked) : text;
    }
}
