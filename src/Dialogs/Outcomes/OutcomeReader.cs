using System.Collections.Frozen;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Outcomes;

/// <summary>Reads the answer to "How did Tuesday's call with Dana go?". Pure: the same text gives the same reading; it never throws.</summary>
public static class OutcomeReader
{
    private const string Weak = " weak", Leaning = " leaning", Aside = "aside";

    private static readonly FrozenSet<string> Turns = FrozenSet.ToFrozenSet(["but", "finally", "eventually", "anyway", "then", "end", "still", "actually", "wait"]);

    private static readonly Phrasebook Phrases = PhrasebookFile.Load("outcomes.phrases", "idioms.phrases", "leanings.phrases");

    private static readonly Spelling Spelling = new(Phrases.Words, Phrases.Class("misspelt").Words);

    public static OutcomeReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Utterance.Of(text).As(Spelling.Meant);
        var hits = Phrases.Find(words);
        var plain = hits.FindAll(h => !IsWeak(h.Label));
        var facts = FactsOf(plain);
        if (facts.Count == 0) facts = FactsOf(hits);
        if (facts.Count == 0) return new OutcomeReading(Outcome.Unknown, "", IsPlain: false);
        var last = Decide(words, facts);
        return new OutcomeReading(OutcomeOf(last.Label), words.Said(last.From, last.To), !last.Label.EndsWith(Leaning, StringComparison.Ordinal));
    }

    /// <summary>
    /// What is left when longer phrases hide shorter ones, and asides what stands in them ("nothing rebooked" is no "rebooked"; that a
    /// meeting is off it may well say).
    /// </summary>
    private static List<PhraseHit> FactsOf(List<PhraseHit> hits)
    {
        var widest = Widest(hits);
        var asides = widest.FindAll(h => h.Label == Aside);
        return widest.FindAll(h => h.Label != Aside && (OutcomeOf(h.Label) == Outcome.Cancelled || !asides.Exists(a => a.From <= h.From && h.To <= a.To)));
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

    /// <summary>Of the same words the careful reading counts: "wasn't there" says nothing of the buyer.</summary>
    private static PhraseHit Last(List<PhraseHit> hits) => hits.MaxBy(h => (h.To, h.To - h.From, OutcomeOf(h.Label) == Outcome.Unknown));

    private static bool IsWeak(string label) => label.EndsWith(Weak, StringComparison.Ordinal) || label.EndsWith(Leaning, StringComparison.Ordinal);

    private static Outcome OutcomeOf(string label) => label.Replace(Weak, "", StringComparison.Ordinal).Replace(Leaning, "", StringComparison.Ordinal) switch
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
