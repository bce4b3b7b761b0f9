using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Who somebody is to a channel's digest, and whether they may do what they want with it.</summary>
public sealed class ChannelDoor(Channels channels, Rosters rosters, IOptions<BotOptions> bot)
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
        if (Permissions.Allow(verb, Place.Channel, AdminRole(turn.Actor) | await ManagerRoleAsync(turn, cancellationToken)))
            return null;
        return turn.Channel is null ? Replies.DigestNotSet : Replies.DigestRefused;
    }

    public Roles AdminRole(string actor) => bot.Value.Admins.Contains(actor, StringComparer.OrdinalIgnoreCase) ? Roles.Admin : 0;

    /// <summary>A manager must still be a member of the team (SEC6).</summary>
    public async Task<bool> IsManagerAsync(Stored<ChannelDocument> channel, string actor, Instant now, CancellationToken cancellationToken) =>
        channel.Value.Managers.Contains(actor) && await rosters.IsMemberAsync(channel, actor, now, cancellationToken);

    private async Task<Roles> ManagerRoleAsync(ChannelTurn turn, CancellationToken cancellationToken) =>
        turn.Channel is { } channel && await IsManagerAsync(channel, turn.Actor, turn.Now, cancellationToken) ? Roles.Manager : 0;
}
