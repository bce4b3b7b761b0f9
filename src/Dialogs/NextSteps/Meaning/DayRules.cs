using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>What the calendar says of a day.</summary>
internal enum DayIs : byte
{
    Ahead,
    Over,
    NoSuchDay,
    Contradicted,
}

/// <summary>Finds the day that is meant (rules 6 and 15 to 19).</summary>
internal static class DayRules
{
    /// <param name="day">The day, when it is ahead or over; otherwise undefined.</param>
    /// <param name="other">The day of the other plausible reading, or null.</param>
    public static DayIs Find(in DayWords words, LocalDate today, out LocalDate day, out LocalDate? other)
    {
        other = null;
        if (words.Exact) return Exact(words, today, out day);
        if (words.Nth != 0) return NthWeekday(words, today, out day);
        if (words.Month != 0) return MonthAndDay(words, today, out day, out other);
        return words.DayOfMonth != 0 ? DayOfMonth(words, today, out day) : Weekday(words, today, out day, out other);
    }

    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    public static bool Exists(int year, int month, int day) =>
        year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static DayIs Exact(in DayWords words, LocalDate today, out LocalDate day)
    {
        day = words.Date.PlusDays(words.AddDays);
        if (words.Weekday != 0 && (int)day.DayOfWeek != words.Weekday) return DayIs.Contradicted;
        return day < today ? DayIs.Over : DayIs.Ahead;
    }

    private static DayIs Weekday(in DayWords words, LocalDate today, out LocalDate day, out LocalDate? other)
    {
        var monday = words.Week switch
        {
            WeekOf.Next => MondayOf(today).PlusWeeks(1),
            WeekOf.Last => MondayOf(today).PlusWeeks(-1),
            WeekOf.Named => words.Monday,
            _ => MondayOf(today),
        };
        day = monday.PlusDays(words.Weekday - 1);
        other = null;
        if (words.Week == WeekOf.Coming)
        {
            other = day == today ? today : null;
            day = day <= today ? day.PlusWeeks(1) : day;
        }

        if (words.Week == WeekOf.Next && day.PlusWeeks(-1) > today) other = day.PlusWeeks(-1).PlusDays(words.AddDays);
        day = day.PlusDays(words.AddDays);
        return day < today || words.Week == WeekOf.Last ? DayIs.Over : DayIs.Ahead;
    }

    /// <summary>"the 14th": the next such day of a month after today, today itself only when its weekday is said.</summary>
    private static DayIs DayOfMonth(in DayWords words, LocalDate today, out LocalDate day)
    {
        day = today;
        if (words.DayOfMonth > 31) return DayIs.NoSuchDay;
        if (words.DayOfMonth == today.Day && words.Weekday == (int)today.DayOfWeek) return DayIs.Ahead;
        var month = new LocalDate(today.Year, today.Month, 1);
        if (words.DayOfMonth <= today.Day) month = month.PlusMonths(1);
        while (!Exists(month.Year, month.Month, words.DayOfMonth)) month = month.PlusMonths(1);
        day = month.PlusDays(words.DayOfMonth - 1);
        return words.Weekday != 0 && (int)day.DayOfWeek != words.Weekday ? DayIs.Contradicted : DayIs.Ahead;
    }

    private static DayIs MonthAndDay(in DayWords words, LocalDate today, out LocalDate day, out LocalDate? other)
    {
        other = null;
        var found = Dated(words, today, words.Month, words.DayOfMonth, out day);
        if (!words.Numeric || words.Month == words.DayOfMonth) return found;
        var swapped = Dated(words, today, words.DayOfMonth, words.Month, out var swappedDay);
        if (found == DayIs.NoSuchDay && swapped != DayIs.NoSuchDay)
        {
            day = swappedDay;
            return swapped;
        }

        if (swapped == DayIs.Ahead) other = swappedDay;
        return found;
    }

    private static DayIs Dated(in DayWords words, LocalDate today, int month, int dayOfMonth, out LocalDate day)
    {
        day = default;
        if (month > 12) return DayIs.NoSuchDay;
        if (words.Year != 0)
        {
            if (!Exists(words.Year, month, dayOfMonth)) return DayIs.NoSuchDay;
            day = new LocalDate(words.Year, month, dayOfMonth);
            if (!Agrees(words, day)) return DayIs.Contradicted;
            return day < today ? DayIs.Over : DayIs.Ahead;
        }

        return NextTime(words, today, month, dayOfMonth, ref day);
    }

    /// <summary>A month and day without a year: the next time it comes (rule 17).</summary>
    private static DayIs NextTime(in DayWords words, LocalDate today, int month, int dayOfMonth, ref LocalDate day)
    {
        bool thisYear = Exists(today.Year, month, dayOfMonth);
        if (thisYear)
        {
            day = new LocalDate(today.Year, month, dayOfMonth);
            if (day >= today) return Agrees(words, day) ? DayIs.Ahead : DayIs.Contradicted;
            if (words.Weekday != 0 && Agrees(words, day)) return DayIs.Over;
        }

        if (!Exists(today.Year + 1, month, dayOfMonth)) return DayIs.NoSuchDay;
        if (!thisYear && month > today.Month) return DayIs.NoSuchDay;
        day = new LocalDate(today.Year + 1, month, dayOfMonth);
        return Agrees(words, day) ? DayIs.Ahead : DayIs.Contradicted;
    }

    private static DayIs NthWeekday(in DayWords words, LocalDate today, out LocalDate day)
    {
        if (words.Month == 0) return NthOfAnyMonth(words, today, out day);
        int year = words.Year != 0 ? words.Year : today.Year;
        day = Nth(words, year);
        if (words.Year == 0 && day < today) day = Nth(words, year + 1);
        if (day.Month != words.Month) return DayIs.NoSuchDay;
        return day < today ? DayIs.Over : DayIs.Ahead;
    }

    /// <summary>"the first Monday" without a month: the next one that comes.</summary>
    private static DayIs NthOfAnyMonth(in DayWords words, LocalDate today, out LocalDate day)
    {
        const int MostMonths = 6;
        var placed = words;
        day = today;
        for (int months = 0; months < MostMonths; months++)
        {
            var month = today.PlusMonths(months);
            placed.Month = (byte)month.Month;
            day = Nth(placed, month.Year);
            if (day >= today && day.Month == month.Month) return DayIs.Ahead;
        }

        return DayIs.NoSuchDay;
    }

    private static LocalDate Nth(in DayWords words, int year)
    {
        var weekday = (IsoDayOfWeek)words.Weekday;
        var first = new LocalDate(year, words.Month, 1);
        if (words.Nth < 0) return first.PlusMonths(1).Previous(weekday);
        return first.PlusDays(-1).Next(weekday).PlusWeeks(words.Nth - 1);
    }

    private static bool Agrees(in DayWords words, LocalDate day) => words.Weekday == 0 || (int)day.DayOfWeek == words.Weekday;
}
