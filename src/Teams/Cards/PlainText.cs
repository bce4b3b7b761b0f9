using System.Buffers;
using System.Globalization;
using System.Text;

namespace FollowUpBot.Teams.Cards;

/// <summary>Text that others wrote, made safe to stand where nothing is markup (SEC18).</summary>
public static class PlainText
{
    /// <summary>The most a person reads on a card, in UTF-16 code units.</summary>
    public const int MaxLength = 2000;

    /// <summary>Of the characters of one code unit those that stay as they are, without the bracket that text functions and templates begin with.</summary>
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Where(code => code != '{' && Rune.IsValid(code) && !IsBreak(new Rune(code)) && !IsInvisible(new Rune(code))).Select(code => (char)code)]);

    /// <summary>
    /// One line without control and direction characters or invisible ones, without the start of a text function
    /// (<c>{{DATE(</c>) or a template (<c>${</c>), at most <see cref="MaxLength"/> long.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.Length < MaxLength - 2 && !text.AsSpan().ContainsAnyExcept(Harmless))
        {
            return text; // most text is, and a card has dozens of runs
        }

        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLength - 2)
            {
                return clean.Append('…').ToString();
            }

            Append(clean, rune);
        }

        return clean.ToString();
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (IsBreak(rune))
        {
            clean.Append(' ');
        }
        else if (!IsInvisible(rune))
        {
            if (rune.Value == '{' && clean.Length > 0 && clean[^1] is '{' or '$')
            {
                clean.Append(' ');
            }

            clean.Append(rune);
        }
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Format characters, save the two joiners that scripts and emoji are written with.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        && rune.Value is not (0x200C or 0x200D);
}
