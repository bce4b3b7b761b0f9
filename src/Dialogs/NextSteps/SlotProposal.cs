using NodaTime;

namespace FollowUpBot.Dialogs.NextSteps;

/// <summary>When slots may lie.</summary>
/// <param name="Zone">The rep's zone.</param>
/// <param name="From">Start of the rep's working day.</param>
/// <param name="To">End of the rep's working day; a slot of <paramref name="Length"/> must end by then.</param>
/// <param name="IsWorkingDay">False on weekends and holidays.</param>
/// <param name="Busy">Starts of the rep's other firm steps; a slot does not overlap them.</param>
/// <param name="BuyerZone">The buyer's zone, when known: the slot lies in the same hours there too.</param>
/// <param name="Length">How long the appointment is taken to last.</param>
public sealed record SlotRules(
    DateTimeZone Zone,
    LocalTime From,
    LocalTime To,
    Func<LocalDate, bool> IsWorkingDay,
    IReadOnlyList<Instant> Busy,
    DateTimeZone? BuyerZone,
    Duration Length);

/// <summary>Turns a vague window into two concrete slots to choose from.</summary>
public static class SlotProposal
{
    private const int Grid = 30;
    private const int DaysAhead = 120;
    private const int LunchCosts = 600;
    private static readonly Duration Notice = Duration.FromHours(2);
    private static readonly Duration Apart = Duration.FromHours(2);
    private static readonly LocalTime Forenoon = new(10, 0), Afternoon = new(14, 0);

    /// <summary>
    /// Two slots in the rep's zone, in order: inside the window, in working hours, at least two working hours ahead and far enough
    /// apart to be a choice. When the window has no room, the slots are the first after it. A null window means the coming working days: nobody agrees on today without saying so.
    /// </summary>
    public static IReadOnlyList<ZonedDateTime> Propose(Window? window, Instant now, SlotRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var hours = new SlotHours(rules, now, Notice);
        var today = now.InZone(rules.Zone).LocalDateTime;
        var from = window is null ? today.Date.PlusDays(1).AtMidnight() : window.From < today ? today : window.From;
        var to = window is null ? from.Date.PlusDays(7).AtMidnight() : window.To;
        foreach (var buyer in Enum.GetValues<BuyerHours>())
        {
            var inside = hours.Starts(from, to, buyer);
            if (Choose(inside) is { } two) return two;
            var later = hours.Starts(to > from ? to : from, (to > from ? to : from).PlusDays(DaysAhead), buyer, days: 5);
            if (inside.Count > 0 && later.Count > 0) return [Nearest(inside, Forenoon), Nearest(OnDay(later, later[0].Date), Afternoon)];
            if (Choose(later) is { } after) return after;
        }

        return [];
    }

    /// <summary>Two of the possible starts: on two days when there are two, otherwise apart on the same day; null when there is no choice.</summary>
    private static ZonedDateTime[]? Choose(List<ZonedDateTime> starts)
    {
        if (starts.Count < 2) return null;
        var days = starts.Select(s => s.Date).Distinct().ToList();
        if (days.Count > 1)
        {
            var second = days[Math.Clamp(days.Count / 2, 1, 2)];
            return [Nearest(OnDay(starts, days[0]), Forenoon), Nearest(OnDay(starts, second), Afternoon)];
        }

        var span = starts[^1].ToInstant() - starts[0].ToInstant();
        if (span < Duration.FromHours(1)) return null;
        var first = Nearest(starts.FindAll(s => starts[^1].ToInstant() - s.ToInstant() >= Least(span)), Forenoon);
        return [first, Nearest(starts.FindAll(s => s.ToInstant() - first.ToInstant() >= Least(span)), Afternoon)];
    }

    private static Duration Least(Duration span) => span < Apart ? span : Apart;

    private static List<ZonedDateTime> OnDay(List<ZonedDateTime> starts, LocalDate day) => starts.FindAll(s => s.Date == day);

    /// <summary>The start nearest to a time of day, a full hour before a half one, and noon to one only when nothing else is left.</summary>
    private static ZonedDateTime Nearest(List<ZonedDateTime> starts, LocalTime wanted) => starts.MinBy(s =>
        Math.Abs(Period.Between(wanted, s.TimeOfDay, PeriodUnits.Minutes).Minutes) + (s.Minute == 0 ? 0 : Grid + 1) + (s.Hour == 12 ? LunchCosts : 0));
}
