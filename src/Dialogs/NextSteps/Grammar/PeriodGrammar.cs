using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A week, month, quarter or year, and its early, middle and late parts: "early next week", "end of Q3", "w/c 29 June".</summary>
internal static class PeriodGrammar
{
    public static int Read(in Phrase p, int i, ref Slot slot)
    {
        int at = EdgeBefore(p, i, ref slot);
        int next = Whole(p, at, i, ref slot);
        return next > at ? next : i;
    }

    private static int EdgeBefore(in Phrase p, int i, ref Slot slot)
    {
        var edge = p[i] switch
        {
            Term.Early or Term.Start or Term.Commencing => Edge.Early,
            Term.Mid => Edge.Mid,
            Term.Late or Term.End => Edge.Late,
            Term.Later or Term.Rest or Term.Over or Term.Within => Edge.Somewhere,
            _ => Edge.None,
        };
        if (edge == Edge.None) return HalfOf(p, i, ref slot);
        slot.Edge = edge;
        int at = p.Skip(i + 1, Term.Dash);
        at = p.Skip(at, Term.Of, Term.In);
        at = p.Skip(at, Term.To);
        at = p[at] is Term.Mid or Term.Late or Term.Early ? p.Skip(at + 1, Term.Of, Term.In) : at;
        return p.Is(at, Term.The) && !p.Is(at + 1, Term.Following) ? at + 1 : at;
    }

    /// <summary>"second half of", "first week of", "last few days of".</summary>
    private static int HalfOf(in Phrase p, int i, ref Slot slot)
    {
        int at = p.Skip(i, Term.The);
        int next = p.Is(at, Term.Last) ? at + 1 : NumberGrammar.Ordinal(p, at, out _);
        if (next == at || !(p.Is(next, Term.Half) || p.Is(next, Term.Unit)) || p[next + 1] is not (Term.Of or Term.In)) return i;
        NumberGrammar.Ordinal(p, at, out int nth);
        slot.Edge = p.Is(at, Term.Last) || nth > 3 || (p.Is(next, Term.Half) && nth == 2) ? Edge.Late : nth == 1 ? Edge.Early : Edge.Mid;
        return p.Skip(next + 2, Term.The);
    }

    private static int Whole(in Phrase p, int i, int start, ref Slot slot)
    {
        int next = Pointed(p, i, out slot.Period, out slot.From, out slot.To);
        if (next == i && slot.Edge != Edge.None) next = Bare(p, i, ref slot);
        if (next == i) next = OfDate(p, i, ref slot);
        if (next == i) next = MonthOrQuarter(p, i, start, ref slot);
        if (next == i) next = Loose(p, i, ref slot);
        return next;
    }

    /// <summary>"next week", "this quarter", "the week after next", "the following month".</summary>
    public static int Pointed(in Phrase p, int i, out Unit unit, out LocalDate from, out LocalDate to)
    {
        (unit, from, to) = (Unit.None, default, default);
        int at = p.Skip(i, Term.The);
        if (p.Is(at, Term.Unit) && p.Is(at + 1, Term.After) && p.Is(at + 2, Term.Next) && (Unit)p.Value(at) >= Unit.Week)
        {
            unit = (Unit)p.Value(at);
            (from, to) = Calendar.Period(unit, p.Today, 2);
            return at + 3;
        }

        int? shift = p[at] switch
        {
            Term.This => 0,
            Term.Next or Term.Coming => 1,
            Term.Following when at > i || p[i] == Term.Following => 1,
            Term.Last or Term.Past => -1,
            _ => null,
        };
        if (shift is null) return i;
        at = AfterKind(p, p.Skip(at + 1, Term.Coming));
        unit = p[at] switch
        {
            Term.Unit when (Unit)p.Value(at) >= Unit.Week => (Unit)p.Value(at),
            Term.Weekend => Unit.Weekend,
            Term.Season => Unit.Season,
            _ => Unit.None,
        };
        if (unit == Unit.None) return i;
        (from, to) = Calendar.Period(unit, p.Today, shift.Value);
        return at + 1;
    }

