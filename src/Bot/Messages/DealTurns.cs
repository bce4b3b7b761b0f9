using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// What a rep asks about their deals: the list, why one is stalled, whether a mail reads well, a draft, and how to prepare. Words that begin like such a
/// question and name no deal are the answer that is waited for, when one is.
/// </summary>
public sealed class DealTurns(
    PeopleDirectory directory, Introductions introductions, AnswerTurns answers, EditTurns edits, WhyAnswers why, Preparations preparations, MendTalk mends)
{
    public async Task<Activity?> MyDealsAsync(Hand hand)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        if (deals.Count == 0)
            return Message.Of(Replies.NoDeals);
        var waiting = (await directory.OpenRemindersOfAsync(hand.Person)).Select(stored => stored.Value).Where(reminder => reminder.IsWaiting).ToList();
        var card = DealsCard.Of(deals, waiting, directory.CalendarOf(hand.Person), hand.Now);
        return Message.Of(card, card.FallbackText);
    }

    public async Task<Activity?> WhyAsync(Hand hand, PersonalCommand.Why asked, CancellationToken cancellationToken)
    {
        if (await why.PersonAsync(hand.Person, asked.Question, directory.ZoneOf(hand.Person), hand.Now, cancellationToken) is { } told)
            return Message.Of(told);
        return await AnsweredAsync(hand, asked.Text, cancellationToken) ?? Message.Of(WhyWords.NoSuchDeal(asked.Question.DealName ?? ""));
    }

    /// <summary>"Check the figures with Dana, Tuesday at 3" is a next step while one is waited for.</summary>
    public async Task<Activity?> CheckAsync(Hand hand, PersonalCommand.Check check, CancellationToken cancellationToken)
    {
        if (await IsStepAsync(hand, check.Text))
            return await answers.AnswerAsync(hand, check.Text, cancellationToken);
        if (check.Mail.Length == 0)
            await introductions.ChangeAsync(hand.Person, known => known with { Asked = new OpenQuestion(QuestionTopic.Mail, hand.Now) }, cancellationToken);
        var deals = await DealsAsync(hand);
        return Message.Of(MailWords.Answer(check.Mail, deals, hand.Now));
    }

    /// <summary>"Prep call with Dana, Tuesday at 3" is a next step while one is waited for, too.</summary>
    public async Task<Activity?> PrepareAsync(Hand hand, PersonalCommand.Prepare asked, CancellationToken cancellationToken)
    {
        if (await IsStepAsync(hand, asked.Text))
            return await answers.AnswerAsync(hand, asked.Text, cancellationToken);
        var deals = await DealsAsync(hand);
        var fitting = asked.DealName is { } name ? DealSearch.Find(deals, name) : [.. deals.Where(deal => deal.FollowUp is not null)];
        return fitting switch
        {
            [var deal] => await preparations.OfAsync(hand, asked.What, deal, cancellationToken),
            [] when asked.DealName is { } unknown => await AnsweredAsync(hand, asked.Text, cancellationToken) ?? Message.Of(WhyWords.NoSuchDeal(unknown)),
            [] => Message.Of(Replies.NothingToPrepare),
            _ => Message.Of(Replies.PrepareWhich(asked.What, [.. fitting.Select(deal => deal.Facts.Name)])),
        };
    }

    /// <summary>"Close with Dana on Tuesday at 3" is a next step, where no deal is called so.</summary>
    public async Task<Activity?> MendAsync(Hand hand, PersonalCommand.MendDeal mend, CancellationToken cancellationToken) =>
        await mends.TakeAsync(hand, mend.Request, mend.Text, cancellationToken) is { } told
            ? Message.Of(told)
            : await AnsweredAsync(hand, mend.Text, cancellationToken) ?? Message.Of(WhyWords.NoSuchDeal(mend.Request.DealName));

    /// <summary>Takes back what the rep did last: an answer to a question that goes on, a saved one, or a move or mute of a deal.</summary>
    public async Task<Activity?> UndoAsync(Hand hand, CancellationToken cancellationToken)
    {
        var saved = await answers.LastSavedAsync(hand.Person);
        var mended = await mends.LastAsync(hand.Person, cancellationToken);
        if (await edits.JustAnsweredAsync(hand.Person) is { TouchedAt: { } answeredAt } && !(saved?.SavedAt >= answeredAt) && !(mended?.At >= answeredAt))
            return await edits.BackAsync(hand, cancellationToken);
        return mended is { } mend && !(saved?.SavedAt > mend.At)
            ? Message.Of(await mends.UndoAsync(hand, mend.DealId, cancellationToken))
            : await answers.UndoAsync(hand, saved, cancellationToken);
    }

    /// <summary>Their open deals, with what was answered a minute ago although the last question still stands.</summary>
    private async Task<IReadOnlyList<Deal>> DealsAsync(Hand hand)
    {
        var asked = (await directory.OpenRemindersOfAsync(hand.Person)).Select(stored => stored.Value).OrderBy(reminder => reminder.Meeting.End).ToLookup(reminder => reminder.DealId);
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        return [.. deals.Select(deal => deal with { FollowUp = asked[deal.Id].Aggregate(deal.FollowUp, (known, reminder) => AnswersSoFar.Of(reminder.Interview, known, deal)) })];
    }

    private async Task<bool> IsStepAsync(Hand hand, string text)
    {
        var context = directory.ReadingOf(hand.Person, hand.Now);
        return MailWords.MayBeStep(text, context) && await answers.FocusedAsync(hand.Person) is { Interview.Asked: not null };
    }

    /// <summary>Null when nothing waits for an answer.</summary>
    private async Task<Activity?> AnsweredAsync(Hand hand, string text, CancellationToken cancellationToken) =>
        (await answers.AnswerableAsync(hand.Person)).Count > 0 ? await answers.AnswerAsync(hand, text, cancellationToken) : null;
}
