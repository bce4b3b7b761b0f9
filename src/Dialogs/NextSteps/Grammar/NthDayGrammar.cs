using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A day counted from the start or the end of a month: "first Tuesday of October", "the last day of the month".</summary>
internal static class NthDayGrammar
{
    /// <summary>"first Tuesday of October", "last Monday in March", "the 2nd Friday next month".</summary>
    public static int Read(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.The);
        int next = p.Is(at, Term.Last) ? at + 1 : NumberGrammar.Ordinal(p, at, out _);
        if (next > at && p.Is(next, Term.Unit, (int)Unit.Day)) return NthDay(p, i, at, next + 1, ref day);
        if (next == at || !p.Is(next, Term.Weekday)) return i;
        NumberGrammar.Ordinal(p, at, out int nth);
        day.Weekday = (byte)p.Value(next);
        day.Nth = p.Is(at, Term.Last) ? (sbyte)-1 : (sbyte)Math.Min(nth, 9);
        int month = p.Skip(next + 1, Term.Of, Term.In);
        if (p.Is(month, Term.Month))
        {
            day.Month = (byte)p.Value(month);
            if (!DateGrammar.IsYear(p, month + 1)) return month + 1;
            day.Year = p.Value(month + 1);
            return month + 2;
        }

        int period = PeriodGrammar.Pointed(p, month, out var unit, out var first, out _);
        if (period > month && unit == Unit.Month)
        {
            (day.Month, day.Year) = ((byte)first.Month, first.Year);
            return period;
        }

        if (day.Nth > 0 && !p.Is(at, Term.Last)) return next + 1;
        day = default;
        return i;
    }

    /// <summary>"the last day of the month", "third day of October".</summary>
    private static int NthDay(in Phrase p, int i, int nthAt, int of, ref DayWords day)
    {
        if (p[of] is not (Term.Of or Term.In)) return i;
        NumberGrammar.Ordinal(p, nthAt, out int nth);
        int month = p.Skip(of + 1, Term.The);
        int next = p.Is(month, Term.Unit, (int)Unit.Month) ? month + 1 : month;
        var first = new LocalDate(p.Today.Year, p.Today.Month, 1);
        if (next == month) next = PeriodGrammar.MonthAt(p, of + 1, out first);
        if (next == of + 1 || next == month) return i;
        day = DayWords.On(p.Is(nthAt, Term.Last) ? first.PlusMonths(1).PlusDays(-1) : first.PlusDays(Math.Max(nth, 1) - 1));
        return next;
    }
}
