using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;
using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>One day: "next Tuesday", "Tuesday the 3rd", "tomorrow", "the 14th", "first Monday of March" (rules 15 to 19).</summary>
internal static class DayGrammar
{
    public static int Read(in Phrase p, int i, out DayWords day)
    {
        day = default;
        if (!CanStart(p[i])) return i;
        int next = Named(p, i, ref day);
        if (next == i) next = NthDayGrammar.Read(p, i, ref day);
        if (next == i) next = Weekday(p, i, ref day);
        if (next == i && !IsNoDate(p, i)) next = DateGrammar.Read(p, i, ref day);
        return next > i ? WeekdayBehind(p, next, ref day) : LoneOrdinal(p, i, ref day);
    }

    private static bool CanStart(Term term) =>
        term is Term.The or Term.NamedDay or Term.Weekday or Term.Month or Term.Number or Term.NumberWord or Term.OrdinalWord
            or Term.Unit or Term.This or Term.Next or Term.Coming or Term.Following or Term.Last or Term.Past;

    /// <summary>"2 March" after "at" is a clock time; "10-12" and the like are settled elsewhere.</summary>
    private static bool IsNoDate(in Phrase p, int i) =>
        p[i - 1] is Term.Money || (p.Glued(i) && p[i - 1] is Term.Other or Term.Number or Term.LetterQ or Term.Slash && p.Is(i, Term.Number));

    /// <summary>"today", "tomorrow", "the day after tomorrow", "tomorrow week".</summary>
    private static int Named(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.The);
        if (p.Is(at, Term.Unit, (int)Unit.Day) && p[at + 1] is Term.After or Term.Before && p.Is(at + 2, Term.NamedDay))
        {
            int step = p.Is(at + 1, Term.After) ? 1 : -1;
            day = DayWords.On(p.Today.PlusDays(p.Value(at + 2) + step));
            return at + 3;
        }

        if (p.Is(at, Term.Next) && p.Is(at + 1, Term.Working) && IsWorkingDay(p, at + 1))
        {
            day = DayWords.On(Calendar.PlusWorkingDays(p.Today, 1));
            return p.Is(at + 2, Term.Unit) ? at + 3 : at + 2;
        }

        if (p[at] is Term.Next or Term.Following && p.Is(at + 1, Term.Unit, (int)Unit.Day) && FalseFriends.EndsTime(p, at + 2))
        {
            day = DayWords.On(p.Today.PlusDays(1));
            return at + 2;
        }