    /// <summary>The "fiscal" of "next fiscal year".</summary>
    private static int AfterKind(in Phrase p, int i) =>
        p.Is(i, Term.Working) && p.Is(i + 1, Term.Unit) && (Unit)p.Value(i + 1) >= Unit.Week ? i + 1 : i;

    /// <summary>"end of the month": the period that runs now.</summary>
    private static int Bare(in Phrase p, int i, ref Slot slot)
    {
        i = AfterKind(p, i);
        if (p.Is(i, Term.Unit) && (Unit)p.Value(i) >= Unit.Week) slot.Period = (Unit)p.Value(i);
        else if (p.Is(i, Term.Weekend)) slot.Period = Unit.Weekend;
        else if (p.Is(i, Term.Season)) slot.Period = Unit.Season;
        else return i;
        (slot.From, slot.To) = Calendar.Period(slot.Period, p.Today, 0);
        return i + 1;
    }

    /// <summary>"week of June 29", "w/c 29 June", "week commencing Monday".</summary>
    private static int OfDate(in Phrase p, int i, ref Slot slot)
    {
        int at = p.Skip(i, Term.The);
        if (p.Is(at, Term.LetterW) && p.Is(at + 1, Term.Slash) && p.Is(at + 2, Term.LetterC)) at += 3;
        else if (p.Is(at, Term.Unit, (int)Unit.Week) && p[at + 1] is Term.Of or Term.Commencing) at += 2;
        else return i;
        at = p.Skip(at, Term.On);
        int next = DayGrammar.Read(p, at, out var day);
        if (next == at || DayRules.Find(day, p.Today, out var date, out _) is not DayIs.Ahead) return i;
        slot.Period = Unit.Week;
        slot.From = DayRules.MondayOf(date);
        slot.To = slot.From.PlusWeeks(1);
        return next;
    }

    /// <summary>"October 2027", "next month": its first day.</summary>
    public static int MonthAt(in Phrase p, int i, out LocalDate first)
    {
        int pointed = Pointed(p, i, out var unit, out first, out _);
        if (pointed > i && unit == Unit.Month) return pointed;
        if (!p.Is(i, Term.Month)) return i;
        int next = YearBehind(p, DateGrammar.AfterAbbreviation(p, i), out int year);
        first = Calendar.NextMonth(p.Today, p.Value(i), year);
        return next;
    }

    /// <summary>"June", "June 2027", "Q3", "H2 2027", "in 2027".</summary>
    private static int MonthOrQuarter(in Phrase p, int i, int start, ref Slot slot)
    {
        int year, next;
        if (p.Is(i, Term.Month) && !FalseFriends.IsNoMonth(p, i))
        {
            next = YearBehind(p, DateGrammar.AfterAbbreviation(p, i), out year);
            slot.Period = Unit.Month;
            slot.From = Calendar.NextMonth(p.Today, p.Value(i), year);
            slot.To = slot.From.PlusMonths(1);
            return next;
        }

        if ((p.Is(i, Term.LetterQ) || p.Is(i, Term.Unit, (int)Unit.Hour)) && p.IsNumber(i + 1, 1) && p.Glued(i + 1))
        {
            return NumberedPart(p, i, ref slot);
        }

        if (p.Is(i, Term.Unit, (int)Unit.Year) && p.Glued(i + 1) && p.Is(i + 1, Term.Number) && p.Token(i + 1).Digits is 2 or 4) return FiscalYear(p, i, ref slot);
        int nth = NumberGrammar.Ordinal(p, p.Skip(i, Term.The), out int number);
        if (number is >= 1 and <= 4 && p.Is(nth, Term.Unit, (int)Unit.Quarter)) return Quarter(p, nth + 1, number, 3, ref slot);
        bool said = p[i - 1] is Term.In or Term.Until or Term.By or Term.Before || i > start || p.Count == 1;
        if (!said || !DateGrammar.IsYear(p, i) || (p.Value(i) < p.Today.Year && !p.Is(i - 1, Term.In)) || p.Is(i + 1, Term.Slash) || p.Is(i + 1, Term.Dash)) return i;
        slot.Period = Unit.Year;
        slot.From = new LocalDate(p.Value(i), 1, 1);
        slot.To = slot.From.PlusYears(1);
        return i + 1;
    }

