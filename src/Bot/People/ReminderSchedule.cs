using FollowUpBot.Bot.Host;
using FollowUpBot.Deals;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>When a rep is asked about a meeting.</summary>
public sealed class ReminderSchedule(PeopleDirectory directory, IOptions<ReminderOptions> options)
{
    /// <summary>Some time after the meeting's end, but never in the past and only in the rep's working hours.</summary>
    public async Task<Instant> DueAsync(string tenant, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var calendar = await directory.RecentCalendarAsync(tenant, meeting.Rep, now, cancellationToken);
        var wanted = Instant.Max(meeting.End, now - Duration.FromTimeSpan(options.Value.After)) + Duration.FromTimeSpan(options.Value.After);
        return Allowed(wanted, calendar);
    }

    /// <summary>The moment itself when the rep may be spoken to then, else the next moment when they may.</summary>
    public Instant Allowed(Instant wanted, WorkingCalendar calendar) =>
        options.Value.OnlyInWorkingHours ? calendar.WorkingMomentFrom(wanted) : wanted;
}
