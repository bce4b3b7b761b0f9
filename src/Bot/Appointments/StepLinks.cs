using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using Microsoft.Extensions.Options;
using NodaTime;
using LinkOptions = FollowUpBot.Bot.Host.LinkOptions;

namespace FollowUpBot.Bot.Appointments;

/// <summary>Where the buttons of a firm step lead.</summary>
/// <param name="Calendar">Our own calendar file; null when the bot does not know its public address.</param>
/// <param name="Meeting">Teams' form for a new meeting, filled in.</param>
public sealed record StepLinks(Uri? Calendar, Uri Meeting);

/// <summary>Makes the links that a rep gets back for a firm step.</summary>
public sealed class AppointmentLinks(IOptions<LinkOptions> options, LinkKey key)
{
    public const string CalendarPath = "/calendar/";

    /// <returns>Null when the follow-up holds no firm step that is still ahead.</returns>
    public async Task<StepLinks?> ForAsync(ReminderDocument reminder, Deal deal, Instant now, CancellationToken cancellationToken)
    {
        if (reminder.End != ReminderEnd.Answered || deal.FollowUp is not { NextStep: { } step } said || said != reminder.Captured || step.At <= now)
            return null;
        var attendees = reminder.Meeting.Buyers.Select(buyer => buyer.Email).OfType<string>().ToList();
        return new StepLinks(await CalendarAsync(reminder, now, cancellationToken), DeepLinks.Meeting(AppointmentWords.Subject(step, deal.Facts.Name), step, attendees));
    }

    private async Task<Uri?> CalendarAsync(ReminderDocument reminder, Instant now, CancellationToken cancellationToken)
    {
        if (options.Value.Address is not { Length: > 0 } address)
            return null;
        var link = new CalendarLink(reminder.Partition, Keys.Hash(reminder.Id), now + CalendarLink.Life);
        return new Uri(address.TrimEnd('/') + CalendarPath + link.Sign(await key.GetAsync(cancellationToken)));
    }
}
