namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Break
{
    None,

    /// <summary>A comma, colon, dash or bracket.</summary>
    Clause,

    /// <summary>A full stop, question or exclamation mark, semicolon or line end.</summary>
    Sentence,
}

/// <summary>One word of a text, in small letters and without its contraction: "they're" is "they" with the tail "re".</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="End">The character after the last, the tail included.</param>
/// <param name="Tail">"s", "re", "ve", "ll", "d", "m", or empty.</param>
internal readonly record struct Word(string Text, int Start, int End, Break Before, string Tail, bool Capital)
{
    public bool IsNumber => Text.Length > 0 && (char.IsAsciiDigit(Text[0]) || (Text.Length > 1 && char.IsAsciiDigit(Text[1]) && !char.IsLetter(Text[0])));
}
