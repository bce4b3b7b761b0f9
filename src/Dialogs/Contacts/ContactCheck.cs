using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Contacts;

/// <summary>
/// Hears in a message to a buyer, or in the text of a next step, the moves that buyers dislike. Pure: the same text gives the same
/// findings; it never throws.
/// </summary>
public static class ContactCheck
{
    private const string FalseFriend = "not ";

    private static readonly Phrasebook Phrases = PhrasebookFile.Load("contacts.phrases");

    private static readonly (string Label, ContactMove Move)[] Moves =
    [
        ("check-in", ContactMove.CheckIn),
        ("status-ask", ContactMove.StatusAsk),
        ("seller-deadline", ContactMove.SellerDeadline),
        ("pressure", ContactMove.Pressure),
        ("guilt", ContactMove.Guilt),
        ("self-talk", ContactMove.SelfTalk),
    ];

    /// <summary>The moves found, each once with the longest words that show it; empty when the text is clean.</summary>
    public static IReadOnlyList<ContactFinding> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Utterance.Of(text);
        var hits = Phrases.Find(words).ToLookup(h => h.Label);
        var found = new List<ContactFinding>();
        foreach (var (label, move) in Moves)
        {
            var covered = Covered(hits[FalseFriend + label], words.Count);
            var best = hits[label].Where(h => !covered[h.From]).OrderByDescending(h => h.To - h.From).Take(1).ToList();
            if (best is [var hit]) found.Add(new ContactFinding(move, words.Said(hit.From, hit.To)));
        }

        return found;
    }

    private static bool[] Covered(IEnumerable<PhraseHit> falseFriends, int count)
    {
        var covered = new bool[count];
        foreach (var hit in falseFriends) Array.Fill(covered, true, hit.From, hit.To - hit.From);
        return covered;
    }
}
