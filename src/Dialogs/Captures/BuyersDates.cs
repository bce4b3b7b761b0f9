using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using NodaTime;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>A date of the buyer's.</summary>
/// <param name="By">The day, when it is exact.</param>
/// <param name="Last">The last day it can mean.</param>
internal sealed record BuyersDate(LocalDate? By, LocalDate Last, string Words);

/// <summary>Finds the buyer's date in a piece of a message.</summary>
internal static class BuyersDates
{
    private const int MonthsInYear = 12, LastOfDecember = 31, FarRollDays = 300;

    /// <summary>The day by which a season or feast is over, as month and day.</summary>
    private static readonly Dictionary<string, (int Month, int Day)> Seasons = new()
    {
        ["christmas"] = (12, 24),
        ["xmas"] = (12, 24),
        ["thanksgiving"] = (11, 26),
        ["new"] = (1, 1),
        ["black"] = (11, 27),
        ["easter"] = (4, 5),
        ["spring"] = (5, 31),
        ["summer"] = (8, 31),
        ["autumn"] = (11, 30),
        ["winter"] = (2, 28),
        ["harvest"] = (9, 30),
        ["year"] = (12, 31),
        ["year-end"] = (12, 31),
        ["ramadan"] = (3, 20),
        ["mid-year"] = (6, 30),
        ["midyear"] = (6, 30),
        ["mid"] = (6, 30),
        ["fall"] = (11, 30),
        ["labor"] = (9, 7),
        ["labour"] = (9, 7),
        ["memorial"] = (5, 31),
        ["halloween"] = (10, 31),
        ["midsummer"] = (6, 24),
    };

    public static BuyersDate? Find(MessageWords words, Piece piece)
    {
        var today = words.Context.Now.InZone(words.Context.Zone).Date;
        foreach (var hit in words.FindAll(piece, "end of"))
        {
            if (EndOf(words, hit, today) is { } end) return new BuyersDate(end, end, words.Said(hit));
        }

        foreach (var hit in words.FindAll(piece, "calendar").OrderByDescending(h => h.To - h.From))
        {
            if (OnCalendar(words, piece, hit, today) is { } found) return found;
        }

        for (int i = piece.From; i < piece.To; i++)
        {
            if (words.Text[i].Text.Contains('/', StringComparison.Ordinal) && Exact(words, words.Text.Said(i, i + 1)) is { } day) return day;
        }

        return null;
    }

    private static BuyersDate? OnCalendar(MessageWords words, Piece piece, PhraseHit hit, LocalDate today)
    {
        var (from, to) = Widen(words.Text, piece, hit);
        string said = words.Text.Said(from, to);
        if (Exact(words, said) is { } day) return day;
        for (int i = hit.From; i < hit.To; i++)
        {
            if (Seasons.TryGetValue(words.Text[i].Text, out var season) && !words.Has(piece, "year")) return new BuyersDate(null, Coming(today, season), said);
        }

        var reading = words.When(said);
        if (reading is not { Kind: ReadingKind.Vague, Window: { } window }) return null;
        var last = window.To.Date.PlusDays(-1);
        return window.Grain == Grain.Month && IsJustOver(words, piece, today, last) ? null : new BuyersDate(null, last, said);
    }

    /// <summary>"400 complaints in March" said in April: the month just over, unless they must do something by it.</summary>
    private static bool IsJustOver(MessageWords words, Piece piece, LocalDate today, LocalDate last) =>
        Period.DaysBetween(today, last) > FarRollDays && !words.Has(piece, "must") && !words.Has(piece, "fact");

    /// <summary>"30 June", "June 30", "the 15th of July": with the number, without "by" and "before".</summary>
    private static (int From, int To) Widen(Utterance text, Piece piece, PhraseHit hit)
    {
        int from = hit.From, to = hit.To;
        while (from < to - 1 && text[from].Text is "in" or "by" or "before" or "until" or "since" or "from" or "of" or "around" or "for" or "after" or "on" or "over" or "the") from++;
        if (from > piece.From + 1 && text[from - 1].Text == "of" && text[from - 2].IsNumber) from -= 2;
        else if (from > piece.From && text[from - 1].IsNumber) from--;
        if (to < piece.To && text[to].IsNumber) to++;
        return (from, to);
    }

    private static BuyersDate? Exact(MessageWords words, string said) =>
        words.When(said) is { Kind: ReadingKind.Vague, Window: { Grain: Grain.Day, Day: { } day } } ? new BuyersDate(day, day, said) : null;

    private static LocalDate Coming(LocalDate today, (int Month, int Day) season)
    {
        var day = new LocalDate(today.Year, season.Month, season.Day);
        return day < today ? day.PlusYears(1) : day;
    }

    private static LocalDate? EndOf(MessageWords words, PhraseHit hit, LocalDate today)
    {
        string what = words.Text[hit.To - 1].Text;
        if (what is "year") return new LocalDate(today.Year, MonthsInYear, LastOfDecember);
        if (what is "month") return today.With(DateAdjusters.EndOfMonth);
        return words.When(words.Text.Said(hit.To - 1, hit.To)) is { Window: { } window } ? window.To.Date.PlusDays(-1) : null;
    }
}
