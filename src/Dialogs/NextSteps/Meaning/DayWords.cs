using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>Which week a weekday is taken from (rule 15).</summary>
internal enum WeekOf : byte
{
    /// <summary>The first one after today.</summary>
    Coming,
    This,
    Next,
    Last,

    /// <summary>The week that begins on <see cref="DayWords.Monday"/>.</summary>
    Named,
}

/// <summary>A day as said, before the calendar has been asked.</summary>
internal struct DayWords
{
    /// <summary>ISO weekday, or 0.</summary>
    public byte Weekday;
    public WeekOf Week;

    /// <summary>The Monday of the week meant, when <see cref="Week"/> is <see cref="WeekOf.Named"/>.</summary>
    public LocalDate Monday;

    /// <summary>1 to 12, or 0.</summary>
    public byte Month;
    public byte DayOfMonth;

    /// <summary>Full year, or 0.</summary>
    public int Year;

    /// <summary>"the third Tuesday of": 1 to 5, or -1 for the last; 0 when not said.</summary>
    public sbyte Nth;

    /// <summary>"Tuesday week": days to add.</summary>
    public short AddDays;

    /// <summary>A numeric date that might be read in the other order (rule 18).</summary>
    public bool Numeric;

    /// <summary>The day itself, when words such as "tomorrow" give it.</summary>
    public bool Exact;
    public LocalDate Date;

    /// <summary>True when nothing but a weekday was said.</summary>
    public readonly bool OnlyWeekday => Weekday != 0 && DayOfMonth == 0 && !Exact && Nth == 0;

    public readonly bool PlainWeekday => OnlyWeekday && Week == WeekOf.Coming && AddDays == 0;

    public static DayWords On(LocalDate date) => new() { Exact = true, Date = date };
}
