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
    private readonly FrozenDictionary<string, Wording[]> _byStem;
    private readonly Wording[] _anywhere;
    private readonly IReadOnlyDictionary<string, WordSet> _classes;

    public Phrasebook(IReadOnlyList<Wording> wordings, IReadOnlyDictionary<string, WordSet> classes)
    {
        var begun = wordings.SelectMany(w => w.Beginnings.Select(b => (Word: b, Wording: w))).ToLookup(p => p.Word, p => p.Wording);
        _byWord = begun.Where(g => !g.Key.EndsWith('*')).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
        _byStem = begun.Where(g => g.Key.Length > 1 && g.Key.EndsWith('*')).ToFrozenDictionary(g => g.Key[..^1], g => g.Distinct().ToArray());
        _anywhere = [.. begun["*"]];
        _classes = classes;
    }

    /// <summary>The words of a class, by its name without the at sign.</summary>
    public WordSet Class(string name) => _classes[name];

    /// <summary>Every wording at every word where it begins, in the order of the text.</summary>
    public List<PhraseHit> Find(Utterance text)
    {
        var hits = new List<PhraseHit>();
        var stems = _byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < text.Count; i++)
        {
            Try(_anywhere, text, i, hits);
            string word = text[i].Text;
            if (_byWord.TryGetValue(word, out var begun)) Try(begun, text, i, hits);
            for (int length = 2; length <= Math.Min(word.Length, 14); length++)
            {
                if (stems.TryGetValue(word.AsSpan(0, length), out var stemmed)) Try(stemmed, text, i, hits);
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