        if (!p.Is(i, Term.NamedDay)) return i;
        day = DayWords.On(p.Today.PlusDays(p.Value(i)));
        if (!p.Is(i + 1, Term.Unit, (int)Unit.Week)) return i + 1;
        day.AddDays = 7;
        return i + 2;
    }

    /// <summary>"business day", "weekday".</summary>
    private static bool IsWorkingDay(in Phrase p, int i) =>
        p.Is(i + 1, Term.Unit) ? p.Is(i + 1, Term.Unit, (int)Unit.Day) : p.Value(i) == 1;

    private static int Weekday(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.The);
        day.Week = p[at] switch
        {
            Term.This => WeekOf.This,
            Term.Next => WeekOf.Next,
            Term.Last or Term.Past => WeekOf.Last,
            _ => WeekOf.Coming,
        };
        if (p[at] is Term.This or Term.Next or Term.Last or Term.Past or Term.Coming or Term.Following) at++;
        if (p.Is(at, Term.Coming))
        {
            day.Week = WeekOf.Coming;
            at++;
        }

        if (!p.Is(at, Term.Weekday) || FalseFriends.IsNoWeekday(p, at)) return i;
        day.Weekday = (byte)p.Value(at);
        int next = DateGrammar.AfterAbbreviation(p, at);
        if (day.Week == WeekOf.Last) return next;
        int week = InWeek(p, next, ref day);
        return week > next ? week : DateBehind(p, next, ref day);
    }

    /// <summary>"Tuesday week", "Tuesday of next week", "Monday after next", "Monday two weeks from now".</summary>
    private static int InWeek(in Phrase p, int i, ref DayWords day)
    {
        if (p.Is(i, Term.Unit) && (Unit)p.Value(i) is Unit.Week or Unit.Fortnight)
        {
            day.AddDays = (Unit)p.Value(i) == Unit.Week ? (short)7 : (short)14;
            return i + 1;
        }

        if (p.Is(i, Term.After) && p.Is(i + 1, Term.Next) && p[i + 2] is not (Term.Weekday or Term.Unit or Term.Month))
        {
            (day.Week, day.AddDays) = (WeekOf.Next, 7);
            return i + 2;
        }

        int after = AfterDay(p, i, ref day);
        if (after > i) return after;
        int at = p.Skip(i, Term.Comma);
        at = p.Skip(at, Term.Of, Term.In);
        int period = PeriodGrammar.Pointed(p, at, out var unit, out var first, out _);
        if (period > at && unit == Unit.Week)
        {
            (day.Week, day.Monday) = (first < DayRules.MondayOf(p.Today) ? WeekOf.Last : WeekOf.Named, first);
            return period;
        }

        return WeeksAway(p, i, at, ref day);
    }

    /// <summary>"the Sunday after next Wednesday".</summary>
    private static int AfterDay(in Phrase p, int i, ref DayWords day)
    {
        if (!p.Is(i, Term.After)) return i;
        int next = Weekdays(p, i + 1, out var words);
        if (next == i + 1 || DayRules.Find(words, p.Today, out var date, out _) != DayIs.Ahead) return i;
        day = DayWords.On(date.Next((IsoDayOfWeek)day.Weekday));
        return next;
    }

    private static int Weekdays(in Phrase p, int i, out DayWords day)
    {
        day = default;
        int at = p[i] is Term.Next or Term.This or Term.Coming ? i + 1 : i;
        day.Week = p.Is(i, Term.Next) ? WeekOf.Next : p.Is(i, Term.This) ? WeekOf.This : WeekOf.Coming;
        if (!p.Is(at, Term.Weekday)) return i;
        day.Weekday = (byte)p.Value(at);
        return at + 1;
    }

    private static int WeeksAway(in Phrase p, int i, int at, ref DayWords day)
    {
        int end = LengthGrammar.Read(p, at, out var length);
        bool away = p.Is(end, Term.From) && p[end + 1] is Term.Now or Term.NamedDay;
        if (end == at || length.Fuzzy || length.Unit is not (Unit.Week or Unit.Fortnight) || !(away || p.Is(at - 1, Term.In))) return i;
        (day.Week, day.Monday) = (WeekOf.Named, DayRules.MondayOf(p.Today.PlusDays(length.Days)));
        return away ? end + 2 : end;
    }

    /// <summary>"Tuesday, March 10", "Tuesday the 10th", "Tuesday 10 at 3", "Tuesday (3/10)".</summary>
    private static int DateBehind(in Phrase p, int i, ref DayWords day)
    {
        int at = i;
        while (p[at] is Term.Comma or Term.Open or Term.Dash && at < i + 2) at++;
        at = p.Skip(at, Term.On);
        int date = DateGrammar.Read(p, at, ref day);
        if (date > at) return p.Is(date, Term.Close) ? date + 1 : date;
        int number = p.Skip(at, Term.The);
        int next = NumberGrammar.Ordinal(p, number, out int dayOfMonth);
        bool counts = p[next] is Term.Unit or Term.Weekday || (p.Is(next - 1, Term.OrdinalWord) && !FalseFriends.EndsTime(p, next));
        if (next > number && !counts)
        {
            day.DayOfMonth = (byte)dayOfMonth;
            return next;
        }

        if (!p.IsNumber(number, 2) || !IsDayOfMonth(p, number)) return i;
        day.DayOfMonth = (byte)p.Value(number);
        return number + 1;
    }

    /// <summary>A number over 12 behind a weekday, or one that a clock time follows, is a day of the month (rule 11).</summary>
    private static bool IsDayOfMonth(in Phrase p, int i)
    {
        int after = p.Skip(i + 1, Term.Comma);
        bool clock = p[i + 1] is Term.Meridiem or Term.Colon or Term.OClock or Term.Dash or Term.To || p.IsTail(i + 1, Term.Dot);
        bool count = p[i + 1] is Term.Percent or Term.Counted or Term.Unit or Term.Slash || (p.Glued(i + 1) && !p.Ends(i + 1));
        if (clock || count || p.Value(i) is 0 or > 31) return false;
        return p.Value(i) > 12 || p.Is(after, Term.At) || p.Is(i - 1, Term.The)
            || (p.IsNumber(after, 2) && p.Value(after) <= 12 && (p[after + 1] is Term.Meridiem || p.IsTail(after + 1, Term.Colon)));
    }

    /// <summary>"10 March (Tuesday)", "3/10 Tue": the weekday must agree (rule 19).</summary>
    private static int WeekdayBehind(in Phrase p, int i, ref DayWords day)
    {
        if (day.Weekday != 0 || (day.Month == 0 && !day.Exact)) return i;
        int at = i;
        while (p[at] is Term.Comma or Term.Open && at < i + 2) at++;
        if (!p.Is(at, Term.Weekday) || FalseFriends.IsNoWeekday(p, at)) return i;
        bool open = p.Is(at - 1, Term.Open);
        if (day.Exact && !open && (int)day.Date.DayOfWeek != p.Value(at)) return i;
        day.Weekday = (byte)p.Value(at);
        int next = DateGrammar.AfterAbbreviation(p, at);
        return open ? p.Skip(next, Term.Close) : next;
    }

    /// <summary>"the 14th", "on the 14th", "on 15".</summary>
    private static int LoneOrdinal(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.The);
        int next = NumberGrammar.Ordinal(p, at, out int number);
        bool pointed = at > i || p[i - 1] is Term.On or Term.By or Term.Until or Term.Before or Term.After or Term.From or Term.To or Term.Or or Term.And or Term.At;
        if (next > at)
        {
            bool said = p[i - 1] is Term.On || (at > i && (p.Is(next, Term.At) || (number > 3 && p.Ends(next))));
            bool word = p.Is(next - 1, Term.OrdinalWord) && !said;
            if (word || !(pointed || p.Ends(i - 1)) || !FalseFriends.EndsTime(p, next)) return i;
        }
        else
        {
            if (p[i - 1] is not Term.On || !p.IsNumber(at, 2) || !FalseFriends.EndsTime(p, at + 1)) return i;
            (number, next) = (p.Value(at), at + 1);
            if (p.IsTail(next, Term.Dot) || p.IsTail(next, Term.Colon) || p.IsTail(next, Term.Slash)) return i;
        }

        if (number is < 1 or > 31) return i;
        day.DayOfMonth = (byte)number;
        return OfMonth(p, next, ref day);
    }

    /// <summary>"the 14th of next month".</summary>
    private static int OfMonth(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.Of);
        int period = PeriodGrammar.Pointed(p, at, out var unit, out var first, out _);
        if (period == at || unit != Unit.Month) return i;
        (day.Month, day.Year) = ((byte)first.Month, first.Year);
        return period;
    }
}
