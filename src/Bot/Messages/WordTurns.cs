using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What people write to the bot, wherever they do; each message once, however often Teams brings it.</summary>
public sealed class WordTurns(Introductions introductions, PersonalChat personal, ChannelTurns channels, TakenMessages taken)
{
    /// <returns>The reply; null when the message was dealt with before.</returns>
    public Task<Activity?> HandleAsync(Activity activity, Place place, Instant now, CancellationToken cancellationToken) => place switch
    {
        Place.Personal => taken.OnceAsync(activity, now, () => PersonalAsync(activity, now, cancellationToken), cancellationToken),
        Place.Channel => taken.OnceAsync(activity, now, async () => await channels.HandleAsync(activity, now, cancellationToken), cancellationToken),
        _ => Task.FromResult<Activity?>(Message.Of(Replies.GroupHelp)),
    };

    private async Task<Activity?> PersonalAsync(Activity activity, Instant now, CancellationToken cancellationToken) =>
        await introductions.MeetAsync(activity, now, cancellationToken) is { } person
            ? await personal.HandleAsync(person, activity, now, cancellationToken)
            : Message.Of(Replies.NoIdentity);
}
