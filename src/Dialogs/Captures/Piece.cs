using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>What a piece of a message is about.</summary>
internal enum About
{
    /// <summary>A name, a time or a few words that belong to a neighbour.</summary>
    Fragment,
    Reason,
    Urgency,
    Step,

    /// <summary>What is over, small talk, our own dates.</summary>
    Aside,
}

/// <summary>Words <paramref name="From"/> up to <paramref name="To"/> of a message, between two marks.</summary>
internal readonly record struct Piece(int From, int To, int Sentence, About About)
{
    /// <summary>Cuts a message at every mark, and at an "and" or "so" behind which somebody new acts or before which a date ends.</summary>
    public static List<Piece> Cut(Utterance text, WordSet actors, WordSet months, WordSet days)
    {
        var pieces = new List<Piece>();
        int from = 0, sentence = 0;
        for (int i = 1; i <= text.Count; i++)
        {
            if (i < text.Count && !text.StartsClause(i) && !StartsThought(text, i, actors, months, days)) continue;
            pieces.Add(new Piece(from, i, sentence, About.Fragment));
            if (i < text.Count && text.StartsSentence(i)) sentence++;
            from = i;
        }

        return pieces;
    }

    private static bool StartsThought(Utterance text, int i, WordSet actors, WordSet months, WordSet days) =>
        text[i].Text is "and" or "so" && i + 1 < text.Count && (actors.Holds(text[i + 1]) || EndsDate(text, i, months, days));

    /// <summary>"the audit is on 8 December and visitors sign in a paper book"; not "between 2 and 3", not "6 May and Friday".</summary>
    private static bool EndsDate(Utterance text, int i, WordSet months, WordSet days) =>
        (months.Holds(text[i - 1]) || (i > 1 && text[i - 1].IsNumber && months.Holds(text[i - 2])))
        && !text[i + 1].IsNumber && !months.Holds(text[i + 1]) && !days.Holds(text[i + 1]);
}
