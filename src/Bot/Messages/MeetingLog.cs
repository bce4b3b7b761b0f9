using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Meetings that reps log themselves, in words.</summary>
public sealed class MeetingLog(PeopleDirectory directory, Intake intake)
{
    private const string Source = "teams";

    private static readonly Duration UsualLength = Duration.FromMinutes(30);

    /// <summary>Logs it when exactly one open deal of the rep fits the name; else asks which, or whether to add it.</summary>
    public async Task<Activity?> LogAsync(Hand hand, PersonalCommand.LogMeeting command, CancellationToken cancellationToken)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        var fitting = DealSearch.Find(deals, command.DealName);
        var ended = hand.Now - Duration.FromDays(command.DaysAgo);
        if (fitting.Count == 1)
            return Message.Of(await LogAsync(hand, fitting[0].Id, fitting[0].Facts, ended, command.IsCall ? MeetingKind.Call : MeetingKind.InPerson, cancellationToken));
        var card = fitting.Count == 0 ? LogCards.Unknown(command.DealName, ended) : LogCards.Which(command.DealName, fitting, ended);
        return Message.Of(card, card.FallbackText);
    }

    /// <summary>Adds a deal that no CRM has told of, with the meeting.</summary>
    public Task<string> LogNewDealAsync(Hand hand, string name, Instant ended, CancellationToken cancellationToken)
    {
        var facts = new DealFacts(name, hand.Person.Names[0], DealStatus.Open, Revision: null, Amount: null, Currency: null, Stage: null, CloseOn: null, Link: null);
        return LogAsync(hand, $"teams-{Keys.Hash(hand.Person.ObjectId)}-{name.ToLowerInvariant()}", facts, ended, MeetingKind.InPerson, cancellationToken);
    }

    /// <summary>Logs a meeting with one of the rep's own deals; null when it is not one of theirs.</summary>
    public async Task<string?> LogForAsync(Hand hand, string dealId, Instant ended, CancellationToken cancellationToken)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        return deals.FirstOrDefault(deal => deal.Id == dealId) is { } own
            ? await LogAsync(hand, own.Id, own.Facts, ended, MeetingKind.InPerson, cancellationToken)
            : null;
    }

    /// <summary>Logs a meeting whose title names exactly one open deal of the rep; else nothing, as a guess would only annoy.</summary>
    public async Task LogEndedAsync(Hand hand, string title, Instant ended, CancellationToken cancellationToken)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        var named = deals.Where(deal => title.Contains(deal.Facts.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named is [var deal])
            await LogAsync(hand, deal.Id, deal.Facts, ended, MeetingKind.Video, cancellationToken);
    }

    private async Task<string> LogAsync(Hand hand, string dealId, DealFacts facts, Instant ended, MeetingKind kind, CancellationToken cancellationToken)
    {
        var moment = ended.ToUnixTimeSeconds();
        var meeting = new Meeting(
            $"teams-{moment}", Revision: 1, dealId, hand.Person.Names[0], Buyers: [], kind, ended - UsualLength, ended,
            Title: null, Note: null, Cancelled: false);
        var delivery = new FeedDelivery(hand.Person.Tenant, Source, hand.MessageId ?? $"{dealId}-{moment}");
        var answer = await intake.LogForRepAsync(delivery, facts, meeting, hand.Now, cancellationToken);
        return answer.IsRepeat ? Replies.AlreadyLogged(facts.Name) : Replies.Logged(facts.Name);
    }
}
