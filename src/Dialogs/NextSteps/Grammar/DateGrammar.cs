using FollowUpBot.Dialogs.NextSteps.Meaning;
using FollowUpBot.Dialogs.NextSteps.Words;

namespace FollowUpBot.Dialogs.NextSteps.Grammar;

/// <summary>A day of a month: "March 3rd", "3 Mar 2026", "3/12", "2026-03-12", "24.12." (rules 17 and 18).</summary>
internal static class DateGrammar
{
    public static int Read(in Phrase p, int i, ref DayWords day)
    {
        int next = p.Is(i, Term.Number) ? Numeric(p, i, ref day) : i;
        if (next == i) next = MonthFirst(p, i, ref day);
        return next > i ? next : DayFirst(p, i, ref day);
    }

    /// <summary>"March 3", "March the 3rd, 2026".</summary>
    private static int MonthFirst(in Phrase p, int i, ref DayWords day)
    {
        if (!p.Is(i, Term.Month)) return i;
        int at = AfterAbbreviation(p, i);
        at = p.Is(at, Term.Dash) && p.Glued(at) ? at + 1 : at;
        at = p.Skip(at, Term.The);
        int next = NumberGrammar.Ordinal(p, at, out int number);
        if (next == at)
        {
            next = NumberGrammar.Cardinal(p, at, out number);
            if (next == at || number is < 1 or > 39 || !StandsAlone(p, next)) return i;
        }

        day.Month = (byte)p.Value(i);
        day.DayOfMonth = (byte)Math.Min(number, 99);
        return Year(p, next, ref day);
    }

