using System.Collections.Frozen;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>Cuts a text into words in one pass.</summary>
internal sealed class WordCutter(string text)
{
    /// <summary>What stands before a full stop that ends no sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["acc", "approx", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "dept", "mgr", "no", "nr", "incl", "esp", "ca", "a.m", "p.m"]);

    /// <summary>Short forms of chat, as they are said in full.</summary>
    private static readonly FrozenDictionary<string, string> Plain = new Dictionary<string, string>
    {
        ["w"] = "with",
        ["w/o"] = "without",
        ["&"] = "and",
        ["+"] = "and",
        ["bc"] = "because",
        ["cos"] = "because",
        ["cuz"] = "because",
        ["coz"] = "because",
        ["ppl"] = "people",
        ["u"] = "you",
        ["ur"] = "your",
        ["n"] = "and",
        ["til"] = "until",
        ["till"] = "until",
        ["nxt"] = "next",
        ["theyre"] = "they",
        ["theyve"] = "they",
        ["whats"] = "what",
        ["thats"] = "that",
        ["hes"] = "he",
        ["shes"] = "she",
        ["im"] = "i",
        ["ive"] = "i",
        ["weve"] = "we",
        ["youve"] = "you",
        ["youre"] = "you",
        ["cannot"] = "cant",
        ["pls"] = "please",
        ["plz"] = "please",
        ["tmrw"] = "tomorrow",
        ["mtg"] = "meeting",
        ["mtng"] = "meeting",
        ["refs"] = "references",
        ["teh"] = "the",
        ["cncld"] = "cancelled",
        ["canc"] = "cancelled",
        ["canx"] = "cancelled",
        ["cxl"] = "cancelled",
        ["cxld"] = "cancelled",
        ["resched"] = "rescheduled",
        ["rschd"] = "rescheduled",
        ["rschld"] = "rescheduled",
        ["ppd"] = "postponed",
        ["postpnd"] = "postponed",
        ["appvd"] = "approved",
        ["apprvd"] = "approved",
        ["cust"] = "customer",
        ["clnt"] = "client",
        ["govt"] = "government",
        ["fu"] = "followup",
        ["follow-up"] = "followup",
        ["follow-ups"] = "followups",
    }.ToFrozenDictionary();

    private readonly List<Word> _words = [];
    private Break _break = Break.Sentence;
    private int _at;

    public List<Word> Cut()
    {
        while (_at < text.Length)
        {
            if (IsWordStart(_at)) Take();
            else Mark();
        }

        return _words;
    }

    private bool IsWordStart(int i) =>
        char.IsLetterOrDigit(text[i]) || text[i] is '&' || (text[i] is '$' or '£' or '€' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        || (text[i] == '+' && i > 0 && text[i - 1] == ' ');

    private void Take()
    {
        int start = _at++;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || IsInner(_at))) _at++;
        int end = _at;
        string tail = Tail();
        string word = text[start..end].ToLowerInvariant();
        if (word.AsSpan().ContainsAny('\'', '’')) word = word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (word is "w" && _at + 1 < text.Length && text[_at] == '/' && text[_at + 1] == 'o' && (_at + 2 == text.Length || !char.IsLetter(text[_at + 2])))
        {
            (word, _at) = ("w/o", _at + 2);
        }

        if (Plain.TryGetValue(word, out string? plain)) word = plain;
        _words.Add(new Word(word, start, _at, _break, tail, char.IsUpper(text[start])));
        _break = Break.None;
        if (plain == "with" && _at < text.Length && text[_at] == '/') _at++;
    }

    /// <summary>"don't", "9:30", "1,200", "go-live", "no-one": the mark belongs to the word.</summary>
    private bool IsInner(int i)
    {
        if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1])) return text[i] == '%' && char.IsAsciiDigit(text[i - 1]);
        bool digits = char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
        return text[i] switch
        {
            '\'' or '’' => char.ToLowerInvariant(text[i + 1]) == 't' && char.ToLowerInvariant(text[i - 1]) == 'n' || (text[i - 1] is 'o' or 'O' && i == _at && char.IsUpper(text[i + 1])),
            '-' => true,
            '.' => digits || (char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]) && (i < 2 || !char.IsLetter(text[i - 2]))),
            '/' => digits || (text[i - 1] is 'n' or 'N' && text[i + 1] is 'a' or 'A'),
            ':' or ',' => digits,
            _ => false,
        };
    }

    private string Tail()
    {
        if (_at >= text.Length || text[_at] is not ('\'' or '’')) return "";
        int end = _at + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        string tail = text[(_at + 1)..end].ToLowerInvariant();
        if (tail is not ("s" or "re" or "ve" or "ll" or "d" or "m")) return "";
        _at = end;
        return tail;
    }

    private void Mark()
    {
        var kind = text[_at] switch
        {
            '.' => EndsSentence(_at) ? Break.Sentence : Break.None,
            '!' or '?' or ';' or '\n' or '…' => Break.Sentence,
            ',' or ':' or '(' or ')' or '[' or ']' or '–' or '—' or '"' or '“' or '”' => Break.Clause,
            '/' => _at > 0 && text[_at - 1] == ' ' ? Break.Sentence : Break.None,
            '-' => _at > 0 && text[_at - 1] == ' ' ? Break.Clause : Break.None,
            _ => Break.None,
        };
        if (kind > _break) _break = kind;
        _at++;
    }

    private bool EndsSentence(int i)
    {
        if (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && text[i + 1] is not ('.' or '"' or '”' or ')')) return false;
        if (IsDottedDate(i)) return false;
        return _words.Count == 0 || _words[^1].End != i || !Abbreviations.Contains(_words[^1].Text) || i + 1 >= text.Length;
    }

    /// <summary>"29.10. 10:00", "28.10. at 3": the second point of a date before its time.</summary>
    private bool IsDottedDate(int i) =>
        i + 2 < text.Length && (char.IsAsciiDigit(text[i + 2]) || text.AsSpan(i + 1).StartsWith(" at ", StringComparison.Ordinal)) && _words.Count > 0 && _words[^1].End == i
        && _words[^1].IsNumber && _words[^1].Text.Contains('.', StringComparison.Ordinal);
}
