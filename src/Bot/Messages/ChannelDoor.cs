using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Who somebody is to a channel's digest, and whether they may do what they want with it.</summary>
public sealed class ChannelDoor(Channels channels, ChannelRoles roles)
{
    /// <summary>Null when Teams does not say who acts, or where.</summary>
    public async Task<ChannelTurn?> TurnAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.ActorId() is not { } actor || activity.TenantId() is not { } tenant || activity.Reference() is not { } here)
            return null;
        var place = here.InChannel();
        var channelId = activity.ChannelData?.Channel?.Id ?? place.ConversationId;
        return new ChannelTurn(activity, tenant, actor, channelId, place, await channels.FindAsync(tenant, channelId, cancellationToken), now);
    }

    /// <summary>Why not; null when it is allowed.</summary>
    public async Task<string?> RefusalAsync(ChannelTurn turn, Verb verb, CancellationToken cancellationToken)
    {
        if (Permissions.Allow(verb, Place.Channel, await roles.OfAsync(turn.Channel, turn.Actor, turn.Now, cancellationToken)))
            return null;
        return turn.Channel is null ? Replies.DigestNotSet : Replies.DigestRefused;
    }
}
