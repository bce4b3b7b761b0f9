using System.Globalization;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>Folds what keyboards, phones and copy-and-paste make of a plain character.</summary>
internal static class Letters
{
    /// <summary>Stands for a character that is not there at all: joiners, soft hyphens, marks on top of a digit.</summary>
    public const char Nothing = '\0';

    /// <summary>One plain character: lower case, ASCII digits and marks where there is one.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\r' ? '\n' : c < ' ' && c != '\n' ? ' ' : c;
        if (c is >= '\uFF01' and <= '\uFF5E') return Fold((char)(c - 0xFEE0));
        return c switch
        {
            '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
            '\u2028' or '\u2029' or '\u0085' => '\n',
            (>= '\u2010' and <= '\u2015') or '\u2212' or '\u2043' => '-',
            '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
            '\u2026' or '\u3002' => ';',
            '\u2022' or '\u00B7' or '\u3001' or '\u2192' => ',',
            '\u2236' => ':',
            '\u2044' or '\u2215' => '/',
            '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' or '\u20E3'
                or (>= '\uFE00' and <= '\uFE0F') => Nothing,
            '\u00A3' or '\u20AC' or '\u20B9' or '\u00A5' => '$',
            _ => Other(c),
        };
    }

    private static char Other(char c)
    {
        if (char.IsLetter(c)) return char.ToLowerInvariant(c);
        int digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        return digit >= 0 ? (char)('0' + digit) : char.IsWhiteSpace(c) ? ' ' : c;
    }

    public static bool IsLetter(char folded) => folded is >= 'a' and <= 'z' || (folded >= 0x80 && char.IsLetter(folded));

    public static bool IsDigit(char folded) => folded is >= '0' and <= '9';
}
