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
    /// <summary>Cuts a message at every mark, and at an "and" or "so" behind which somebody new acts.</summary>
    public static List<Piece> Cut(Utterance text, WordSet actors)
    {
        var pieces = new List<Piece>();
        int from = 0, sentence = 0;
        for (int i = 1; i <= text.Count; i++)
        {
            if (i < text.Count && !text.StartsClause(i) && !(text[i].Text is "and" or "so" && i + 1 < text.Count && actors.Holds(text[i + 1]))) continue;
            pieces.Add(new Piece(from, i, sentence, About.Fragment));
            if (i < text.Count && text.StartsSentence(i)) sentence++;
            from = i;
        }

        return pieces;
    }
}
