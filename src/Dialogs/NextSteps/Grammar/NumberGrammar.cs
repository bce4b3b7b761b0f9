using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>"3", "three", "twenty-four", "24th", "twenty-fourth".</summary>
internal static class NumberGrammar
{
    public static int Cardinal(in Phrase p, int i, out int value)
    {
        value = 0;
        if (p.Is(i, Term.Number))
        {
            value = p.Value(i);
            return i + 1;
        }

        if (!p.Is(i, Term.NumberWord)) return i;
        value = p.Value(i);
        int ones = p.Skip(i + 1, Term.Dash);
        if (value < 20 || !p.Is(ones, Term.NumberWord) || p.Value(ones) is < 1 or > 9) return i + 1;
        value += p.Value(ones);
        return ones + 1;
    }

    public static int Ordinal(in Phrase p, int i, out int value)
    {
        value = 0;
        if (p.IsNumber(i, 2) && p.Is(i + 1, Term.OrdinalSuffix))
        {
            value = p.Value(i);
            return i + 2;
        }

        if (p.Is(i, Term.OrdinalWord))
        {
            value = p.Value(i);
            return i + 1;
        }

        int ones = p.Skip(i + 1, Term.Dash);
        if (!p.Is(i, Term.NumberWord) || p.Value(i) < 20 || !p.Is(ones, Term.OrdinalWord) || p.Value(ones) > 9) return i;
        value = p.Value(i) + p.Value(ones);
        return ones + 1;
    }
}
