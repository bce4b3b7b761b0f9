using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>When a rep hears of their stalled deals before a weekly card.</summary>
public static class HeadsUpMoment
{
    /// <summary>So long a rep has the deals to themselves.</summary>
    public static readonly Duration Lead = Duration.FromHours(24);

    /// <summary>The morning of the rep's last working day that begins at least a day before the card: Friday at 9 for Monday at 8.</summary>
    public static Instant Before(Instant cardAt, WorkingCalendar calendar)
    {
        var latest = cardAt - Lead;
        var day = calendar.DateAt(latest);
        while (!calendar.IsWorkingDay(day) || MorningOf(day, calendar) > latest)
            day = day.PlusDays(-1);
        return MorningOf(day, calendar);
    }

    private static Instant MorningOf(LocalDate day, WorkingCalendar calendar) => WallClock.At(day, calendar.From, calendar.Zone);
}
