namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>A language's words, ready to be looked up.</summary>
internal sealed class Vocabulary
{
    /// <summary>Longer words are in no table.</summary>
    public const int LongestWord = 24;

    private readonly Dictionary<string, Entry> _words = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Slips _slips;

    private Vocabulary(Language language)
    {
        foreach (var entry in language.Entries)
        {
            foreach (string word in entry.Words.Split(' ')) _words.TryAdd(word, entry);
        }

        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _slips = new Slips(language.Slips.Split(' '), language.NoSlips.Split(' '));
    }

    public static Vocabulary English { get; } = new(Words.English.Language);

    /// <summary>The term of a folded word, and its number; <see cref="Term.Other"/> when the calendar does not know it.</summary>
    public Term Find(ReadOnlySpan<char> word, out int value, out bool slip)
    {
        slip = false;
        value = 0;
        if (word.Length > LongestWord) return Term.Other;
        if (!_lookup.TryGetValue(word, out var found))
        {
            if (_slips.Meant(word) is not { } meant) return PastEnding(word);
            slip = true;
            found = _words[meant];
        }

        value = found.Value;
        return found.Term;
    }

    /// <summary>An unknown word in "-ed" speaks of the past ("emailed Monday"); the ones that plan ahead are in the table.</summary>
    private static Term PastEnding(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? Term.PastVerb : Term.Other;
}
