using System.Collections.Frozen;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>What one place of a wording may hold.</summary>
internal enum Place
{
    Words,

    /// <summary>Any words, up to a number of them, within the sentence.</summary>
    Gap,

    /// <summary>Nothing of these may follow; takes no word itself.</summary>
    NotNext,

    /// <summary>None of these stands just before; takes no word itself.</summary>
    NotBefore,

    /// <summary>The word just before was contracted with one of these ("they'll"); takes no word itself.</summary>
    Tail,
    ClauseStart,
    ClauseEnd,
    TextStart,
    TextEnd,

    /// <summary>The sentence ends in a question mark.</summary>
    Asked,
    Number,

    /// <summary>A word written with a capital.</summary>
    Capital,

    /// <summary>A word written with a capital that is no small word at the start of a sentence.</summary>
    Name,
}

/// <summary>Words that mean the same in one place: single ones, beginnings ("decid*"), rows of words, "#", "^A" and "^N".</summary>
internal sealed class WordSet(IReadOnlyCollection<string> alternatives)
{
    private readonly FrozenSet<string> _singles = alternatives.Where(a => !a.Contains(' ', StringComparison.Ordinal) && !a.EndsWith('*')).ToFrozenSet();

    private readonly bool _numbers = alternatives.Contains("#");

    private readonly bool _capitals = alternatives.Contains("^A");

    private readonly bool _names = alternatives.Contains("^N");

    private readonly string[] _stems = [.. alternatives.Where(a => !a.Contains(' ', StringComparison.Ordinal) && a.EndsWith('*')).Select(a => a[..^1])];

    /// <summary>Rows by their first word, the longest first.</summary>
    private readonly FrozenDictionary<string, string[][]> _rows = RowsOf(alternatives).Where(r => !r[0].EndsWith('*'))
        .GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>What may follow any word: "* director".</summary>
    private readonly FrozenSet<string> _afterAny = RowsOf(alternatives).Where(r => r is ["*", _]).Select(r => r[1]).ToFrozenSet();

    /// <summary>Rows that begin with a stem.</summary>
    private readonly string[][] _stemRows = [.. RowsOf(alternatives).Where(r => r[0].EndsWith('*') && r is not ["*", _])];

    /// <summary>Every word that stands in it, stems left out.</summary>
    public IEnumerable<string> Words => _singles.Concat(_rows.Values.SelectMany(rows => rows).SelectMany(row => row)).Where(w => !w.EndsWith('*'));

    /// <summary>First words, stems with their star, "#" for numbers, "^A" for words with a capital, "*" when any word will do.</summary>
    public IEnumerable<string> Beginnings =>
    [
        .. _singles, .. _stems.Select(s => s + "*"), .. _rows.Keys, .. _stemRows.Select(r => r[0]),
        .. _afterAny.Count > 0 ? (string[])["*"] : [], .. _numbers ? (string[])["#"] : [], .. _capitals || _names ? (string[])["^A"] : [],
    ];

    /// <summary>How many words from <paramref name="i"/> on are one of these, 0 for none.</summary>
    public int Length(Utterance text, int i)
    {
        if (i >= text.Count) return 0;
        int length = _rows.TryGetValue(text[i].Text, out var rows) ? LengthOf(rows, text, i) : 0;
        if (length == 0 && _stemRows.Length > 0) length = LengthOf(_stemRows, text, i);
        if (length == 0 && _afterAny.Count > 0 && i + 1 < text.Count && text[i + 1].Before != Break.Sentence && _afterAny.Contains(text[i + 1].Text)) return 2;
        return length > 0 ? length : Holds(text[i]) ? 1 : 0;
    }

    public bool Has(string word) => _singles.Contains(word);

    public bool Holds(in Word said)
    {
        string word = said.Text;
        if (_singles.Contains(word) || (_numbers && said.IsNumber) || (_capitals && said.Capital) || (_names && Names.IsName(said))) return true;
        foreach (string stem in _stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static IEnumerable<string[]> RowsOf(IEnumerable<string> alternatives) =>
        alternatives.Where(a => a.Contains(' ', StringComparison.Ordinal)).Select(a => a.Split(' ')).OrderByDescending(r => r.Length);

    private static int LengthOf(string[][] rows, Utterance text, int i)
    {
        foreach (string[] row in rows)
        {
            if (IsRow(text, i, row)) return row.Length;
        }

        return 0;
    }

    private static bool IsRow(Utterance text, int i, string[] row)
    {
        if (i + row.Length > text.Count) return false;
        for (int k = 0; k < row.Length; k++)
        {
            if (k > 0 && text[i + k].Before == Break.Sentence) return false;
            string word = text[i + k].Text;
            if (row[k].EndsWith('*') ? !word.StartsWith(row[k].AsSpan(0, row[k].Length - 1), StringComparison.Ordinal) : word != row[k]) return false;
        }

        return true;
    }
}

/// <summary>One place of a wording.</summary>
/// <param name="Most">How many words a gap may span.</param>
internal sealed record Element(Place Place, WordSet? Words, int Most);
