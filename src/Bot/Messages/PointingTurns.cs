using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Which channel gets a weekly card, when, and who manages it.</summary>
public sealed class PointingTurns(Channels channels, Rosters rosters, ChannelDoor door, IOptions<BotOptions> bot, IOptions<DigestOptions> digest)
{
    public async Task<Activity> HereAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        var teamId = turn.Activity.ChannelData?.Team?.Id;
        var isInstaller = await channels.InstallerAsync(turn.Tenant, teamId, cancellationToken) == turn.Actor;
        if (!isInstaller && await door.RefusalAsync(turn, Verb.PointDigest, cancellationToken) is not null)
            return Message.Of(Replies.DigestHereRefused);
        var zone = turn.Activity.Zone() ?? DateTimeZoneProviders.Tzdb[bot.Value.DefaultZone];
        var time = LocalTime.FromTimeOnly(digest.Value.Time);
        var next = WeeklyMoment.Next(turn.Now, digest.Value.Day, time, zone);
        var name = turn.Activity.ChannelData?.Channel?.Name;
        var pointed = turn.Channel?.Value is { } known
            ? known with { SetUpBy = turn.Actor, Place = turn.Place, Name = name ?? known.Name, Managers = [.. known.Managers.Append(turn.Actor).Distinct()] }
            : new ChannelDocument
            {
                Tenant = turn.Tenant,
                ChannelId = turn.ChannelId,
                TeamId = teamId,
                Name = name,
                Place = turn.Place,
                ZoneId = zone.Id,
                Day = digest.Value.Day,
                Time = time,
                SetUpBy = turn.Actor,
                Managers = [turn.Actor],
                NextAt = next,
            };
        await channels.SaveAsync(pointed, turn.Channel, turn.Actor, "digest here", turn.Now, cancellationToken);
        return Message.Of(Replies.DigestHere(pointed.NextAt.InZone(DateTimeZoneProviders.Tzdb[pointed.ZoneId])));
    }

    public async Task<Activity> OffAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is { } channel)
            await channels.RemoveAsync(channel, turn.Actor, turn.Now, cancellationToken);
        return Message.Of(Replies.DigestOff);
    }

    public async Task<Activity> OnAsync(ChannelTurn turn, ChannelCommand.DigestOn on, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { Value: { } known } current)
            return Message.Of(Replies.DigestNotSet);
        var moved = await channels.PlannedAsync(known, known.Plan with { Day = on.Day, Time = on.Time }, turn.Now, cancellationToken);
        await channels.SaveAsync(moved, current, turn.Actor, "digest moved", turn.Now, cancellationToken);
        return Message.Of(Replies.DigestOn(moved.NextAt.InZone(DateTimeZoneProviders.Tzdb[moved.ZoneId])));
    }

    public async Task<Activity> NameManagersAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.NameManager, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        var channel = await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken);
        var mentioned = turn.Activity.MentionedPeople().Select(person => person.Id).ToHashSet();
        var named = channel?.Roster.Where(member => mentioned.Contains(member.UserId)).ToList() ?? [];
        if (named.Count == 0 || await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } current)
            return Message.Of(Replies.MentionManagers);
        var widened = current.Value with { Managers = [.. current.Value.Managers.Concat(named.Select(member => member.ObjectId)).Distinct()] };
        await channels.SaveAsync(widened, current, turn.Actor, "managers named", turn.Now, cancellationToken);
        return Message.Of(Replies.ManagersNamed([.. named.Select(member => member.Name ?? NameText.They)]));
    }
}
