using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>When a person works: the days and hours on the wall of their zone.</summary>
/// <param name="From">Start of the working day, inclusive.</param>
/// <param name="To">End of the working day, exclusive; after <paramref name="From"/>.</param>
public sealed record WorkingCalendar(DateTimeZone Zone, LocalTime From, LocalTime To)
{
    private static readonly IReadOnlySet<LocalDate> NoHolidays = new HashSet<LocalDate>();

    private static readonly IReadOnlyList<IsoDayOfWeek> Weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public IReadOnlySet<LocalDate> Holidays { get; init; } = NoHolidays;

    /// <summary>The days of the week on which the person works; at least one.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = Weekdays;

    public static WorkingCalendar Usual(DateTimeZone zone) => new(zone, new LocalTime(9, 0), new LocalTime(17, 30));

    public LocalDate DateAt(Instant instant) => instant.InZone(Zone).Date;

    public bool IsWorkingDay(LocalDate day) =>
        IsWeekday(day) && !Holidays.Contains(day);

    public LocalDate NextWorkingDay(LocalDate after)
    {
        var day = after.PlusDays(1);
        while (!IsWorkingDay(day))
            day = day.PlusDays(1);
        return day;
    }

    /// <summary>The moment itself when it lies in working hours, else the start of the next working day.</summary>
    public Instant WorkingMomentFrom(Instant instant)
    {
        var local = instant.InZone(Zone);
        if (!IsWorkingDay(local.Date) || local.TimeOfDay >= To)
            return WallClock.At(NextWorkingDay(local.Date), From, Zone);
        return local.TimeOfDay < From ? WallClock.At(local.Date, From, Zone) : instant;
    }

    /// <summary>The end of the last working day that ended before the moment.</summary>
    public Instant WorkingEndBefore(Instant instant)
    {
        var local = instant.InZone(Zone);
        var day = local.TimeOfDay > To ? local.Date : local.Date.PlusDays(-1);
        while (!IsWorkingDay(day))
            day = day.PlusDays(-1);
        return WallClock.At(day, To, Zone);
    }

    /// <summary>The moment at which so much working time has passed since then; elapsed time, so a clock change within it does not count.</summary>
    public Instant PlusWorkingTime(Instant instant, Duration work)
    {
        var at = WorkingMomentFrom(instant);
        var left = work;
        while (true)
        {
            var local = at.InZone(Zone);
            var evening = WallClock.At(local.Date, To, Zone);
            if (at + left <= evening)
                return at + left;
            left -= Duration.Max(evening - at, Duration.Zero);
            at = WallClock.At(NextWorkingDay(local.Date), From, Zone);
        }
    }

    /// <summary>The same time of day after so many working days; a moment on a day off counts as the end of the working day before it.</summary>
    public Instant PlusWorkingDays(Instant instant, int days)
    {
        var local = instant.InZone(Zone);
        var day = local.Date;
        for (var left = days; left > 0; left--)
            day = NextWorkingDay(day);
        return WallClock.At(day, IsWorkingDay(local.Date) ? local.TimeOfDay : To, Zone);
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when there is none.</summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        if (to <= from)
            return 0;
        var days = Period.DaysBetween(from, to);
        var count = days / 7 * Days.Count;
        for (var day = from.PlusDays(days / 7 * 7 + 1); day <= to; day = day.PlusDays(1))
            count += IsWeekday(day) ? 1 : 0;
        foreach (var holiday in Holidays)
            count -= holiday > from && holiday <= to && IsWeekday(holiday) ? 1 : 0;
        return count;
    }

    private bool IsWeekday(LocalDate day) => Days.Contains(day.DayOfWeek);
}
