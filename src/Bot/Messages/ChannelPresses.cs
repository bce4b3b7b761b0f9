using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What is pressed on the bot's cards in a channel.</summary>
public sealed class ChannelPresses(ChannelDoor door, ShowingTurns showing, SettingsTurns settings, ChannelMends mends)
{
    public async Task<InvokeResponse> HandleAsync(Activity activity, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        if (MendVerbs.Contains(press.Verb))
            return await mends.HandleAsync(activity, press, now, cancellationToken);
        if (press.IsAutomatic || await door.TurnAsync(activity, now, cancellationToken) is not { } turn)
            return InvokeResponse.Message(Replies.NotHere);
        return press.Verb switch
        {
            Verbs.DigestPage => await showing.PageAsync(turn, press, cancellationToken),
            Verbs.SaveDigest => await settings.SaveAsync(turn, press, cancellationToken),
            Verbs.UndoDigest => await settings.UndoAsync(turn, press, cancellationToken),
            _ => InvokeResponse.Message(Replies.NotHere),
        };
    }
}