    /// <summary>"FY27": taken for the calendar's year.</summary>
    private static int FiscalYear(in Phrase p, int i, ref Slot slot)
    {
        int year = p.Value(i + 1) < 100 ? 2000 + p.Value(i + 1) : p.Value(i + 1);
        if (year is < 1900 or > 2199) return i;
        (slot.Period, slot.From, slot.To) = (Unit.Year, new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 1));
        return i + 2;
    }

    private static int NumberedPart(in Phrase p, int i, ref Slot slot)
    {
        int months = p.Is(i, Term.LetterQ) ? 3 : 6;
        int number = p.Value(i + 1);
        return number < 1 || number > 12 / months ? i : Quarter(p, i + 2, number, months, ref slot);
    }

    private static int Quarter(in Phrase p, int i, int number, int months, ref Slot slot)
    {
        int next = YearBehind(p, i, out int year);
        slot.Period = Unit.Quarter;
        var from = new LocalDate(year == 0 ? p.Today.Year : year, ((number - 1) * months) + 1, 1);
        if (year == 0 && from.PlusMonths(months) <= p.Today) from = from.PlusYears(1);
        (slot.From, slot.To) = (from, from.PlusMonths(months));
        return next;
    }

    private static int YearBehind(in Phrase p, int i, out int year)
    {
        int at = p.Skip(i, Term.Comma);
        at = p.Skip(at, Term.Of);
        year = DateGrammar.IsYear(p, at) ? p.Value(at) : 0;
        return year == 0 ? i : at + 1;
    }

    /// <summary>"the weekend", "in the new year", "in the summer", "EOM".</summary>
    private static int Loose(in Phrase p, int i, ref Slot slot)
    {
        int at = p.Skip(i, Term.The);
        if (p.Is(at, Term.Weekend)) slot.Period = Unit.Weekend;
        else if (p.Is(at, Term.Season) && p[i - 1] is Term.In or Term.After or Term.Before or Term.Until or Term.By && FalseFriends.EndsTime(p, at + 1)) slot.Period = Unit.Season;
        else if (p.Is(at, Term.New) && p.Is(at + 1, Term.Unit, (int)Unit.Year)) return NewYear(p, at, ref slot);
        else if (p.Is(at, Term.Unit) && (Unit)p.Value(at) >= Unit.Month && p.Is(p.Skip(at + 1, Term.Dash), Term.End)) return EndOf(p, at, ref slot);
        else if (p.Is(at, Term.EndOf) && (Unit)p.Value(at) != Unit.Day) return EndOf(p, at, ref slot);
        else return i;
        (slot.From, slot.To) = Calendar.Period(slot.Period, p.Today, 0);
        return at + 1;
    }

    private static int NewYear(in Phrase p, int i, ref Slot slot)
    {
        slot.Period = Unit.Year;
        slot.Edge = Edge.Early;
        (slot.From, slot.To) = Calendar.Period(Unit.Year, p.Today, 1);
        return i + 2;
    }

    private static int EndOf(in Phrase p, int i, ref Slot slot)
    {
        slot.Period = (Unit)p.Value(i);
        slot.Edge = Edge.Late;
        (slot.From, slot.To) = Calendar.Period(slot.Period, p.Today, 0);
        return p.Is(i, Term.Unit) ? p.Skip(i + 1, Term.Dash) + 1 : i + 1;
    }
}
