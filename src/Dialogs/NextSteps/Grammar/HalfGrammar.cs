using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>"am", "pm", "a.m.", "p m", and the "a" and "p" of "10a", "2p".</summary>
internal static class HalfGrammar
{
    public static int Read(in Phrase p, int i, out HalfOfDay half)
    {
        half = HalfOfDay.Unsaid;
        int at = p.Is(i, Term.Dot) && p.Glued(i) ? i + 1 : i;
        if (p.Is(i, Term.In) && p.Is(i + 1, Term.The) && p.Is(i + 2, Term.Meridiem)) at = i + 2;
        if (p.Is(at, Term.Meridiem))
        {
            half = p.Value(at) == 0 ? HalfOfDay.Am : HalfOfDay.Pm;
            return Dotted(p, at + 1);
        }

        if (!IsLetter(p, at)) return i;
        int m = p.Is(at + 1, Term.Dot) ? at + 2 : at + 1;
        bool whole = p.Is(m, Term.LetterM);
        if (!whole && !(p.Glued(at) && !(p.Glued(at + 1) && p[at + 1] is Term.Other or Term.Number))) return i;
        half = p.Is(at, Term.LetterA) ? HalfOfDay.Am : HalfOfDay.Pm;
        return whole ? Dotted(p, m + 1) : at + 1;
    }

    private static bool IsLetter(in Phrase p, int i) =>
        p[i] is Term.LetterA or Term.LetterP && p.Token(i).End - p.Token(i).Start == 1;

    /// <summary>The dot of "p.m." ends no sentence.</summary>
    private static int Dotted(in Phrase p, int i) => p.Is(i, Term.Dot) && p.Glued(i) ? i + 1 : i;
}
