using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>Says of every piece of a message what it is about.</summary>
internal static class Sorting
{
    private const int FewWords = 4, ManyWords = 6, LongestBooking = 8;

    private static readonly string[] UrgencyLabels = ["unknown urgency", "none", "someday", "now", "quarter", "year"];

    public static List<Piece> Sort(MessageWords words)
    {
        var pieces = words.Pieces.ConvertAll(p => p with { About = Of(words, p) });
        BookSentences(words, pieces);
        NameSteps(words, pieces);
        Attach(words, pieces);
        return pieces;
    }

    /// <summary>
    /// "Pilot kick-off with Yusuf: Tuesday 30 June, 10.15": a sentence that is firm as a whole is a step, with its bare times and what they are for.
    /// </summary>
    private static void BookSentences(MessageWords words, List<Piece> pieces)
    {
        foreach (var sentence in pieces.GroupBy(p => p.Sentence).Where(s => s.Count() is > 1 and <= LongestBooking))
        {
            var parts = sentence.ToList();
            bool named = parts.Exists(p => StepPart.KindOf(words, [p]) is not null);
            if (!named || words.When(words.Unquoted(parts[0].From, parts[^1].To)).Kind is not (ReadingKind.Firm or ReadingKind.Range)) continue;
            int at = pieces.IndexOf(parts[0]);
            for (int i = at; i < at + parts.Count; i++)
            {
                if (IsBareTime(words, pieces[i])) pieces[i] = pieces[i] with { About = About.Step };
            }
        }
    }

    /// <summary>"Tuesday 30 June", "10.15".</summary>
    private static bool IsBareTime(MessageWords words, Piece piece) =>
        piece.About is About.Urgency or About.Fragment && piece.To - piece.From <= FewWords && words.Weigh(piece).Things == 0
        && !words.Has(piece, "must") && !words.Has(piece, "fact") && (words.When(piece).Kind != ReadingKind.None || words.Text[piece.From].IsNumber);

