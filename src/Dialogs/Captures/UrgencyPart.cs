using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using NodaTime;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>The urgency of a message: a plain word, else the buyer's date.</summary>
internal static class UrgencyPart
{
    private const int NowDays = 31, QuarterDays = 92, YearDays = 366;

    /// <summary>What denies comes before what it denies; "not urgent" is longer than "urgent".</summary>
    private static readonly (string Label, UrgencySpan Span)[] Words =
    [
        ("unknown urgency", UrgencySpan.Unknown),
        ("none", UrgencySpan.None),
        ("someday", UrgencySpan.Someday),
        ("now", UrgencySpan.Now),
        ("quarter", UrgencySpan.Quarter),
        ("year", UrgencySpan.Year),
    ];

    public static CapturedUrgency? Read(MessageWords words, List<Piece> pieces)
    {
        var urgent = pieces.FindAll(p => p.About == About.Urgency);
        if (urgent.Count == 0) return null;
        var source = SourceOf(words, pieces, urgent);
        BuyersDate? date = urgent.Select(p => DateIn(words, p)).FirstOrDefault(d => d is not null);
        foreach (var (label, span) in Words)
        {
            var hit = urgent.Select(p => words.Find(p, label)).FirstOrDefault(h => h is not null);
            if (hit is { } found) return new CapturedUrgency(span, date?.By, source, words.Said(found));
        }

        return date is null ? null : new CapturedUrgency(SpanOf(date, words.Context), date.By, source, WithEvent(words, urgent, date.Words));
    }

    /// <summary>"before their audit on 15 April": what is due goes with its date.</summary>
    private static string WithEvent(MessageWords words, List<Piece> urgent, string date)
    {
        string? said = urgent.Select(words.Said).FirstOrDefault(text => text.Contains(date, StringComparison.Ordinal));
        if (said is null) return date;
        int at = said.IndexOf(date, StringComparison.Ordinal);
        int before = said[..at].LastIndexOf("before ", StringComparison.OrdinalIgnoreCase);
        return before < 0 ? date : said[before..(at + date.Length)];
    }

    /// <summary>The buyer's date in a piece: a day, a month, a season; null when there is none ahead.</summary>
    public static BuyersDate? DateIn(MessageWords words, Piece piece) => BuyersDates.Find(words, piece);

    private static UrgencySpan SpanOf(BuyersDate date, ReadingContext context)
    {
        int days = Period.DaysBetween(context.Now.InZone(context.Zone).Date, date.Last);
        return days <= NowDays ? UrgencySpan.Now : days <= QuarterDays ? UrgencySpan.Quarter : days <= YearDays ? UrgencySpan.Year : UrgencySpan.Someday;
    }

    private static UrgencySource SourceOf(MessageWords words, List<Piece> pieces, List<Piece> urgent)
    {
        var sentences = urgent.Select(p => p.Sentence).ToHashSet();
        var near = pieces.FindAll(p => p.About is About.Urgency or About.Fragment && sentences.Contains(p.Sentence));
        if (near.Exists(p => words.Has(p, "guess"))) return UrgencySource.Guess;
        if (near.Exists(p => words.Has(p, "said by buyer") || words.Has(p, "name"))) return UrgencySource.Buyer;
        return urgent.Exists(p => DateIn(words, p) is not null) ? UrgencySource.Buyer : UrgencySource.Unknown;
    }
}
