using System.Collections.Frozen;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Outcomes;

/// <summary>Reads the answer to "How did Tuesday's call with Dana go?". Pure: the same text gives the same reading; it never throws.</summary>
public static class OutcomeReader
{
    private const string Weak = " weak";

    private static readonly FrozenSet<string> Turns = FrozenSet.ToFrozenSet(["but", "finally", "eventually", "anyway", "then", "end", "still", "actually", "wait"]);

    private static readonly Phrasebook Phrases = PhrasebookFile.Load("outcomes.phrases");

    public static OutcomeReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Utterance.Of(text);
        var hits = Widest(Phrases.Find(words));
        var strong = hits.Where(h => !h.Label.EndsWith(Weak, StringComparison.Ordinal)).ToList();
        if (strong.Count == 0) strong = hits;
        if (strong.Count == 0) return new OutcomeReading(Outcome.Unknown, "");
        var last = Decide(words, strong);
        return new OutcomeReading(OutcomeOf(last.Label), words.Said(last.From, last.To));
    }

    /// <summary>A phrase inside a longer one is no fact of its own: "not signed" is no "signed". A weak one hides none of its own outcome.</summary>
    private static List<PhraseHit> Widest(List<PhraseHit> hits)
    {
        var widest = new List<PhraseHit>();
        foreach (var hit in hits.OrderBy(h => h.From).ThenByDescending(h => h.To))
        {
            if (widest.Count == 0 || hit.To > widest[^1].To || (hit.From == widest[^1].From && hit.To == widest[^1].To) || widest[^1].Label == hit.Label + Weak) widest.Add(hit);
        }

        return widest;
    }

    /// <summary>
    /// The last stated fact wins; but what did not take place stays so, whatever else is told ("could we do Monday instead? said yes"),
    /// unless a word turns it ("thought they'd cancel, but they signed"). "Will see" after it is no fact.
    /// </summary>
    private static PhraseHit Decide(Utterance text, List<PhraseHit> hits)
    {
        var last = Last(hits);
        if (OutcomeOf(last.Label) is Outcome.Moved or Outcome.NoShow or Outcome.Cancelled) return last;
        var notHeld = hits.FindAll(h => h.To < last.To && OutcomeOf(h.Label) is Outcome.Moved or Outcome.NoShow or Outcome.Cancelled);
        return notHeld.Count == 0 || Enumerable.Range(0, text.Count).Any(i => Turns.Contains(text[i].Text)) ? last : Last(notHeld);
    }

    private static PhraseHit Last(List<PhraseHit> hits) => hits.MaxBy(h => (h.To, h.To - h.From));

    private static Outcome OutcomeOf(string label) => label.Replace(Weak, "", StringComparison.Ordinal) switch
    {
        "happened-yes" => Outcome.HappenedYes,
        "happened-no" => Outcome.HappenedNo,
        "happened-not-yet" => Outcome.HappenedNotYet,
        "moved" => Outcome.Moved,
        "no-show" => Outcome.NoShow,
        "cancelled" => Outcome.Cancelled,
        _ => Outcome.Unknown,
    };
}
