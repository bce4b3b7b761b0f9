using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Privacy;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What a rep types in the personal chat: a command, or the answer to the question that stands.</summary>
public sealed class PersonalTurns(AnswerTurns answers, DealTurns deals, MeetingLog meetings, PrivacyTurns privacy, AskingTurns asking)
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
            PersonalCommand.Undo => deals.UndoAsync(hand, cancellationToken),
            PersonalCommand.Reword => answers.RewordAsync(hand, cancellationToken),
            PersonalCommand.Later later => answers.LaterAsync(hand, later.When, cancellationToken),
            PersonalCommand.LogMeeting log => meetings.LogAsync(hand, log, cancellationToken),
            PersonalCommand.ExportMe export => privacy.ExportAsync(hand, export.Part, cancellationToken),
            PersonalCommand.ForgetMe forget => privacy.ForgetAsync(hand, forget.IsSure, cancellationToken),
            PersonalCommand.EraseDeal erase => privacy.EraseAsync(hand, erase.Name, erase.IsSure, cancellationToken),
            PersonalCommand.Preview preview => asking.PreviewAsync(hand, preview.Week, cancellationToken),
            PersonalCommand.Holidays holidays => asking.HolidaysAsync(hand, holidays.Country, cancellationToken),
            PersonalCommand.Why asked => deals.WhyAsync(hand, asked, cancellationToken),
            PersonalCommand.Check check => deals.CheckAsync(hand, check, cancellationToken),
            PersonalCommand.MendDeal mend => deals.MendAsync(hand, mend, cancellationToken),
            PersonalCommand.Prepare prepare => deals.PrepareAsync(hand, prepare, cancellationToken),
            PersonalCommand.Answer answer => answers.AnswerAsync(hand, answer.Text, cancellationToken),
            _ => Reply(Message.Of(HelpCard.Of(), Replies.Help)),
        };
    }

    private static Task<Activity?> Reply(Activity reply) => Task.FromResult<Activity?>(reply);
}
