namespace FollowUpBot.Dialogs.NextSteps.Words;

/// <summary>Forgives one slip of the pen in a short word, two in a long one (rule 25): a letter too many, missing, wrong, or two swapped.</summary>
internal sealed class Slips(string[] targets, string[] real)
{
    private const int Shortest = 5;
    private const int LongTarget = 7;
    private readonly HashSet<string> _real = new(real, StringComparer.Ordinal);
    private readonly uint[] _letters = Array.ConvertAll(targets, t => LettersOf(t));

    /// <summary>The word meant, or null. Costs at most one comparison with each target.</summary>
    public string? Meant(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > 12) return null;
        uint letters = LettersOf(word);
        for (int i = 0; i < targets.Length; i++)
        {
            string target = targets[i];
            int allowed = target.Length >= LongTarget ? 2 : 1;
            if (Math.Abs(target.Length - word.Length) > allowed || !SameBeginning(word, target)) continue;
            if (uint.PopCount(letters ^ _letters[i]) > 2 * allowed || Distance(word, target) > allowed) continue;
            return _real.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? null : target;
        }

        return null;
    }

    private static bool SameBeginning(ReadOnlySpan<char> word, string target) =>
        word[0] == target[0] || (word[0] == target[1] && word[1] == target[0]);

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        uint letters = 0;
        foreach (char c in word) letters |= 1u << (c & 31);
        return letters;
    }

    /// <summary>Edits between the two, a swap of neighbours counting as one.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> rows = stackalloc int[3 * 16];
        Span<int> before = rows[..16], last = rows[16..32], row = rows[32..];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }
}
