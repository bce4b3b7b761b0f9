using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Appointments;

/// <summary>When a rep hears of an appointment: some time before it, and once it should be over.</summary>
public sealed class AppointmentSchedule(ReminderSchedule reminders, IOptions<ReminderOptions> options)
{
    /// <summary>The messages of an answer's firm step, to stand in the same batch as the answer; none without a step.</summary>
    public IEnumerable<DocumentWrite> For(ReminderDocument answered, FollowUp said, WorkingCalendar calendar, Instant now)
    {
        if (said.NextStep is not { } step)
            yield break;
        if (Before(step.At, calendar) is var before && before > now)
            yield return Create(answered, said, AppointmentMoment.Before, step.At, before);
        yield return Create(answered, said, AppointmentMoment.After, step.At, After(step.At, calendar));
    }

    /// <summary>In working hours; for an appointment at the start of a day that is the end of the working day before.</summary>
    private Instant Before(Instant step, WorkingCalendar calendar)
    {
        var lead = Duration.FromTimeSpan(options.Value.PrepBefore);
        var wanted = step - lead;
        return reminders.Allowed(wanted, calendar) == wanted ? wanted : calendar.WorkingEndBefore(wanted) - lead;
    }

    /// <summary>As long after its end as after any meeting: by then the CRM may have told of it, and nothing need be asked.</summary>
    private Instant After(Instant step, WorkingCalendar calendar) =>
        reminders.Allowed(step + AppointmentWords.Length + Duration.FromTimeSpan(options.Value.After), calendar);

    private static DocumentWrite.Create Create(ReminderDocument answered, FollowUp said, AppointmentMoment moment, Instant step, Instant due) => new(
        new AppointmentDocument(answered.Tenant, answered.DealId, answered.Id, moment, step, said.CapturedAt, Delivery.Schedule(due))
            .ToDocument(Keys.Appointment(answered.Id, answered.Version, moment)));
}
