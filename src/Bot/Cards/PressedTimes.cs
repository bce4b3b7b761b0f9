using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Cards;

/// <summary>
/// Days and times as a press says them. A date field takes every year there is, and a press that was made up says anything: what lies
/// further off than anybody plans is none, and no sum with it leaves the calendar.
/// </summary>
public static class PressedTimes
{
    private const int FurthestYears = 10;

    public static LocalDate? Day(this CardSubmission press, string field, Instant now) =>
        LocalDatePattern.Iso.Parse(press.Text(field) ?? "") is { Success: true, Value: var day } && IsNear(day, now) ? day : null;

    public static LocalDateTime? Moment(this CardSubmission press, string field, Instant now) =>
        LocalDateTimePattern.GeneralIso.Parse(press.Text(field) ?? "") is { Success: true, Value: var moment } && IsNear(moment.Date, now) ? moment : null;

    private static bool IsNear(LocalDate day, Instant now) => Math.Abs(day.Year - now.InUtc().Year) <= FurthestYears;
}
