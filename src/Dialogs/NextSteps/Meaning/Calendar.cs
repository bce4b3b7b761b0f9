using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Where weeks, months, quarters and years begin and end.</summary>
internal static class Calendar
{
    /// <summary>First day of the period <paramref name="shift"/> periods after the running one, and the first day after it.</summary>
    public static (LocalDate From, LocalDate To) Period(Unit unit, LocalDate today, int shift)
    {
        var month = new LocalDate(today.Year, today.Month, 1);
        var monday = DayRules.MondayOf(today);
        return unit switch
        {
            Unit.Weekend => Of(monday.PlusWeeks(shift).PlusDays(5), d => d.PlusDays(2)),
            Unit.Fortnight => Of(monday.PlusWeeks(shift), d => d.PlusWeeks(2)),
            Unit.Month => Of(month.PlusMonths(shift), d => d.PlusMonths(1)),
            Unit.Quarter => Of(month.PlusMonths(-((today.Month - 1) % 3)).PlusMonths(3 * shift), d => d.PlusMonths(3)),
            Unit.Year => Of(new LocalDate(today.Year + shift, 1, 1), d => d.PlusYears(1)),
            Unit.Season => (today, today.PlusMonths(6)),
            _ => Of(monday.PlusWeeks(shift), d => d.PlusWeeks(1)),
        };
    }

    /// <summary>The first day of the named month: of that year, or the next one that is not over.</summary>
    public static LocalDate NextMonth(LocalDate today, int month, int year)
    {
        if (year != 0) return new LocalDate(year, month, 1);
        return new LocalDate(month < today.Month ? today.Year + 1 : today.Year, month, 1);
    }

    /// <summary>So many working days on, Monday to Friday.</summary>
    public static LocalDate PlusWorkingDays(LocalDate day, int count)
    {
        while (count > 0)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) count--;
        }

        return day;
    }

    private static (LocalDate From, LocalDate To) Of(LocalDate from, Func<LocalDate, LocalDate> end) => (from, end(from));
}
