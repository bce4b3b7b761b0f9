using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>A message with everything that its phrases say, for the readers of the three slots.</summary>
internal sealed class MessageWords
{
    private static readonly Phrasebook Phrases = PhrasebookFile.Load("people.phrases", "captures.phrases", "actors.phrases");

    private static readonly Comparer<PhraseHit> ByStart = Comparer<PhraseHit>.Create((a, b) => (a.From, a.To).CompareTo((b.From, b.To)));

    private readonly Dictionary<string, List<PhraseHit>> _byLabel;

    private readonly Dictionary<(int From, int To), WeighedReason> _weighed = [];

    private readonly Dictionary<string, Reading> _read = [];

    private readonly Dictionary<(int From, int To), Reading> _readAt = [];

    private readonly string _unquoted;

    public MessageWords(string text, ReadingContext context)
    {
        Text = Utterance.Of(text);
        _unquoted = Quotation.Blanked(text);
        Context = context;
        _byLabel = Phrases.Find(Text).GroupBy(h => h.Label).ToDictionary(g => g.Key, g => g.Order(ByStart).ToList());
        Pieces = Piece.Cut(Text, Phrases.Class("actor"), Phrases.Class("month"), Phrases.Class("weekday"));
    }

    public Utterance Text { get; }

    public ReadingContext Context { get; }

    public List<Piece> Pieces { get; }

    public bool Has(Piece piece, string label) =>
        _byLabel.TryGetValue(label, out var hits) && First(hits, piece) is var at && at < hits.Count && hits[at].From < piece.To;

    /// <summary>The longest phrase of a label within a piece.</summary>
    public PhraseHit? Find(Piece piece, string label)
    {
        PhraseHit? found = null;
        foreach (var hit in FindAll(piece, label))
        {
            if (found is not { } best || hit.To - hit.From > best.To - best.From) found = hit;
        }

        return found;
    }

    /// <summary>The phrases of a label that begin within a piece; a message of many pieces looks at each phrase once.</summary>
    public IEnumerable<PhraseHit> FindAll(Piece piece, string label)
    {
        if (!_byLabel.TryGetValue(label, out var hits)) yield break;
        for (int i = First(hits, piece); i < hits.Count && hits[i].From < piece.To; i++) yield return hits[i];
    }

    /// <summary>The first of the phrases, in the order of the text, that begins in the piece or after it.</summary>
    private static int First(List<PhraseHit> hits, Piece piece)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (hits[middle].From < piece.From) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public string Said(Piece piece) => Text.Said(piece.From, piece.To);

    public string Said(PhraseHit hit) => Text.Said(hit.From, hit.To);

    /// <summary>How the piece would be graded as a reason; worked out once.</summary>
    public WeighedReason Weigh(Piece piece)
    {
        if (!_weighed.TryGetValue((piece.From, piece.To), out var weighed))
            _weighed[(piece.From, piece.To)] = weighed = ReasonGrader.Weigh(Said(piece));
        return weighed;
    }

    /// <summary>From one word up to another, with blanks for what is quoted.</summary>
    public string Unquoted(int from, int to) => from >= to ? "" : _unquoted[Text[from].Start..Text[to - 1].End];

    /// <summary>When the words of a piece say that something happens; what is quoted says nothing of it.</summary>
    public Reading When(Piece piece)
    {
        if (!_readAt.TryGetValue((piece.From, piece.To), out var reading))
            _readAt[(piece.From, piece.To)] = reading = When(Unquoted(piece.From, piece.To));
        return reading;
    }

    /// <summary>When the words say; worked out once.</summary>
    public Reading When(string text)
    {
        if (!_read.TryGetValue(text, out var reading)) _read[text] = reading = NextStepReader.Read(text, Context);
        return reading;
    }
}
