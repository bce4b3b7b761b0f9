using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>
/// When an unanswered follow-up deserves a line in the morning's list: one working day after it was asked, three days after, then once in
/// five working days; after twenty it stands in "my deals" alone. Who leaves three of them unanswered gets only the weekly line.
/// </summary>
public static class NudgeRule
{
    private const int ManyIgnored = 3;
    private const int Weekly = 5;
    private const int Last = 20;

    /// <param name="isBackedOff">Whether the person has ignored too many; see <see cref="IsBackedOff"/>.</param>
    public static bool IsTurn(ReminderDocument reminder, WorkingCalendar calendar, Instant now, bool isBackedOff)
    {
        if (reminder is not { IsOpen: true, AskedAt: { } asked, Delivery.State: Mail.DeliveryState.Sent })
            return false;
        var days = calendar.WorkingDaysBetween(calendar.DateAt(asked), calendar.DateAt(now));
        return days switch
        {
            < 1 or > Last => false,
            1 or 3 => !isBackedOff,
            _ => days % Weekly == 0,
        };
    }

    /// <summary>Three follow-ups that were asked two working days ago or longer, and not a word to any of them.</summary>
    public static bool IsBackedOff(IEnumerable<ReminderDocument> open, WorkingCalendar calendar, Instant now) => open.Count(reminder =>
        reminder is { IsOpen: true, AskedAt: { } asked, TouchedAt: null } && calendar.WorkingDaysBetween(calendar.DateAt(asked), calendar.DateAt(now)) >= 2) >= ManyIgnored;
}
