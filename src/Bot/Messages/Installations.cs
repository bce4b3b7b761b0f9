using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>The app comes and goes: it says once who it is, and it falls silent at once when it is removed.</summary>
public sealed class Installations(Introductions introductions, Channels channels)
{
    /// <returns>The welcome; null when there is nothing to say.</returns>
    public async Task<Activity?> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        var isTeam = activity.Conversation?.ConversationType == ConversationAccount.Channel;
        return activity.Action switch
        {
            "add" when isTeam => await AddedToTeamAsync(activity, cancellationToken),
            "add" => await AddedForPersonAsync(activity, now, cancellationToken),
            "add-upgrade" => await UpgradedAsync(activity, isTeam, now, cancellationToken),
            "remove" when isTeam => await RemovedFromTeamAsync(activity, now, cancellationToken),
            "remove" => await RemovedForPersonAsync(activity, cancellationToken),
            _ => null,
        };
    }

    private async Task<Activity?> AddedToTeamAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is not { } tenant || activity.ChannelData?.Team?.Id is not { } team || activity.ActorId() is not { } installer)
            return null;
        if (await channels.InstallerAsync(tenant, team, cancellationToken) is not null)
            return null;
        await channels.InstalledAsync(tenant, team, installer, cancellationToken);
        return Message.Of(Replies.TeamWelcome);
    }

    private async Task<Activity?> AddedForPersonAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.Conversation?.ConversationType == ConversationAccount.GroupChat)
            return null;
        var isNew = !await introductions.HasChatAsync(activity, cancellationToken);
        var person = await introductions.MeetAsync(activity, now, cancellationToken);
        return isNew ? Message.Of(Replies.Welcome(person?.Name)) : null;
    }

    /// <summary>A new version of the app: everything stays as it is known, and nothing is said (teams rules 17 and 24).</summary>
    private async Task<Activity?> UpgradedAsync(Activity activity, bool isTeam, Instant now, CancellationToken cancellationToken)
    {
        if (isTeam)
            await AddedToTeamAsync(activity, cancellationToken);
        else
            await AddedForPersonAsync(activity, now, cancellationToken);
        return null;
    }

    private async Task<Activity?> RemovedFromTeamAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is { } tenant && activity.ChannelData?.Team?.Id is { } team)
            await channels.UninstalledAsync(tenant, team, activity.ActorId() ?? "Teams", now, cancellationToken);
        return null;
    }

    private async Task<Activity?> RemovedForPersonAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is { } tenant && activity.ActorId() is { } actor)
            await introductions.ForgetChatAsync(tenant, actor, activity.HappenedAt(), cancellationToken);
        return null;
    }
}
