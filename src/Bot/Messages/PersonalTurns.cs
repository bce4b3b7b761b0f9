using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What a rep types in the personal chat: a command, or the answer to the question that stands.</summary>
public sealed class PersonalTurns(AnswerTurns answers, DealTurns deals, MendTalk mends, MeetingLog meetings, AskingTurns asking)
{
    /// <returns>The reply; null when the message was taken before.</returns>
    public Task<Activity?> HandleAsync(PersonDocument person, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        var hand = new Hand(person, now, activity.Id);
        return PersonalCommand.Parse(activity.SpokenText()) switch
        {
            PersonalCommand.Help => Reply(Message.Of(HelpCard.Of(), Replies.Help)),
            PersonalCommand.MyDeals => deals.MyDealsAsync(hand),
            PersonalCommand.Cancel => answers.CancelAsync(hand, cancellationToken),
            PersonalCommand.Undo => UndoAsync(hand, cancellationToken),
            PersonalCommand.Reword => answers.RewordAsync(hand, cancellationToken),
            PersonalCommand.Later later => answers.LaterAsync(hand, later.When, cancellationToken),
            PersonalCommand.LogMeeting log => meetings.LogAsync(hand, log, cancellationToken),
            PersonalCommand.ExportMe export => asking.Privacy.ExportAsync(hand, export.Part, cancellationToken),
            PersonalCommand.ForgetMe forget => asking.Privacy.ForgetAsync(hand, forget.IsSure, cancellationToken),
            PersonalCommand.EraseDeal erase => asking.Privacy.EraseAsync(hand, erase.Name, erase.IsSure, cancellationToken),
            PersonalCommand.Preview preview => asking.PreviewAsync(hand, preview.Week, cancellationToken),
            PersonalCommand.Holidays holidays => asking.HolidaysAsync(hand, holidays.Country, cancellationToken),
            PersonalCommand.Why asked => deals.WhyAsync(hand, asked, cancellationToken),
            PersonalCommand.Check check => deals.CheckAsync(hand, check, cancellationToken),
            PersonalCommand.MendDeal mend => MendAsync(hand, mend, cancellationToken),
            PersonalCommand.Prepare prepare => deals.PrepareAsync(hand, prepare, cancellationToken),
            PersonalCommand.Answer answer => answers.AnswerAsync(hand, answer.Text, cancellationToken),
            _ => Reply(Message.Of(HelpCard.Of(), Replies.Help)),
        };
    }

    /// <summary>"Close with Dana on Tuesday at 3" is a next step, where no deal is called so.</summary>
    private async Task<Activity?> MendAsync(Hand hand, PersonalCommand.MendDeal mend, CancellationToken cancellationToken) =>
        await mends.TakeAsync(hand, mend.Request, mend.Text, cancellationToken) is { } told
            ? Message.Of(told)
            : await deals.AnsweredAsync(hand, mend.Text, cancellationToken) ?? Message.Of(WhyWords.NoSuchDeal(mend.Request.DealName));

    /// <summary>Takes back what the rep did last: an answer, or a move or mute of a deal.</summary>
    private async Task<Activity?> UndoAsync(Hand hand, CancellationToken cancellationToken)
    {
        var saved = await answers.LastSavedAsync(hand.Person);
        return await mends.LastAsync(hand.Person, cancellationToken) is { } mend && !(saved?.SavedAt > mend.At)
            ? Message.Of(await mends.UndoAsync(hand, mend.DealId, cancellationToken))
            : await answers.UndoAsync(hand, saved, cancellationToken);
    }

    private static Task<Activity?> Reply(Activity reply) => Task.FromResult<Activity?>(reply);
}
