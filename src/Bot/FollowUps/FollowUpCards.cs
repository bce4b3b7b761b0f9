using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Cards;
using NodaTime;

namespace FollowUpBot.Bot.FollowUps;

/// <summary>A reminder's card as it stands; one that was asked about in a list offers the next of the list when it is done.</summary>
public sealed class FollowUpCards(IDocumentStore store, PeopleDirectory directory, AppointmentLinks links)
{
    public async Task<Card> OfAsync(PersonDocument person, ReminderDocument reminder, Deal deal, Instant now, CancellationToken cancellationToken)
    {
        var card = ReminderCards.Of(reminder, deal, directory.CalendarOf(person), now, await links.ForAsync(reminder, deal, now, cancellationToken));
        return reminder is { IsOpen: false, ListId: { } list } && await NextAsync(person, list, cancellationToken) is var (next, name)
            ? card with { Actions = [ReminderCards.Next(next, name), .. card.Actions ?? []] }
            : card;
    }

    private async Task<(ReminderDocument Reminder, string Name)?> NextAsync(PersonDocument person, string list, CancellationToken cancellationToken)
    {
        var open = await directory.OpenRemindersOfAsync(person);
        var next = open.Select(stored => stored.Value).Where(reminder => reminder.ListId == list).MinBy(reminder => (reminder.Meeting.End, reminder.Id));
        return next is not null && await store.FindAsync(next.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken) is { Value.IsOpen: true } deal
            ? (next, deal.Value.Facts.Name)
            : null;
    }
}
