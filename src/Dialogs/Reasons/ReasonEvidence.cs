using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Reasons;

/// <summary>What speaks for which grade in one text.</summary>
internal sealed class ReasonEvidence
{
    private const string Seller = "seller", FirstPerson = "seller strong";

    private static readonly (string Label, ReasonDriver Driver)[] Drivers =
    [
        ("fear", ReasonDriver.Fear),
        ("driver-deadline", ReasonDriver.Deadline),
        ("driver-event", ReasonDriver.Event),
        ("driver-goal", ReasonDriver.Goal),
        ("driver-money", ReasonDriver.Money),
    ];

    private readonly Utterance _text;
    private readonly ILookup<string, PhraseHit> _hits;
    private readonly int[] _clause;
    private readonly bool[] _quoted;
    private readonly bool[] _sellers;
    private readonly List<int> _concrete;

    public ReasonEvidence(Utterance text, Phrasebook phrases)
    {
        _text = text;
        _hits = phrases.Find(text).ToLookup(h => h.Label);
        _clause = Clauses.Of(text);
        _quoted = Quotes.In(text);
        _sellers = SellersClauses();
        _concrete = Concrete(phrases);
    }

    public bool IsSellers => Array.Exists(_sellers, s => s);

    /// <summary>More than a first person: "I forgot to ask" is no reason of ours.</summary>
    public bool IsSellersClearly => _hits[Seller].Any();

    /// <summary>A clause that is not ours says something hollow.</summary>
    public bool HasHollowClause => _hits["generic"].Any(h => !_sellers[_clause[h.From]] && !IsExplainedByOurs(h)) && !_hits[Seller].Any(h => _hits["generic"].Any(g => g.From >= h.From && g.From < h.To));

    /// <summary>"They want it because our price is lower": what comes behind "because" is the reason.</summary>
    private bool IsExplainedByOurs(PhraseHit hollow)
    {
        var next = Array.IndexOf(_clause, _clause[hollow.From] + 1);
        return next > 0 && _text[next].Text == "because" && _sellers[_clause[next]];
    }

    /// <summary>
    /// Two concrete things, or one that is counted, missing or done by hand. Beside a seller's remark or a "don't know" it takes one more.
    /// </summary>
    public bool IsBuyers
    {
        get
        {
            int shapes = Shapes.Count(h => !_sellers[_clause[h.From]]);
            int doubt = IsSellers || _hits["unknown"].Any(u => !Shapes.Any(c => c.From < u.To && u.From < c.To)) ? 1 : 0;
            bool named = _hits["generic"].Any(h => !_sellers[_clause[h.From]]);
            int seen = _concrete.Count(i => !_text[i].IsNumber);
            int things = seen + (shapes > 0 ? 1 : 0) + (seen < _concrete.Count ? 1 : 0);
            return seen > 0 && (things >= 2 + doubt || (!named && doubt == 0 && _text.Count > 2));
        }
    }

    /// <summary>How many things one could see are named, dates and numbers left out.</summary>
    public int Things => _concrete.Count(i => !_text[i].IsNumber) + (Shapes.Any() ? 1 : 0);

    /// <summary>Something is missing, done by hand or feared: more than a date.</summary>
    public bool ShowsTrouble => _hits["concrete"].Any() || _hits["fear"].Any();

    /// <summary>What lifts a buyer's reason to strong: owner, consequence, money amount or quote; empty when nothing does.</summary>
    public string Lift
    {
        get
        {
            int feared = _hits["fear"].Select(h => h.From).DefaultIfEmpty(int.MaxValue).Min();
            var lifts = _hits["owner"].Where(h => !_sellers[_clause[h.From]]).Take(1)
                .Concat(_hits["name"].Where(h => !_sellers[_clause[h.From]] && _text[h.From].Capital).Take(1))
                .Concat(_hits["consequence"].Where(h => h.From < feared && !_sellers[_clause[h.From]]).Take(1))
                .Concat(_hits["money"].Concat(_hits["quote"]).Take(1))
                .Select(h => _text.Said(h.From, h.To))
                .Concat(Enumerable.Range(0, _text.Count).Where(i => IsAmount(_text[i].Text)).Take(1).Select(i => _text.Said(i, i + 1)));
            int quote = Array.IndexOf(_quoted, true);
            return string.Join(", ", quote < 0 ? lifts : lifts.Append(_text.Said(quote, Array.LastIndexOf(_quoted, true) + 1)));
        }
    }

    public ReasonDriver Driver => Array.Find(Drivers, d => _hits[d.Label].Any()) is { Label: not null } found ? found.Driver : ReasonDriver.Pain;

    public string ConcreteWords => string.Join(", ", _concrete.Take(5).Select(i => _text.Said(i, i + 1)));

    public string SellersWords => Said(_hits[Seller].Any() ? Seller : FirstPerson);

    private IEnumerable<PhraseHit> Shapes => _hits["concrete"].Concat(_hits["concrete noun"]);

    /// <summary>The longest words found under a label.</summary>
    public string Said(string label) =>
        _hits[label].OrderByDescending(h => h.To - h.From).Select(h => _text.Said(h.From, h.To)).FirstOrDefault("");

    /// <summary>"£6,000", "85k", "1.2m"; not "2G" or "300".</summary>
    private static bool IsAmount(string word) =>
        word[0] is '$' or '£' or '€' || (char.IsAsciiDigit(word[0]) && (word[^1] is 'k' or 'm' || word.EndsWith("bn", StringComparison.Ordinal)) && char.IsAsciiDigit(word[^2] is 'b' ? word[^3] : word[^2]));

    private bool[] SellersClauses()
    {
        var sellers = new bool[_clause.Length == 0 ? 0 : _clause[^1] + 1];
        foreach (var hit in _hits[Seller].Concat(_hits[FirstPerson]))
        {
            if (_quoted[hit.From]) continue;
            for (int i = hit.From; i < hit.To; i++) sellers[_clause[i]] = true;
        }

        return sellers;
    }

    /// <summary>The words that are in no table and in no clause of ours, each once.</summary>
    private List<int> Concrete(Phrasebook phrases)
    {
        var hollow = phrases.Class("empty");
        var covered = new bool[_text.Count];
        foreach (var hit in _hits["unknown"]) Array.Fill(covered, true, hit.From, hit.To - hit.From);
        var seen = new HashSet<string>();
        var concrete = new List<int>();
        for (int i = 0; i < _text.Count; i++)
        {
            var word = _text[i];
            bool counts = !covered[i] && !_sellers[_clause[i]] && word.Text.Length > 1 && !hollow.Holds(word);
            if (counts && seen.Add(word.Text)) concrete.Add(i);
        }

        return concrete;
    }
}
