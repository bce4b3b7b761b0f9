using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>A message with everything that its phrases say, for the readers of the three slots.</summary>
internal sealed class MessageWords
{
    private static readonly Phrasebook Phrases = PhrasebookFile.Load("people.phrases", "captures.phrases", "actors.phrases");

    private readonly List<PhraseHit> _hits;

    public MessageWords(string text, ReadingContext context)
    {
        Text = Utterance.Of(text);
        Context = context;
        _hits = Phrases.Find(Text);
        Pieces = Piece.Cut(Text, Phrases.Class("actor"));
    }

    public Utterance Text { get; }

    public ReadingContext Context { get; }

    public List<Piece> Pieces { get; }

    public bool Has(Piece piece, string label) => Find(piece, label) is not null;

    /// <summary>The longest phrase of a label within a piece.</summary>
    public PhraseHit? Find(Piece piece, string label)
    {
        PhraseHit? found = null;
        foreach (var hit in _hits)
        {
            bool inside = hit.Label == label && hit.From >= piece.From && hit.From < piece.To;
            if (inside && (found is not { } best || hit.To - hit.From > best.To - best.From)) found = hit;
        }

        return found;
    }

    public IEnumerable<PhraseHit> FindAll(Piece piece, string label) => _hits.Where(h => h.Label == label && h.From >= piece.From && h.From < piece.To);

    public string Said(Piece piece) => Text.Said(piece.From, piece.To);

    public string Said(PhraseHit hit) => Text.Said(hit.From, hit.To);

    public Reading When(string text) => NextStepReader.Read(text, Context);
}
