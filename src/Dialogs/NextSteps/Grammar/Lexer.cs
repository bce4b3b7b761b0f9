using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal ref struct Lexer(ReadOnlySpan<char> text, Vocabulary words)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _runEnd;

    /// <summary>Fills <paramref name="tokens"/> and gives how many there are; what does not fit is not read.</summary>
    public int Read(Span<Token> tokens)
    {
        int count = 0;
        bool spaced = true;
        while (_at < _text.Length && count < tokens.Length)
        {
            char c = Letters.Fold(_text[_at]);
            if (c == Letters.Nothing) { _at++; continue; }
            if (IsSpace(c) || SkipEntity(c)) { _at++; spaced = true; continue; }
            if (_at >= _runEnd && SkipAddress()) { spaced = true; continue; }
            var token = new Token { Start = _at, Spaced = spaced };
            ReadToken(ref token, c);
            token.End = _at;
            spaced = false;
            if (token.Term != Term.Line || (count > 0 && tokens[count - 1].Term != Term.Line)) tokens[count++] = token;
        }

        return count;
    }

    private void ReadToken(ref Token token, char c)
    {
        if (Letters.IsLetter(c)) ReadWord(ref token);
        else if (!Letters.IsDigit(c)) ReadMark(ref token, c);
        else if (!ReadTwoMorrow(ref token)) ReadNumber(ref token);
    }

    /// <summary>Blanks, and the marks that only dress a word: quotes, stars, pictures.</summary>
    private static bool IsSpace(char c) =>
        c is ' ' or '"' or '*' or '_' or '`' or '\'' or '~' or '^' or '=' or '<' or '>' or '\\' or '\u201C' or '\u201D' or '\u201E'
            || (c >= 0x80 && !Letters.IsLetter(c));

    /// <summary>"&amp;nbsp;" of a pasted page is a blank.</summary>
    private bool SkipEntity(char c)
    {
        if (c != '&') return false;
        var rest = _text[_at..];
        int length = rest.StartsWith("&nbsp;", StringComparison.OrdinalIgnoreCase) ? 6
            : 0;
        _at += Math.Max(length - 1, 0);
        return length > 0;
    }

    /// <summary>Passes over links, mail addresses and host names ("monday.com"): no date is read out of them.</summary>
    private bool SkipAddress()
    {
        int end = _at;
        bool address = false;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
        {
            address |= IsAddressMark(end);
            end++;
        }

        _runEnd = end;
        if (address) _at = end;
        return address;
    }

    private readonly bool IsAddressMark(int i)
    {
        if (i == 0 || i + 1 >= _text.Length) return false;
        char c = _text[i];
        if (c is not (':' or '@' or '.')) return false;
        bool between = Letters.IsLetter(Letters.Fold(_text[i - 1])) && Letters.IsLetter(Letters.Fold(_text[i + 1]));
        return c switch
        {
            ':' => _text[(i + 1)..].StartsWith("//", StringComparison.Ordinal),
            '@' => between && NameEndsInDot(i + 1),
            _ => between && IsHostEnding(i + 1),
        };
    }

    private readonly bool NameEndsInDot(int i)
    {
        const int LongestName = 40;
        int end = i;
        while (end < _text.Length && end - i < LongestName && (char.IsLetterOrDigit(_text[end]) || _text[end] == '-')) end++;
        return end < _text.Length && _text[end] == '.';
    }

    private readonly bool IsHostEnding(int i)
    {
        int end = i;
        while (end < _text.Length && end - i < 8 && Letters.IsLetter(Letters.Fold(_text[end]))) end++;
        return _text[i..end] is "com" or "io" or "net" or "org" or "co" or "ai" or "app" or "dev" or "uk" or "eu" or "de" or "in" or "us"
            or "pdf" or "docx" or "xlsx" or "pptx" or "COM" or "Com";
    }

    private void ReadNumber(ref Token token)
    {
        token.Term = Term.Number;
        for (; _at < _text.Length; _at++)
        {
            char c = Letters.Fold(_text[_at]);
            if (c == Letters.Nothing) continue;
            if (!Letters.IsDigit(c)) break;
            token.Value = Math.Min((token.Value * 10) + (c - '0'), 99_999_999);
            token.Digits = (byte)Math.Min(token.Digits + 1, 99);
        }
    }

    /// <summary>"2morrow", "2day", "2nite": the table has them without their digit.</summary>
    private bool ReadTwoMorrow(ref Token token)
    {
        if (_text[_at] != '2' || _at + 1 == _text.Length || !Letters.IsLetter(Letters.Fold(_text[_at + 1]))) return false;
        int start = _at++;
        ReadWord(ref token);
        if (token.Term == Term.AfterTwo)
        {
            token.Term = token.Value < 2 ? Term.NamedDay : Term.Tonight;
            return true;
        }

        token = new Token { Start = start, Spaced = token.Spaced };
        _at = start;
        return false;
    }

    private void ReadWord(ref Token token)
    {
        Span<char> word = stackalloc char[Vocabulary.LongestWord + 1];
        int length = 0, apostrophe = -1;
        token.Capital = char.IsUpper(_text[_at]);
        for (; _at < _text.Length; _at++)
        {
            char c = Letters.Fold(_text[_at]);
            if (c == Letters.Nothing) continue;
            if (c == '\'' && _at + 1 < _text.Length && Letters.IsLetter(Letters.Fold(_text[_at + 1]))) { apostrophe = length; continue; }
            if (!Letters.IsLetter(c)) break;
            if (length < word.Length) word[length] = c;
            length++;
        }

        Name(ref token, word[..Math.Min(length, word.Length)], apostrophe);
    }

    private readonly void Name(ref Token token, ReadOnlySpan<char> word, int apostrophe)
    {
        var ending = apostrophe >= 0 && apostrophe < word.Length ? word[apostrophe..] : default;
        if (ending is "s" && word is not "lets")
        {
            token.Possessive = true;
            word = word[..apostrophe];
        }
        else if (ending is "d" or "re" or "ve" or "m" or "ll")
        {
            bool plan = ending is "ll" || (ending is "d" && word[..apostrophe] is "i" or "he" or "she" or "it" or "we" or "you" or "they" or "that" or "who");
            token.Term = plan ? Term.Plan : ending is "d" ? Term.PastVerb : Term.Link;
            return;
        }

        token.Term = words.Find(word, out token.Value, out token.Slip);
        token.Plural = token.Term == Term.Other && word.Length >= 4 && word[^1] == 's' && word[^2] != 's';
    }

    private void ReadMark(ref Token token, char c)
    {
        _at++;
        token.Term = c switch
        {
            ',' or '|' => Term.Comma,
            '.' => Term.Dot,
            ':' => Term.Colon,
            ';' or '!' or '?' => Term.Break,
            '\n' => Term.Line,
            '-' => Term.Dash,
            '/' => Term.Slash,
            '+' => Term.Plus,
            '(' or '[' or '{' => Term.Open,
            ')' or ']' or '}' => Term.Close,
            '%' => Term.Percent,
            '$' or '#' => Term.Money,
            '@' => Term.At,
            '&' => Term.And,
            _ => Term.Other,
        };
    }
}
