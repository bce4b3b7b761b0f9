using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What is said to the bot in a channel: where and when the weekly card comes, and who may see it.</summary>
public sealed class ChannelTurns(
    Channels channels, Rosters rosters, DigestReading reading, WhyAnswers why, IOptions<BotOptions> bot, IOptions<DigestOptions> digest)
{
    public async Task<Activity> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.ActorId() is not { } actor || activity.TenantId() is not { } tenant || activity.Reference() is not { } here)
            return Message.Of(Replies.NoIdentity);
        var place = here.InChannel();
        var channelId = activity.ChannelData?.Channel?.Id ?? place.ConversationId;
        var channel = await channels.FindAsync(tenant, channelId, cancellationToken);
        var turn = new ChannelTurn(activity, tenant, actor, channelId, place, channel, now);
        return ChannelCommand.Parse(activity.SpokenText()) switch
        {
            ChannelCommand.DigestHere => await DigestHereAsync(turn, cancellationToken),
            ChannelCommand.DigestNow => await DigestNowAsync(turn, cancellationToken),
            ChannelCommand.DigestOff => await DigestOffAsync(turn, cancellationToken),
            ChannelCommand.DigestOn on => await DigestOnAsync(turn, on, cancellationToken),
            ChannelCommand.Why asked => await WhyAsync(turn, asked.Question, cancellationToken),
            ChannelCommand.NameManagers => await NameManagersAsync(turn, cancellationToken),
            _ => Message.Of(Replies.ChannelHelp),
        };
    }

    private async Task<Activity> DigestHereAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        var teamId = turn.Activity.ChannelData?.Team?.Id;
        var isInstaller = await channels.InstallerAsync(turn.Tenant, teamId, cancellationToken) == turn.Actor;
        if (!Permissions.Allow(Verb.PointDigest, Place.Channel, AdminRole(turn) | (isInstaller ? Roles.Installer : 0)))
            return Message.Of(Replies.DigestHereRefused);
        var zone = turn.Activity.Zone() ?? DateTimeZoneProviders.Tzdb[bot.Value.DefaultZone];
        var time = LocalTime.FromTimeOnly(digest.Value.Time);
        var next = WeeklyMoment.Next(turn.Now, digest.Value.Day, time, zone);
        var pointed = turn.Channel?.Value is { } known
            ? known with { SetUpBy = turn.Actor, Place = turn.Place, Name = turn.Activity.ChannelData?.Channel?.Name ?? known.Name, Managers = [.. known.Managers.Append(turn.Actor).Distinct()] }
            : new ChannelDocument
            {
                Tenant = turn.Tenant,
                ChannelId = turn.ChannelId,
                TeamId = teamId,
                Name = turn.Activity.ChannelData?.Channel?.Name,
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

    private async Task<Activity> DigestNowAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(turn, Verb.ShowDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } channel)
            return Message.Of(Replies.DigestNotSet);
        var contents = await reading.ReadAsync(channel, turn.Now, cancellationToken);
        return contents.IsEmpty
            ? Message.Of(Replies.NothingStalled)
            : Message.Of(DigestCard.Of(contents, digest.Value.Rows), DigestCard.Title(contents));
    }

    private async Task<Activity> WhyAsync(ChannelTurn turn, WhyQuestion question, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(turn, Verb.ShowDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } channel)
            return Message.Of(Replies.DigestNotSet);
        return Message.Of(await why.ChannelAsync(channel, question, turn.Now, cancellationToken) ?? WhyWords.NoSuchDeal(question.DealName ?? ""));
    }

    private async Task<Activity> DigestOffAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is { } channel)
            await channels.RemoveAsync(channel, turn.Actor, turn.Now, cancellationToken);
        return Message.Of(Replies.DigestOff);
    }

    private async Task<Activity> DigestOnAsync(ChannelTurn turn, ChannelCommand.DigestOn on, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(turn, Verb.SetDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { Value: { } known } current)
            return Message.Of(Replies.DigestNotSet);
        var zone = DateTimeZoneProviders.Tzdb[known.ZoneId];
        var next = WeeklyMoment.Next(turn.Now, on.Day, on.Time, zone);
        if (await channels.HasCardOfWeekAsync(known, next.InZone(zone).Date, cancellationToken))
            next = WeeklyMoment.Next(next, on.Day, on.Time, zone);
        var moved = known with { Day = on.Day, Time = on.Time, NextAt = next };
        await channels.SaveAsync(moved, current, turn.Actor, "digest moved", turn.Now, cancellationToken);
        return Message.Of(Replies.DigestOn(moved.NextAt.InZone(zone)));
    }

    private async Task<Activity> NameManagersAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(turn, Verb.NameManager, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        var channel = await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken);
        var mentioned = turn.Activity.MentionedPeople().Select(person => person.Id).ToHashSet();
        var named = channel?.Roster.Where(member => mentioned.Contains(member.UserId)).ToList() ?? [];
        if (named.Count == 0 || await channels.FindAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } current)
            return Message.Of(Replies.MentionManagers);
        var widened = current.Value with { Managers = [.. current.Value.Managers.Concat(named.Select(member => member.ObjectId)).Distinct()] };
        await channels.SaveAsync(widened, current, turn.Actor, "managers named", turn.Now, cancellationToken);
        return Message.Of(Replies.ManagersNamed([.. named.Select(member => member.Name ?? "They")]));
    }

    /// <summary>Why not; null when it is allowed.</summary>
    private async Task<string?> RefusalAsync(ChannelTurn turn, Verb verb, CancellationToken cancellationToken)
    {
        var isManager = turn.Channel is { } channel && channel.Value.Managers.Contains(turn.Actor)
            && await rosters.IsMemberAsync(channel, turn.Actor, turn.Now, cancellationToken);
        if (Permissions.Allow(verb, Place.Channel, AdminRole(turn) | (isManager ? Roles.Manager : 0)))
            return null;
        return turn.Channel is null ? Replies.DigestNotSet : Replies.DigestRefused;
    }

    private Roles AdminRole(ChannelTurn turn) =>
        bot.Value.Admins.Contains(turn.Actor, StringComparer.OrdinalIgnoreCase) ? Roles.Admin : 0;

    private sealed record ChannelTurn(
        Activity Activity, string Tenant, string Actor, string ChannelId, ConversationReference Place, Stored<ChannelDocument>? Channel, Instant Now);
}
