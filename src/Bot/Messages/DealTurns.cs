using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>What a rep asks of their own deals: the list, why one is stalled, whether a mail to a buyer is good.</summary>
public sealed class DealTurns(PeopleDirectory directory, WhyAnswers why)
{
    public async Task<Activity?> ListAsync(Hand hand)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        if (deals.Count == 0)
            return Message.Of(Replies.NoDeals);
        var waiting = (await directory.OpenRemindersOfAsync(hand.Person)).Select(stored => stored.Value).Where(reminder => reminder.IsAnswerable).ToList();
        var card = DealsCard.Of(deals, waiting, hand.Now);
        return Message.Of(card, card.FallbackText);
    }

    /// <returns>Null when no deal fits the name.</returns>
    public Task<string?> WhyAsync(Hand hand, WhyQuestion question, CancellationToken cancellationToken) =>
        why.PersonAsync(hand.Person, question, directory.ZoneOf(hand.Person), hand.Now, cancellationToken);

    public bool MayBeStep(Hand hand, string text) =>
        MailWords.MayBeStep(text, new ReadingContext(hand.Now, directory.ZoneOf(hand.Person), directory.LocaleOf(hand.Person)));

    public async Task<Activity?> CheckAsync(Hand hand, string mail) =>
        Message.Of(MailWords.Answer(mail, await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names), hand.Now));
}
