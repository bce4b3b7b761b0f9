using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>What comes back when a typed answer was stored: words, and a card where there is something to tap.</summary>
public sealed class TakenReplies(PeopleDirectory directory, AppointmentLinks links)
{
    /// <returns>The words with slots on offer, with another reading of what was saved, or with what a firm step gives back.</returns>
    public async Task<Activity> ToAsync(OpenedFollowUp taken, string message, Hand hand, CancellationToken cancellationToken)
    {
        var (reminder, deal) = (taken.Reminder.Value, taken.Deal.Value);
        var firm = await links.ForAsync(reminder, deal, hand.Now, cancellationToken);
        return reminder switch
        {
            { Interview.Slots.Count: > 0 } => Message.Of(QuestionCard.Of(reminder, message), message),
            { End: ReminderEnd.Answered, Interview.OtherReading: not null } => Message.Of(ReminderCards.Of(reminder, deal, directory.CalendarOf(hand.Person), hand.Now, firm), message),
            _ when firm is not null => Message.Of(message, StepCard.Of(reminder, firm)),
            _ => Message.Of(message),
        };
    }
}