    /// <summary>"3 March", "the 3rd of March", "21-APR-16".</summary>
    private static int DayFirst(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.The);
        int next = NumberGrammar.Ordinal(p, at, out int number);
        if (next == at) next = NumberGrammar.Cardinal(p, at, out number);
        if (next == at || number is < 1 or > 99) return i;
        bool glued = p[next] is Term.Dash or Term.Slash && p.Glued(next);
        int month = glued || p.Is(next, Term.Of) ? next + 1 : next;
        if (p.Is(next, Term.Dot) && p.Glued(next)) month = next + 1;
        if (!p.Is(month, Term.Month)) return i;
        day.Month = (byte)p.Value(month);
        day.DayOfMonth = (byte)number;
        int after = AfterAbbreviation(p, month);
        if (!glued || p[after] is not (Term.Dash or Term.Slash) || !p.IsNumber(after + 1, 4)) return Year(p, after, ref day);
        day.Year = FullYear(p.Value(after + 1));
        return after + 2;
    }

    /// <summary>The dot of "Sept." ends no sentence.</summary>
    public static int AfterAbbreviation(in Phrase p, int i) =>
        p.Is(i + 1, Term.Dot) && p.Glued(i + 1) && p.Token(i).End - p.Token(i).Start <= 5 ? i + 2 : i + 1;

    /// <summary>The number after a month is its day, and not the start of a clock time or a length.</summary>
    private static bool StandsAlone(in Phrase p, int next)
    {
        if (p[next] is Term.Meridiem or Term.Percent or Term.OClock or Term.Counted) return false;
        if (p.Is(next, Term.Unit) && p[next + 1] is not (Term.Past or Term.To)) return false;
        return !p.IsTail(next, Term.Colon) && !(p.Glued(next) && p[next] is Term.LetterP or Term.LetterA or Term.LetterM or Term.Other);
    }

    /// <summary>", 2026" behind a month and day.</summary>
    private static int Year(in Phrase p, int i, ref DayWords day)
    {
        int at = p.Skip(i, Term.Comma);
        at = p.Skip(at, Term.Of);
        if (!IsYear(p, at)) return i;
        day.Year = p.Value(at);
        return at + 1;
    }

    public static bool IsYear(in Phrase p, int i) =>
        p.Is(i, Term.Number) && p.Token(i).Digits == 4 && p.Value(i) is >= 1900 and <= 2099
        && !p.IsTail(i + 1, Term.Colon) && p[i + 1] is not (Term.Unit or Term.Meridiem);

    private static int FullYear(int written) => written < 100 ? 2000 + written : written;

    private static int Numeric(in Phrase p, int i, ref DayWords day)
    {
        var mark = p[i + 1];
        if (mark == Term.Slash && !p.Glued(i + 1)) return Spaced(p, i, ref day);
        if (mark is not (Term.Slash or Term.Dash or Term.Dot) || !p.IsTail(i + 1, mark)) return i;
        bool three = p.IsTail(i + 3, mark);
        int end = three ? i + 5 : i + 3;
        if (p.Is(end, mark) && mark != Term.Dot && p.Glued(end) && p.Glued(end + 1) && p.Is(end + 1, Term.Number)) return i;
        if (mark != Term.Slash && (p.IsTail(end, mark) || IsNamed(p, i))) return i;
        return three ? WithYear(p, i, mark, ref day) : WithoutYear(p, i, mark, ref day);
    }

    /// <summary>"15 / 2".</summary>
    private static int Spaced(in Phrase p, int i, ref DayWords day) =>
        p.IsNumber(i + 2, 2) && !p.Glued(i + 2) && Math.Min(p.Value(i), p.Value(i + 2)) <= 12 && FalseFriends.EndsTime(p, i + 3)
            ? WithoutYear(p, i, Term.Slash, ref day) : i;

    /// <summary>"version 1.10.30", "tel: 12-34-56".</summary>
    private static bool IsNamed(in Phrase p, int i) => p.Is(i - 1, Term.Label) || (p.Is(i - 2, Term.Label) && p[i - 1] is Term.Colon or Term.Dot);

    private static int WithYear(in Phrase p, int i, Term mark, ref DayWords day)
    {
        var (a, b, c) = (p.Token(i), p.Token(i + 2), p.Token(i + 4));
        bool yearFirst = a.Digits == 4 && b.Digits <= 2 && c.Digits <= 2;
        if (!yearFirst && !(a.Digits <= 2 && b.Digits <= 2 && c.Digits is 2 or 4)) return i;
        if (!yearFirst && mark == Term.Dash && c.Digits == 2 && (Math.Min(a.Value, b.Value) > 12 || Math.Max(a.Value, b.Value) > 31)) return i;
        if (yearFirst)
        {
            if (a.Value is < 1900 or > 2199) return i;
            Set(ref day, a.Value, b.Value, c.Value, numeric: false);
        }
        else
        {
            bool dayFirst = mark == Term.Dot || !p.MonthFirst;
            Set(ref day, FullYear(c.Value), dayFirst ? b.Value : a.Value, dayFirst ? a.Value : b.Value, numeric: true);
        }

        if (mark == Term.Dot && a.Digits + b.Digits + c.Digits < 5) return i;
        return yearFirst ? AfterIsoMark(p, i + 5) : i + 5;
    }

    /// <summary>The T between date and time.</summary>
    private static int AfterIsoMark(in Phrase p, int i) => IsIsoMark(p, i) ? i + 1 : i;

    public static bool IsIsoMark(in Phrase p, int i) =>
        p.Is(i, Term.Other) && p.Glued(i) && p.Glued(i + 1) && p.Is(i + 1, Term.Number) && p.Token(i).End - p.Token(i).Start == 1;

    private static int WithoutYear(in Phrase p, int i, Term mark, ref DayWords day)
    {
        var (a, b) = (p.Token(i), p.Token(i + 2));
        if (a.Digits > 2 || b.Digits > 2) return i;
        if ((a.Value is 0 or > 31 || b.Value == 0) && (mark == Term.Dash || !(mark == Term.Dot || LooksLikeDate(p, i)))) return i;
        if (mark == Term.Dash && !IsDashed(p, i, a.Value, b.Value)) return i;
        if (mark == Term.Dot) return Dotted(p, i, a.Value, b.Value, ref day);
        if (p[i + 3] is Term.Percent or Term.Unit or Term.Of or Term.Counted || (p.Glued(i + 3) && p[i + 3] is Term.Other or Term.Plus)) return i;
        bool possible = a.Value <= 12 || b.Value <= 12;
        if (!possible && !LooksLikeDate(p, i)) return i;
        if (a.Value == 24 && b.Value == 7 && !LooksLikeDate(p, i)) return i;
        Set(ref day, 0, p.MonthFirst ? a.Value : b.Value, p.MonthFirst ? b.Value : a.Value, numeric: true);
        return i + 3;
    }

    /// <summary>"3-18 at 2": a range of hours unless one number can be none, or a clock time follows.</summary>
    private static bool IsDashed(in Phrase p, int i, int a, int b)
    {
        bool clock = p.Is(i + 3, Term.At) && p[i + 4] is Term.Number or Term.Noon;
        bool possible = Math.Min(a, b) <= 12 && Math.Max(a, b) <= 31;
        return possible && (clock || (Math.Max(a, b) > 12 && LooksLikeDate(p, i)));
    }

    /// <summary>"24.12." with its last dot, also "24.12., 15:00", or "24.12 at 3": a clock time unless it can be none.</summary>
    private static int Dotted(in Phrase p, int i, int dayOfMonth, int month, ref DayWords day)
    {
        bool lastDot = p.Is(i + 3, Term.Dot) && p.Glued(i + 3) && (!p.Ends(i + 4) || p.Is(i + 4, Term.Comma));
        bool noClock = p[i + 3] is Term.At && p.Token(i + 2).Digits == 2 && p[i - 1] is not Term.At;
        if (month > 12 || !(lastDot || noClock)) return i;
        Set(ref day, 0, month, dayOfMonth, numeric: false);
        return lastDot ? i + 4 : i + 3;
    }

    /// <summary>Its neighbours say that two numbers and a slash are meant as a date.</summary>
    private static bool LooksLikeDate(in Phrase p, int i)
    {
        bool before = p[i - 1] is Term.On or Term.By or Term.Weekday or Term.Until or Term.Comma && p[i - 1] != Term.Break;
        int after = p.Skip(i + 3, Term.Comma);
        bool alone = p.Ends(i - 1) && p.Ends(i + 3) && p.Count <= 4 && !(p.Value(i) == 24 && p.Value(i + 2) == 7);
        return before || alone || p[after] is Term.At or Term.Noon || (p.Is(after, Term.Number) && (p[after + 1] is Term.Colon or Term.Meridiem));
    }

    private static void Set(ref DayWords day, int year, int month, int dayOfMonth, bool numeric)
    {
        day.Year = year;
        const int NoSuch = 99;
        day.Month = (byte)(month is 0 or > NoSuch ? NoSuch : month);
        day.DayOfMonth = (byte)(dayOfMonth is 0 or > NoSuch ? NoSuch : dayOfMonth);
        day.Numeric = numeric;
    }
}
