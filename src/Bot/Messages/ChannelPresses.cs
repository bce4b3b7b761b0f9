using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Presses on the bot's cards in a channel: on a row to mend it, and on everything else.</summary>
public sealed class ChannelPresses(ChannelTurns turns, ChannelMends mends)
{
    public Task<InvokeResponse> HandleAsync(Activity activity, CardSubmission press, Instant now, CancellationToken cancellationToken) =>
        MendVerbs.Contains(press.Verb) ? mends.HandleAsync(activity, press, now, cancellationToken) : turns.PressAsync(activity, press, now, cancellationToken);
}
