using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>
/// Reads one message of a rep after a meeting: why the buyer wants it, how urgent it is to them, and what happens next. The buyer's dates
/// and the date of the next step are kept apart. Pure: the same text and context give the same capture; it never throws.
/// </summary>
public static class CaptureReader
{
    private const int LongestCommand = 9, ManyThings = 5;

    public static Capture Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var words = new MessageWords(text, context);
        var sorted = Sorting.Sort(words);
        if (IsCommand(words, sorted)) return Capture.Nothing;
        return new Capture(Reason(words, sorted) ?? BesideDate(words, sorted), UrgencyPart.Read(words, sorted), StepPart.Read(words, sorted));
    }

    /// <summary>Said to the bot, not about the deal: "snooze 2 weeks", "can you remind me at 4".</summary>
    private static bool IsCommand(MessageWords words, List<Piece> pieces)
    {
        var whole = new Piece(0, words.Text.Count, 0, About.Aside);
        if (words.Has(whole, "to the bot")) return true;
        return words.Text.Count <= LongestCommand && words.Has(whole, "command") && !words.Has(whole, "marker") && !words.Has(whole, "no step")
            && !pieces.Exists(p => p.About == About.Urgency)
            && words.When(whole).Kind is not (ReadingKind.Firm or ReadingKind.Range);
    }

    /// <summary>The best run of pieces that stand together; a semicolon does not part them.</summary>
    private static CapturedReason? Reason(MessageWords words, List<Piece> pieces)
    {
        CapturedReason? best = null;
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].About != About.Reason) continue;
            int first = i;
            while (i + 1 < pieces.Count && pieces[i + 1].About == About.Reason && Joined(words, pieces[i], pieces[i + 1])) i++;
            string span = words.Text.Said(pieces[first].From, pieces[i].To);
            var reason = new CapturedReason(WithoutLead(span), ReasonGrader.Grade(span));
            if (best is null || reason.Grade.Quality > best.Grade.Quality) best = reason;
        }

        return best;
    }

    /// <summary>"They want out of spreadsheets before the April audit": a date that comes with a trouble, or that is called the reason.</summary>
    private static CapturedReason? BesideDate(MessageWords words, List<Piece> pieces)
    {
        foreach (var piece in pieces.Where(p => p.About == About.Urgency))
        {
            var weighed = words.Weigh(piece);
            if (weighed.Grade.IsUsable && (weighed.ShowsTrouble || weighed.Things >= ManyThings || words.Has(piece, "called reason"))) return new CapturedReason(WithoutLead(words.Said(piece)), weighed.Grade);
        }

        return null;
    }

    private static bool Joined(MessageWords words, Piece piece, Piece next) =>
        piece.Sentence == next.Sentence || words.Text.Source.AsSpan(words.Text[piece.To - 1].End, words.Text[next.From].Start - words.Text[piece.To - 1].End).Contains(';');

    /// <summary>"and everything has to be moved": the linking word is not part of the reason.</summary>
    private static string WithoutLead(string span)
    {
        string[] leads = ["and ", "so ", "but ", "because ", "bc "];
        string? lead = Array.Find(leads, l => span.StartsWith(l, StringComparison.OrdinalIgnoreCase));
        return lead is null ? span : span[lead.Length..];
    }
}
