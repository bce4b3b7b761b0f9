using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>Says of every piece of a message what it is about.</summary>
internal static class Sorting
{
    private const int FewWords = 4;

    private static readonly string[] UrgencyLabels = ["unknown urgency", "none", "someday", "now", "quarter", "year"];

    public static List<Piece> Sort(MessageWords words)
    {
        var pieces = words.Pieces.ConvertAll(p => p with { About = Of(words, p) });
        Attach(words, pieces);
        return pieces;
    }

    private static About Of(MessageWords words, Piece piece)
    {
        var when = words.When(words.Said(piece));
        bool booked = when.Kind is ReadingKind.Firm or ReadingKind.Range;
        if (words.Has(piece, "no step") || words.Has(piece, "marker") || words.Has(piece, "will answer")) return About.Step;
        if (words.Has(piece, "past step") && !booked) return About.Aside;
        if (words.Has(piece, "ours") && !booked) return About.Aside;
        var kind = StepPart.KindOf(words, [piece]);
        bool meets = kind is not null;
        var grade = ReasonGrader.Grade(words.Said(piece));
        if (booked && (meets || !grade.IsUsable || HasDay(words, piece))) return About.Step;
        bool dated = when.Kind is ReadingKind.Recurring or ReadingKind.Invalid || (when.Kind == ReadingKind.Vague && HasDay(words, piece));
        if (meets && dated && (kind is not StepKind.Other || !grade.IsUsable || when.Kind != ReadingKind.Recurring) && !IsFact(words, piece)) return About.Step;
        if (kind is not (null or StepKind.Other) && IsUndatedStep(words, piece)) return About.Step;
        if (IsUrgency(words, piece)) return About.Urgency;
        if (words.Has(piece, "question reason")) return About.Reason;
        return IsReason(words, piece, grade) ? About.Reason : About.Fragment;
    }

    /// <summary>A day, not a month or a season: those are the buyer's dates.</summary>
    private static bool HasDay(MessageWords words, Piece piece) =>
        words.When(words.Said(piece)) is { Kind: not ReadingKind.None } reading
        && (reading.Kind is ReadingKind.Firm or ReadingKind.Range or ReadingKind.Recurring or ReadingKind.Invalid || reading.Window is null
            || reading.Window.Grain is Grain.Day or Grain.DayPart or Grain.Days or Grain.Week or Grain.Alternatives or Grain.Fuzzy or Grain.Open);

    /// <summary>"the auditors visit 1 March": their date, though it names a visit.</summary>
    private static bool IsFact(MessageWords words, Piece piece) => words.Has(piece, "fact");

    private static bool IsUndatedStep(MessageWords words, Piece piece) =>
        words.Has(piece, "pending") || (piece.To - piece.From <= FewWords && !words.Has(piece, "past") && ReasonGrader.Grade(words.Said(piece)).Quality is ReasonQuality.Generic or ReasonQuality.Unknown);

    private static bool IsUrgency(MessageWords words, Piece piece)
    {
        bool said = Array.Exists(UrgencyLabels, l => words.Has(piece, l));
        if (said) return true;
        return UrgencyPart.DateIn(words, piece) is not null && (!words.Has(piece, "past") || words.Has(piece, "must"));
    }

    private static bool IsReason(MessageWords words, Piece piece, ReasonGrade grade) => grade.Quality switch
    {
        ReasonQuality.Buyer or ReasonQuality.Strong => piece.To - piece.From > 2,
        ReasonQuality.Seller => true,
        ReasonQuality.Generic => words.Has(piece, "wish"),
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
            bool timed = words.When(words.Said(piece)).Kind != ReadingKind.None || words.Has(piece, "name") || words.Has(piece, "with");
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
