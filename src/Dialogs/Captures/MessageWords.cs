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

    public bool Has(Piece piece, string label) => Find(piece, label) is not null;

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
        int at = hits.BinarySearch(new PhraseHit(label, piece.From, 0), ByStart);
        for (int i = at < 0 ? ~at : at; i < hits.Count && hits[i].From < piece.To; i++) yield return hits[i];
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
    public Reading When(Piece piece) => When(Unquoted(piece.From, piece.To));

    /// <summary>When the words say; worked out once.</summary>
    public Reading When(string text)
    {
        if (!_read.TryGetValue(text, out var reading)) _read[text] = reading = NextStepReader.Read(text, Context);
        return reading;
    }
}
