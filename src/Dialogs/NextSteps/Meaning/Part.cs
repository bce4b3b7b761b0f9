namespace FollowUpBot.Dialogs.NextSteps.Meaning;

/// <summary>A part of the day.</summary>
internal enum Part : byte
{
    None,
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Night,
    FirstThing,
    EndOfDay,
}

/// <summary>What time is counted in.</summary>
internal enum Unit : byte
{
    None,
    Minute,
    Hour,
    Day,
    WorkingDay,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    HalfYear,
    Weekend,
    Season,
}

/// <summary>Which end of a period is meant.</summary>
internal enum Edge : byte
{
    None,
    Early,
    Mid,
    Late,
    Somewhere,
}

/// <summary>A one-sided bound before a time.</summary>
internal enum Bound : byte
{
    None,
    After,
    Before,

    /// <summary>"from 3": open, unless an end or a length is said.</summary>
    From,

    /// <summary>"by Friday at 5": a deadline, as good as "at" once a clock time is said (rule 14).</summary>
    By,
}
