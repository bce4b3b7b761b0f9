using System.Collections.Frozen;

namespace FollowUpBot.Dialogs.Phrasing;

/// <summary>Knows what a misspelt word means ("rejcted", "thurday"). Only words in no table are looked at, and only against the words given.</summary>
internal sealed class Spelling(IEnumerable<string> known, IEnumerable<string> meant)
{
    private const int ShortestWord = 5, LongWord = 8, LongestWord = 20;

    private readonly FrozenSet<string> _known = known.ToFrozenSet();

    private readonly FrozenDictionary<char, string[]> _byLetter = meant.GroupBy(word => word[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The word meant: one slip away, in a long word two; the word itself when there is none.</summary>
    public string Meant(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || _known.Contains(word) || !_byLetter.TryGetValue(word[0], out var candidates)) return word;
        int best = int.MaxValue;
        string found = word;
        foreach (string candidate in candidates)
        {
            int most = candidate.Length >= LongWord ? 2 : 1;
            if (Math.Abs(candidate.Length - word.Length) > most) continue;
            int slips = Slips(word, candidate);
            if (slips <= most && slips < best) (best, found) = (slips, candidate);
        }

        return found;
    }

    /// <summary>Letters too many, missing, wrong or swapped with their neighbour.</summary>
    private static int Slips(string word, string meant)
    {
        Span<int> before = stackalloc int[LongestWord + 4], last = stackalloc int[LongestWord + 4], row = stackalloc int[LongestWord + 4];
        for (int k = 0; k <= meant.Length; k++) last[k] = k;
        for (int i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            for (int k = 1; k <= meant.Length; k++)
            {
                int change = word[i - 1] == meant[k - 1] ? 0 : 1;
                row[k] = Math.Min(Math.Min(row[k - 1], last[k]) + 1, last[k - 1] + change);
                if (i > 1 && k > 1 && word[i - 1] == meant[k - 2] && word[i - 2] == meant[k - 1]) row[k] = Math.Min(row[k], before[k - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[meant.Length];
    }
}
