namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>What was said to tell the morning from the afternoon.</summary>
internal enum HalfOfDay : byte
{
    Unsaid,
    Am,
    Pm,

    /// <summary>Four digits, or an hour that a 24-hour clock alone shows: as written (rule 10).</summary>
    Written,
}

/// <summary>A clock time as said: the hour may still have to be told from its other half of the day.</summary>
internal struct ClockTime
{
    /// <summary>The first bare hour that is of the morning, by rule 9.</summary>
    public const int Morning = 7;

    public byte Hour;
    public byte Minute;
    public HalfOfDay Half;
    public bool Impossible;

    /// <summary>Read by rule 9, an hour alone: it could be the other half of the day.</summary>
    public readonly bool Bare => Half == HalfOfDay.Unsaid;

    public static ClockTime Of(int hour, int minute, HalfOfDay half) => new()
    {
        Hour = (byte)Math.Min(hour, 99),
        Minute = (byte)Math.Min(minute, 99),
        Half = hour is 0 or > 12 && half != HalfOfDay.Am ? HalfOfDay.Written : half,
        Impossible = minute > 59 || hour > 23 || (hour > 12 && half == HalfOfDay.Am) || (hour == 0 && half == HalfOfDay.Pm),
    };

    /// <summary>Minutes after midnight, with <paramref name="part"/> of the day said beside it (rules 8, 9 and 10).</summary>
    /// <param name="earliest">A bare hour before it is of the afternoon.</param>
    public readonly int Minutes(Part part, int earliest = Morning) => (Settled(part, earliest) * 60) + Minute;

    private readonly int Settled(Part part, int earliest) => Half switch
    {
        HalfOfDay.Written => Hour,
        HalfOfDay.Am => Hour % 12,
        HalfOfDay.Pm => (Hour % 12) + 12,
        _ => part switch
        {
            Part.Morning or Part.FirstThing => Hour == 12 ? 0 : Hour,
            Part.Afternoon or Part.Evening or Part.Night => (Hour % 12) + 12,
            _ => Hour >= 1 && Hour < earliest ? Hour + 12 : Hour,
        },
    };

    /// <summary>Start and end in minutes after the first midnight; the end may lie on the next day (rule 13).</summary>
    public static (int Start, int End) Range(ClockTime from, ClockTime to, Part part, int earliest)
    {
        const int HalfDay = 12 * 60, Day = 2 * HalfDay;
        int start = from.Minutes(part, earliest);
        int end = to.Minutes(part, earliest);
        if (from.Bare && !to.Bare && part == Part.None)
        {
            end = end == 0 ? Day : end;
            int same = (start % HalfDay) + (end > HalfDay ? HalfDay : 0);
            start = to.Half == HalfOfDay.Written && start < end ? start : same < end ? same : same >= HalfDay ? same - HalfDay : same + HalfDay;
        }
        else if (to.Bare)
        {
            int shown = to.Hour % 12 * 60 + to.Minute;
            while (shown <= start) shown += HalfDay;
            end = shown;
        }

        return (start, end > start ? end : end + Day);
    }
}