    /// <summary>
    /// "Discovery part 2 with Wes: this Friday 4pm": what the time of a sentence is for is part of the step, and so is what is too short or
    /// too empty to be a reason beside it ("23 June", "not Thursday as I said").
    /// </summary>
    private static void NameSteps(MessageWords words, List<Piece> pieces)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.About is About.Step or About.Aside || !pieces.Exists(p => p.Sentence == piece.Sentence && p.About == About.Step)) continue;
            if (IsPartOfStep(words, pieces, i)) pieces[i] = piece with { About = About.Step };
        }
    }

    private static bool IsPartOfStep(MessageWords words, List<Piece> pieces, int i)
    {
        var piece = pieces[i];
        bool reason = words.Weigh(piece).Things > 1;
        bool timed = words.When(piece).Kind != ReadingKind.None;
        if (words.Has(piece, "people") && i > 0 && pieces[i - 1] is { About: About.Step } before && before.Sentence == piece.Sentence) return true;
        if (i > 0 && IsBareMarker(words, pieces[i - 1]) && pieces[i - 1].Sentence == piece.Sentence) return true;
        if (piece.About == About.Urgency) return !reason && timed && piece.To - piece.From < FewWords && (HasDay(words, piece) || !words.Has(piece, "must"));
        if (!reason && (timed || (piece.About == About.Reason && !words.Has(piece, "wish"))) && !words.Has(piece, "question reason")) return true;
        return StepPart.KindOf(words, [piece]) is { } kind && Neighbours(pieces, i).Any(n => StepPart.KindOf(words, [n]) is not { } other || other == StepKind.Other || other == kind);
    }

    /// <summary>"Next step:"</summary>
    private static bool IsBareMarker(MessageWords words, Piece piece) => piece.To - piece.From <= 2 && words.Has(piece, "marker");

    /// <summary>The steps on both sides, over what is too short to be anything.</summary>
    private static IEnumerable<Piece> Neighbours(List<Piece> pieces, int i)
    {
        foreach (int way in new[] { -1, 1 })
        {
            int at = i + way;
            while (at >= 0 && at < pieces.Count && pieces[at].Sentence == pieces[i].Sentence && pieces[at].About == About.Fragment) at += way;
            if (at >= 0 && at < pieces.Count && pieces[at].Sentence == pieces[i].Sentence && pieces[at].About == About.Step) yield return pieces[at];
        }
    }

    private static About Of(MessageWords words, Piece piece)
    {
        var when = words.When(piece);
        bool booked = when.Kind is ReadingKind.Firm or ReadingKind.Range;
        if (words.Has(piece, "no step") || words.Has(piece, "marker") || words.Has(piece, "will answer")) return About.Step;
        if (words.Has(piece, "past step") && !booked) return About.Aside;
        if (words.Has(piece, "ours") && !booked) return About.Aside;
        var kind = StepPart.KindOf(words, [piece]);
        bool meets = kind is not null;
        bool reason = words.Weigh(piece).Grade.IsUsable && words.Weigh(piece).Things > 1;
        if (meets && words.Has(piece, "pending")) return About.Step;
        var grade = words.Weigh(piece).Grade;
        if (when.Candidates.Count > 1 || (booked && (meets || !reason || HasDay(words, piece)))) return About.Step;
        bool dated = when.Kind is ReadingKind.Recurring or ReadingKind.Invalid || (when.Kind == ReadingKind.Vague && HasDay(words, piece));
        if (meets && dated && (kind is not StepKind.Other || !reason || when.Kind != ReadingKind.Recurring) && !IsFact(words, piece)) return About.Step;
        if (meets && when.Kind == ReadingKind.Recurring && words.Has(piece, "meeting again")) return About.Step;
        if (kind is not (null or StepKind.Other) && when.Kind == ReadingKind.Vague && words.Has(piece, "we meet")) return About.Step;
        if (kind is not (null or StepKind.Other) && IsUndatedStep(words, piece)) return About.Step;
        if (words.Has(piece, "question reason")) return About.Reason;
        if (IsUrgency(words, piece)) return About.Urgency;
        return IsReason(words, piece, grade) ? About.Reason : About.Fragment;
    }

    /// <summary>A day, not a month or a season: those are the buyer's dates.</summary>
    private static bool HasDay(MessageWords words, Piece piece) =>
        words.When(piece) is { Kind: not ReadingKind.None } reading
        && (reading.Kind is ReadingKind.Firm or ReadingKind.Range or ReadingKind.Recurring or ReadingKind.Invalid || reading.Window is null
            || reading.Window.Grain is Grain.Day or Grain.DayPart or Grain.Days or Grain.Week or Grain.Alternatives or Grain.Fuzzy or Grain.Open);

    /// <summary>"the auditors visit 1 March": their date, though it names a visit.</summary>
    private static bool IsFact(MessageWords words, Piece piece) => words.Has(piece, "fact");

    private static bool IsUndatedStep(MessageWords words, Piece piece) =>
        words.Has(piece, "pending") || (piece.To - piece.From <= FewWords && !words.Has(piece, "past") && words.Weigh(piece).Grade.Quality is ReasonQuality.Generic or ReasonQuality.Unknown);

    private static bool IsUrgency(MessageWords words, Piece piece)
    {
        bool said = Array.Exists(UrgencyLabels, l => words.Has(piece, l));
        if (said) return true;
        return UrgencyPart.DateIn(words, piece) is not null && (!words.Has(piece, "past") || words.Has(piece, "must"));
    }

    private static bool IsReason(MessageWords words, Piece piece, ReasonGrade grade) => grade.Quality switch
    {
        ReasonQuality.Buyer or ReasonQuality.Strong => piece.To - piece.From > 2 && (words.Weigh(piece).Things > 1 || piece.To - piece.From >= ManyWords || words.Has(piece, "called reason")),
        ReasonQuality.Seller => true,
        ReasonQuality.Generic => words.Has(piece, "wish") && !(words.Text.Asks(piece.From) && piece.To - piece.From == 1),
        _ => false,
    };

    /// <summary>A fragment goes with the step of its sentence, else with the piece before it, else with the one after it.</summary>
    private static void Attach(MessageWords words, List<Piece> pieces)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.About != About.Fragment) continue;
            bool step = pieces.Exists(p => p.Sentence == piece.Sentence && p.About == About.Step);
            bool timed = words.When(piece).Kind != ReadingKind.None || words.Has(piece, "name") || words.Has(piece, "with");
            if (step && timed) pieces[i] = piece with { About = About.Step };
            else if (i > 0 && pieces[i - 1].Sentence == piece.Sentence && pieces[i - 1].About != About.Fragment) pieces[i] = piece with { About = pieces[i - 1].About };
            else if (i + 1 < pieces.Count && pieces[i + 1].Sentence == piece.Sentence) pieces[i] = piece with { About = Next(pieces, i) };
        }
    }

    private static About Next(List<Piece> pieces, int i)
    {
        int next = i + 1;
        while (next < pieces.Count && pieces[next].Sentence == pieces[i].Sentence && pieces[next].About == About.Fragment) next++;
        return next < pieces.Count && pieces[next].Sentence == pieces[i].Sentence ? pieces[next].About : About.Fragment;
    }
}
