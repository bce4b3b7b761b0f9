using System.Collections.Frozen;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>A phrase found: words <paramref name="From"/> up to <paramref name="To"/> of the text.</summary>
internal readonly record struct PhraseHit(string Label, int From, int To);

/// <summary>
/// Wordings by label, as they stand in a .phrases file. Finding them all takes time in step with the length of the text: each word is
/// looked up once, and a wording looks at a bounded number of words.
/// </summary>
internal sealed class Phrasebook
{
    private readonly FrozenDictionary<string, Wording[]> _byWord;
    private readonly FrozenDictionary<string, Wording[]>.AlternateLookup<ReadOnlySpan<char>> _byStem;

    /// <summary>The lengths that a stem can have, the shortest first.</summary>
    private readonly int[] _stemLengths;
    private readonly Wording[] _anywhere;
    private readonly Wording[] _atNumbers;
    private readonly Wording[] _atCapitals;
    private readonly IReadOnlyDictionary<string, WordSet> _classes;

    public Phrasebook(IReadOnlyList<Wording> wordings, IReadOnlyDictionary<string, WordSet> classes)
    {
        var begun = wordings.SelectMany(w => w.Beginnings.Select(b => (Word: b, Wording: w))).ToLookup(p => p.Word, p => p.Wording);
        _byWord = begun.Where(g => !g.Key.EndsWith('*')).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
        var byStem = begun.Where(g => g.Key.Length > 1 && g.Key.EndsWith('*')).ToFrozenDictionary(g => g.Key[..^1], g => g.Distinct().ToArray());
        _byStem = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        _stemLengths = [.. byStem.Keys.Select(stem => stem.Length).Distinct().Order()];
        _anywhere = [.. begun["*"]];
        _atNumbers = [.. begun["#"].Except(_anywhere)];
        _atCapitals = [.. begun["^A"].Except(_anywhere)];
        _classes = classes;
        Words = wordings.SelectMany(w => w.Places).SelectMany(p => p.Words?.Words ?? []).ToFrozenSet();
    }

    /// <summary>Every word of every wording.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>The words of a class, by its name without the at sign.</summary>
    public WordSet Class(string name) => _classes[name];

    /// <summary>Every wording at every word where it begins, in the order of the text.</summary>
    public List<PhraseHit> Find(Utterance text)
    {
        var hits = new List<PhraseHit>();
        for (int i = 0; i < text.Count; i++)
        {
            Try(_anywhere, text, i, hits);
            if (text[i].IsNumber) Try(_atNumbers, text, i, hits);
            if (text[i].Capital) Try(_atCapitals, text, i, hits);
            string word = text[i].Text;
            if (_byWord.TryGetValue(word, out var begun)) Try(begun, text, i, hits);
            foreach (int length in _stemLengths)
            {
                if (length > word.Length) break;
                if (_byStem.TryGetValue(word.AsSpan(0, length), out var stemmed)) Try(stemmed, text, i, hits);
            }
        }

        return hits;
    }

    private static void Try(Wording[] wordings, Utterance text, int i, List<PhraseHit> hits)
    {
        foreach (var wording in wordings)
        {
            int end = wording.End(text, i);
            if (end >= 0) hits.Add(new PhraseHit(wording.Label, i, end));
        }
    }
}
