using NodaTime;
using NodaTime.Calendars;

namespace FollowUpBot.Dialogs;

/// <summary>The week that somebody wants to see beforehand.</summary>
public abstract record PreviewWeek
{
    private PreviewWeek()
    {
    }

    /// <param name="Ahead">0 for the week that it is.</param>
    public sealed record Coming(int Ahead) : PreviewWeek;

    /// <summary>Named by ISO 8601: <c>2026-W49</c>.</summary>
    /// <param name="Monday">Its first day.</param>
    public sealed record Named(LocalDate Monday) : PreviewWeek;

    /// <summary>"preview week", "preview next week" or "preview 2026-W49"; null for anything else.</summary>
    public static PreviewWeek? Parse(string text) => text.Trim().TrimEnd('.', '!', '?').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["preview"] or ["preview", "week"] or ["preview", "this", "week"] => new Coming(0),
        ["preview", "next", "week"] => new Coming(1),
        ["preview", .. ["week"] or [], var week] when MondayOf(week) is { } monday => new Named(monday),
        _ => null,
    };

    /// <summary>The Monday of <c>2026-W49</c>; null for anything else.</summary>
    public static LocalDate? MondayOf(string week)
    {
        if (week.Split('-') is not [{ Length: 4 } year, ['w' or 'W', .. { Length: 2 } number]]
            || !int.TryParse(year, out var y) || !int.TryParse(number, out var w) || y is < 2000 or > 2200 || w < 1 || w > WeekYearRules.Iso.GetWeeksInWeekYear(y))
        {
            return null;
        }

        return WeekYearRules.Iso.GetLocalDate(y, w, IsoDayOfWeek.Monday);
    }

    /// <summary>Its Monday, as seen from a day.</summary>
    public LocalDate From(LocalDate today) => this switch
    {
        Named named => named.Monday,
        Coming coming => today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusWeeks(coming.Ahead),
        _ => today,
    };
}
