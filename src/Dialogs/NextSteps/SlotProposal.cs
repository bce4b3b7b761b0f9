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
    /// <summary>
    /// Two slots in the rep's zone, in order: inside the window, in working hours, at least two working hours ahead and far enough
    /// apart to be a choice. When the window has no room, the slots are the first after it. A null window means the coming working days.
    /// </summary>
    public static IReadOnlyList<ZonedDateTime> Propose(Window? window, Instant now, SlotRules rules) => [];
}
