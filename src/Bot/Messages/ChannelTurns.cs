using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What is said to the bot in a channel.</summary>
public sealed class ChannelTurns(ChannelDoor door, PointingTurns pointing, ShowingTurns showing, SettingsTurns settings, PreviewTurns previews)
{
    public async Task<Activity> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (await door.TurnAsync(activity, now, cancellationToken) is not { } turn)
            return Message.Of(Replies.NoIdentity);
        return ChannelCommand.Parse(activity.SpokenText()) switch
        {
            ChannelCommand.DigestHere => await pointing.HereAsync(turn, cancellationToken),
            ChannelCommand.DigestOff => await pointing.OffAsync(turn, cancellationToken),
            ChannelCommand.DigestOn on => await pointing.OnAsync(turn, on, cancellationToken),
            ChannelCommand.NameManagers => await pointing.NameManagersAsync(turn, cancellationToken),
            ChannelCommand.DigestNow => await showing.NowAsync(turn, cancellationToken),
            ChannelCommand.DigestAll => await showing.AllAsync(turn, cancellationToken),
            ChannelCommand.Why asked => await showing.WhyAsync(turn, asked.Question, cancellationToken),
            ChannelCommand.DigestSettings => await settings.ShowAsync(turn, cancellationToken),
            ChannelCommand.Preview preview => await previews.ChannelAsync(turn, preview.Week, cancellationToken),
            _ => Message.Of(Replies.ChannelHelp),
        };
    }
}
