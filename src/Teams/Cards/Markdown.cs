using System.Buffers;
using System.Text;

namespace FollowUpBot.Teams.Cards;

/// <summary>For the few places where text that others wrote must stand in a TextBlock, a FactSet or a message.</summary>
public static class Markdown
{
    private const string Marks = @"\`*_~[]";

    private static readonly SearchValues<char> EntityCharacters =
        SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>
    /// <see cref="PlainText.Clean"/> with Markdown's marks escaped where they would mark something. The bracket that would open
    /// a tag or a mention becomes ‹, which no client takes for one; an escape there would depend on who reads it.
    /// </summary>
    public static string Escape(string text)
    {
        var clean = PlainText.Clean(text).Trim();
        var escaped = new StringBuilder(clean.Length + 16);
        for (var at = 0; at < clean.Length; at++)
        {
            var c = clean[at];
            var rest = clean.AsSpan(at + 1);
            if (Marks.Contains(c, StringComparison.Ordinal) || StartsBlock(clean, at) || (c == '&' && IsEntity(rest)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c == '<' && OpensTag(rest) ? '‹' : c);
        }

        return escaped.ToString();
    }

    private static bool OpensTag(ReadOnlySpan<char> rest) => rest is [var next, ..] && (char.IsAsciiLetter(next) || next is '/' or '!' or '?');

    /// <summary>A heading, quotation, list or rule begins only at the start of a line, and the text is one line.</summary>
    private static bool StartsBlock(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '>' => at == 0,
            '-' or '+' or '#' => at == 0 && (next == ' ' || next == text[0]),
            '.' or ')' => next == ' ' && at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
    }

    /// <summary><c>&amp;#x202E;</c> would bring back what <see cref="PlainText"/> took out.</summary>
    private static bool IsEntity(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        return end > 0 && rest[..end].IndexOfAnyExcept(EntityCharacters) < 0;
    }
}
