using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Appointments;

/// <summary>Makes ready what a rep asks for in words: a draft to the buyer, or a card for the next talk.</summary>
public sealed class Preparations(IDocumentStore store, PeopleDirectory directory)
{
    public async Task<Activity> OfAsync(Hand hand, Preparation what, Deal deal, CancellationToken cancellationToken)
    {
        var meeting = await LastMeetingAsync(hand.Person.Tenant, deal, cancellationToken);
        if (what == Preparation.Card)
        {
            var card = PrepCard.Of(deal, meeting?.BuyersFirstName, hand.Now);
            return Message.Of(card, card.FallbackText);
        }

        var draft = FollowUpDraft.Of(deal.FollowUp, meeting?.BuyersFirstName, directory.CalendarOf(hand.Person), hand.Now);
        return meeting?.BuyersAddress is { } to
            ? Message.Of(Replies.Draft(draft), StepCard.OutlookOnly(draft, to))
            : Message.Of(Replies.Draft(draft));
    }

    /// <summary>Who was there last is who the next words go to.</summary>
    private async Task<Meeting?> LastMeetingAsync(string tenant, Deal deal, CancellationToken cancellationToken)
    {
        var page = await store.InPartitionAsync(Keys.DealPartition(tenant, deal.Id), Keys.MeetingKind, continuation: null, limit: 1000, cancellationToken);
        return page.Documents.Select(stored => stored.As(BotJson.Default.Meeting).Value)
            .Where(meeting => !meeting.Cancelled && meeting.Buyers.Count > 0)
            .MaxBy(meeting => meeting.End);
    }
}
