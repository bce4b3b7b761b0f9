using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Cards;

/// <summary>The moments that "Later" offers: soon, the next mornings, and the start of next week, each once and in working hours.</summary>
public static class LaterTimes
{
    private static readonly Duration Soon = Duration.FromHours(1);

    public static IReadOnlyList<LocalDateTime> From(Instant now, WorkingCalendar calendar)
    {
        var today = calendar.DateAt(now);
        var tomorrow = calendar.NextWorkingDay(today);
        var soon = calendar.WorkingMomentFrom(now + Soon).InZone(calendar.Zone).LocalDateTime;
        LocalDateTime[] times =
        [
            TimeAdjusters.TruncateToMinute(soon.TimeOfDay).On(soon.Date),
            tomorrow + calendar.From,
            calendar.NextWorkingDay(tomorrow) + calendar.From,
            calendar.NextWorkingDay(today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday))) + calendar.From,
        ];
        return [.. times.Distinct().Order()];
    }
}
