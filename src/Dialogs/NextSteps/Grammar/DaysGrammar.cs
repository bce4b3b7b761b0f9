using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A run of days of one month: "July 13-15", "12 to 16 September" (rule 3).</summary>
internal static class DaysGrammar
{
    public static int Read(in Phrase p, int i, ref Slot slot)
    {
        int at = p[i] is Term.From or Term.Between ? i + 1 : i;
        at = p.Is(at, Term.The) ? at + 1 : at;
        int next = p.Is(at, Term.Month) ? MonthFirst(p, at, ref slot) : DaysFirst(p, at, ref slot);
        if (next == at) return i;
        slot.Holds = Holds.Day | Holds.Days;
        slot.Rules |= 1 << 3;
        return next;
    }

    private static int MonthFirst(in Phrase p, int i, ref Slot slot)
    {
        int at = p.Skip(DateGrammar.AfterAbbreviation(p, i), Term.The);
        int next = Run(p, at, out int first, out int last, out bool ordinal);
        if (next == at || p[next] is Term.Meridiem or Term.Colon or Term.OClock || (p.Glued(next) && p[next] is Term.LetterA or Term.LetterP) || (!ordinal && p.Is(next, Term.Month))) return i;
        if (p.IsTail(next, Term.Dot)) return i;
        int year = p.Skip(next, Term.Comma);
        bool hasYear = DateGrammar.IsYear(p, year);
        Set(ref slot, p.Value(i), first, last, hasYear ? p.Value(year) : 0);
        return hasYear ? year + 1 : next;
    }

    private static int DaysFirst(in Phrase p, int i, ref Slot slot)
    {
        int next = Run(p, i, out int first, out int last, out _);
        int month = p.Skip(next, Term.Of);
        if (next == i || !p.Is(month, Term.Month)) return i;
        int year = p.Skip(DateGrammar.AfterAbbreviation(p, month), Term.Comma);
        bool hasYear = DateGrammar.IsYear(p, year);
        bool dayBehind = p.Is(next, Term.Of) && p.IsNumber(month + 1, 2) && ClockGrammar.Read(p, month + 1, out _, out bool sure) > month && !sure;
        if (dayBehind) return i;
        Set(ref slot, p.Value(month), first, last, hasYear ? p.Value(year) : 0);
        return hasYear ? year + 1 : DateGrammar.AfterAbbreviation(p, month);
    }

    private static int Run(in Phrase p, int i, out int first, out int last, out bool ordinal)
    {
        last = 0;
        int middle = OneDay(p, i, out first, out bool firstOrdinal);
        ordinal = firstOrdinal;
        if (middle == i || !(p[middle] is Term.Dash or Term.To or Term.Until or Term.And or Term.Or)) return i;
        int second = p.Skip(middle + 1, Term.The);
        int next = OneDay(p, second, out last, out bool lastOrdinal);
        ordinal |= lastOrdinal;
        if (next == second || first is < 1 or > 31 || last < 1 || last > 39) return i;
        return ordinal || p[middle] is Term.Dash or Term.To or Term.Until ? next : i;
    }

    private static int OneDay(in Phrase p, int i, out int day, out bool ordinal)
    {
        int next = NumberGrammar.Ordinal(p, i, out day);
        ordinal = next > i;
        if (ordinal || !p.IsNumber(i, 2)) return next;
        day = p.Value(i);
        return i + 1;
    }

    private static void Set(ref Slot slot, int month, int first, int last, int year)
    {
        slot.Day = new DayWords { Month = (byte)month, DayOfMonth = (byte)first, Year = year };
        slot.LastDay = new DayWords { Month = (byte)month, DayOfMonth = (byte)last, Year = year };
    }
}
