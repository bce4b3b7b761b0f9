using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>The stored wish that a reminder's card in Teams shows the reminder as it stands.</summary>
public static class CardUpdate
{
    public static DocumentWrite Of(ReminderDocument reminder, Instant now) => new DocumentWrite.Create(
        new CardUpdateDocument(reminder.Id, Attempts: 0, now).ToDocument(reminder.Partition, Keys.CardUpdate(reminder.Id, reminder.Version, reminder.Meeting.Revision)));
}
