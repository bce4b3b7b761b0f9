using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Channels and teams are renamed and deleted, and people leave them.</summary>
public sealed class Places(Channels channels, Introductions introductions)
{
    public Task HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken) =>
        activity.TenantId() is { } tenant ? HandleAsync(activity, tenant, now, cancellationToken) : Task.CompletedTask;

    private async Task HandleAsync(Activity activity, string tenant, Instant now, CancellationToken cancellationToken)
    {
        var by = activity.ActorId() ?? "Teams";
        switch (activity.ChannelData)
        {
            case { EventType: "channelRenamed", Channel: { Id: { } id, Name: { } name } }:
                await channels.RenamedAsync(tenant, id, name, cancellationToken);
                break;
            case { EventType: "channelDeleted", Channel.Id: { } id }:
                if (await channels.FindAsync(tenant, id, cancellationToken) is { } deleted)
                    await channels.LoseAsync(deleted, LostDigest.ChannelGone, by, now, cancellationToken);
                break;
            case { EventType: "teamDeleted" or "teamHardDeleted", Team.Id: { } team }:
                await channels.UninstalledAsync(tenant, team, by, now, cancellationToken);
                break;
            default:
                await MembersLeftAsync(activity, tenant, by, now, cancellationToken);
                break;
        }
    }

    /// <summary>A person who left sees no digest from now on; a bot that left falls silent.</summary>
    private async Task MembersLeftAsync(Activity activity, string tenant, string by, Instant now, CancellationToken cancellationToken)
    {
        if (activity.MembersRemoved is not { Count: > 0 } gone)
            return;
        var isBot = gone.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id);
        if (activity.ChannelData?.Team?.Id is { } team && isBot)
            await channels.UninstalledAsync(tenant, team, by, now, cancellationToken);
        else if (activity.ChannelData?.Team?.Id is { } left)
            await channels.MembersLeftAsync(tenant, left, gone, now, cancellationToken);
        else if (activity.Conversation?.ConversationType is null or ConversationAccount.Personal && activity.ActorId() is { } person)
            await introductions.ForgetChatAsync(tenant, person, activity.HappenedAt(), cancellationToken);
    }
}
