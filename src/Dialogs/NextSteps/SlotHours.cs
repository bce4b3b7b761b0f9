using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>How far the buyer's day counts: when no hour suits both sides, an early or late one for the buyer, then any.</summary>
internal enum BuyerHours
{
    Working,
    Waking,
    Any,
}

/// <summary>The starts that the rules of a slot leave open, on the half hour.</summary>
internal sealed class SlotHours(SlotRules rules, Instant now, Duration notice)
{
    private const int Grid = 30;
    private static readonly LocalTime Wakes = new(7, 0), Sleeps = new(21, 0);
    private readonly Instant _earliest = Earliest(rules, now, notice);

    /// <summary>All possible starts in a stretch of the rep's wall clock, of at most so many days that have any.</summary>
    public List<ZonedDateTime> Starts(LocalDateTime from, LocalDateTime to, BuyerHours buyer, int days = 31)
    {
        var starts = new List<ZonedDateTime>();
        var earliest = _earliest.InZone(rules.Zone).LocalDateTime;
        from = from < earliest ? earliest : from;
        for (var day = from.Date; day.AtMidnight() < to && days > 0 && Period.DaysBetween(from.Date, day) <= 366; day = day.PlusDays(1))
        {
            int before = starts.Count;
            if (rules.IsWorkingDay(day)) AddDay(starts, day, from, to, buyer);
            if (starts.Count > before) days--;
        }

        return starts;
    }

    private void AddDay(List<ZonedDateTime> starts, LocalDate day, LocalDateTime from, LocalDateTime to, BuyerHours buyer)
    {
        int first = Minutes(rules.From), last = Minutes(rules.To) - (int)rules.Length.TotalMinutes;
        for (int minute = (first + Grid - 1) / Grid * Grid; minute <= last; minute += Grid)
        {
            var local = day.AtMidnight().PlusMinutes(minute);
            if (local < from || local >= to) continue;
            var mapped = rules.Zone.MapLocal(local);
            if (mapped.Count == 1 && IsFree(mapped.Single().ToInstant()) && SuitsBuyer(mapped.Single().ToInstant(), buyer)) starts.Add(mapped.Single());
        }
    }

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;

    private bool IsFree(Instant start) =>
        start >= _earliest && rules.Busy.All(busy => busy + rules.Length <= start || start + rules.Length <= busy);

    private bool SuitsBuyer(Instant start, BuyerHours hours)
    {
        if (rules.BuyerZone is null || hours == BuyerHours.Any) return true;
        var from = start.InZone(rules.BuyerZone);
        var to = (start + rules.Length).InZone(rules.BuyerZone);
        if (from.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || from.Date != to.Date) return false;
        return hours == BuyerHours.Working
            ? from.TimeOfDay >= rules.From && to.TimeOfDay <= rules.To
            : from.TimeOfDay >= Wakes && to.TimeOfDay <= Sleeps;
    }

    /// <summary>The moment when so much working time has gone by.</summary>
    private static Instant Earliest(SlotRules rules, Instant now, Duration notice)
    {
        const int MostDays = 60;
        var left = notice;
        var day = now.InZone(rules.Zone).Date;
        for (int i = 0; i < MostDays; i++, day = day.PlusDays(1))
        {
            if (!rules.IsWorkingDay(day)) continue;
            var open = day.At(rules.From).InZoneLeniently(rules.Zone).ToInstant();
            var close = day.At(rules.To).InZoneLeniently(rules.Zone).ToInstant();
            open = open < now ? now : open;
            if (close - open >= left) return open + left;
            if (close > open) left -= close - open;
        }

        return now + notice;
    }
}
