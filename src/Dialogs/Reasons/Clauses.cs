using System.Collections.Frozen;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Reasons;

/// <summary>Numbers the clauses of a text: a mark or a linking word begins a new one.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Links = FrozenSet.ToFrozenSet(["because", "cause", "since", "but", "so", "while", "whereas", "though", "although", "if"]);

    /// <summary>The clause of each word.</summary>
    public static int[] Of(Utterance text)
    {
        var clause = new int[text.Count];
        for (int i = 1; i < text.Count; i++) clause[i] = clause[i - 1] + (text.StartsClause(i) || Links.Contains(text[i].Text) ? 1 : 0);
        return clause;
    }
}
