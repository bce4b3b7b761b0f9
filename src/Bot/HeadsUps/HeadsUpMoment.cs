using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>When a rep hears of their stalled deals before a weekly card.</summary>
public static class HeadsUpMoment
{
    /// <summary>The morning of the rep's last working day that begins early enough: with a day to spare, Friday at 9 for Monday at 8.</summary>
    /// <param name="lead">So long the rep has the deals to themselves.</param>
    public static Instant Before(Instant cardAt, Duration lead, WorkingCalendar calendar)
    {
        var latest = cardAt - lead;
        var day = calendar.DateAt(latest);
        while (!calendar.IsWorkingDay(day) || MorningOf(day, calendar) > latest)
            day = day.PlusDays(-1);
        return MorningOf(day, calendar);
    }

    private static Instant MorningOf(LocalDate day, WorkingCalendar calendar) => WallClock.At(day, calendar.From, calendar.Zone);
}
