using System.Globalization;
using System.Text.Json;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Digests;

/// <summary>Which channels get a weekly card, and who installed the app in a team.</summary>
public sealed class Channels(IDocumentStore store)
{
    public Task<Stored<ChannelDocument>?> FindAsync(string tenant, string channelId, CancellationToken cancellationToken) =>
        store.FindAsync(Keys.ChannelPartition(tenant, channelId), Keys.Channel, BotJson.Default.ChannelDocument, cancellationToken);

    /// <exception cref="StoreUnavailableException">Somebody else changed the channel's settings at the same moment.</exception>
    public async Task SaveAsync(
        ChannelDocument channel, Stored<ChannelDocument>? old, string actor, string what, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId);
        var writes = new List<DocumentWrite> { channel.ToDocument().Over(old), Audit(partition, actor, what, now, $"{Standing(old?.Value)} -> {Standing(channel)}") };
        if (channel.NextAt != old?.Value.NextAt)
            writes.Add(await PlanAnewAsync(channel, now, cancellationToken));
        await CommitAsync(partition, writes, cancellationToken);
    }

    /// <exception cref="StoreUnavailableException">Somebody else changed the channel's settings at the same moment.</exception>
    public Task RemoveAsync(Stored<ChannelDocument> channel, string actor, Instant now, CancellationToken cancellationToken) =>
        CommitAsync(PartitionOf(channel.Value), Removal(channel, actor, now), cancellationToken);

    /// <summary>The channel or the app went away: whoever set the weekly card up is told, unless they did it themselves.</summary>
    /// <inheritdoc cref="RemoveAsync"/>
    public async Task LoseAsync(Stored<ChannelDocument> stored, LostDigest cause, string actor, Instant now, CancellationToken cancellationToken)
    {
        var channel = stored.Value;
        var lost = new LostDigestDocument(channel.Tenant, channel.ChannelId, cause, Delivery.Schedule(now))
        {
            Tell = [channel.SetUpBy ?? (channel.Managers is [var first, ..] ? first : "")],
            ChannelName = channel.Name,
        };
        DocumentWrite[] told = lost.Tell.Contains(actor) ? [] : [new DocumentWrite.Create(lost.ToDocument(Keys.Lost($"channel:{Keys.Stamp(now)}")))];
        await CommitAsync(PartitionOf(channel), [.. Removal(stored, actor, now), .. told], cancellationToken);
    }

    /// <summary>The channel with another plan, and its next moment by that; a week that had its card gets no second one.</summary>
    public async Task<ChannelDocument> PlannedAsync(ChannelDocument channel, ChannelPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var planned = channel with { Settings = plan.Settings, ZoneId = plan.ZoneId, Day = plan.Day, Time = plan.Time };
        if (plan.ZoneId == channel.ZoneId && plan.Day == channel.Day && plan.Time == channel.Time)
            return planned with { NextAt = channel.NextAt };
        var zone = DateTimeZoneProviders.Tzdb[plan.ZoneId];
        var next = WeeklyMoment.Next(now, plan.Day, plan.Time, zone);
        var hadCard = await HasCardOfWeekAsync(channel, next.InZone(zone).Date, cancellationToken);
        return planned with { NextAt = hadCard ? WeeklyMoment.Next(next, plan.Day, plan.Time, zone) : next };
    }

    /// <summary>Whether the channel had its card in the week of a day; there is one a week, whatever the settings become.</summary>
    public async Task<bool> HasCardOfWeekAsync(ChannelDocument channel, LocalDate day, CancellationToken cancellationToken) =>
        await store.GetAsync(Keys.ChannelPartition(channel.Tenant, channel.ChannelId), Keys.Digest(day), cancellationToken) is not null;

    /// <summary>The object id of whoever installed the app in a team; null when nobody is known.</summary>
    public async Task<string?> InstallerAsync(string tenant, string? teamId, CancellationToken cancellationToken)
    {
        if (teamId is null)
            return null;
        var team = await store.FindAsync(Keys.TeamPartition(tenant, teamId), Keys.Team, BotJson.Default.TeamDocument, cancellationToken);
        return team?.Value.InstalledBy;
    }

    public async Task InstalledAsync(string tenant, string teamId, string installer, CancellationToken cancellationToken)
    {
        var partition = Keys.TeamPartition(tenant, teamId);
        var old = await store.FindAsync(partition, Keys.Team, BotJson.Default.TeamDocument, cancellationToken);
        await store.BatchAsync(partition, [new TeamDocument(installer).ToDocument(tenant, teamId).Over(old)], cancellationToken);
    }

    /// <summary>The app was removed from a team: none of its channels gets a card any more.</summary>
    public async Task UninstalledAsync(string tenant, string teamId, string actor, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var channel in store.AllOwnedAsync(Keys.Channels(tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
        {
            if (channel.Value.TeamId == teamId)
                await LoseAsync(channel, LostDigest.NotInTeam, actor, now, cancellationToken);
        }

        var partition = Keys.TeamPartition(tenant, teamId);
        if (await store.GetAsync(partition, Keys.Team, cancellationToken) is { } team)
            await store.BatchAsync(partition, [new DocumentWrite.Delete(Keys.Team, team.ETag)], cancellationToken);
    }

    public async Task RenamedAsync(string tenant, string channelId, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, channelId, cancellationToken) is { } channel && channel.Value.Name != name)
            await CommitAsync(Keys.ChannelPartition(tenant, channelId), [(channel.Value with { Name = name }).ToDocument().Over(channel)], cancellationToken);
    }

    /// <summary>People left a team, or were deleted: from now on they are neither asked about nor shown anything in its channels.</summary>
    public async Task MembersLeftAsync(
        string tenant, string teamId, IReadOnlyList<ChannelAccount> left, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var stored in store.AllOwnedAsync(Keys.Channels(tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
        {
            var channel = stored.Value;
            if (channel.TeamId != teamId)
                continue;
            var gone = channel.Roster.Where(member => left.Any(account => account.Id == member.UserId)).Select(member => member.ObjectId)
                .Concat(left.Select(account => account.AadObjectId?.ToLowerInvariant()).OfType<string>())
                .ToHashSet();
            var kept = channel with
            {
                Roster = [.. channel.Roster.Where(member => !gone.Contains(member.ObjectId))],
                Managers = [.. channel.Managers.Where(manager => !gone.Contains(manager))],
            };
            if (kept.Roster.Count != channel.Roster.Count || kept.Managers.Count != channel.Managers.Count)
                await SaveAsync(kept, stored, "Teams", "members left", now, cancellationToken);
        }
    }

    /// <summary>Another moment of the card is another moment of the heads-ups before it.</summary>
    private async Task<DocumentWrite> PlanAnewAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var plan = new HeadsUpPlanDocument(channel.Tenant, channel.ChannelId, now).ToDocument();
        var old = await store.GetAsync(plan.Partition, plan.Id, cancellationToken);
        return old is null ? new DocumentWrite.Create(plan) : new DocumentWrite.Replace(plan, old.ETag);
    }

    private static string PartitionOf(ChannelDocument channel) => Keys.ChannelPartition(channel.Tenant, channel.ChannelId);

    private static DocumentWrite[] Removal(Stored<ChannelDocument> channel, string actor, Instant now) =>
    [
        new DocumentWrite.Delete(Keys.Channel, channel.ETag),
        Audit(PartitionOf(channel.Value), actor, "digest off", now, $"{Standing(channel.Value)} -> none"),
    ];

    private async Task CommitAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        if (await store.BatchAsync(partition, writes, cancellationToken) is BatchResult.Refused)
            throw new StoreUnavailableException("The channel's settings were changed by somebody else at the same moment.");
    }

    private static DocumentWrite Audit(string partition, string actor, string what, Instant now, string fromTo) =>
        StoredForms.Audit(partition, new EventDocument(now, actor, what, fromTo), $"{what}:{actor}");

    private static string Standing(ChannelDocument? channel) => channel is null ? "none" : string.Create(
        CultureInfo.InvariantCulture,
        $"{channel.Day} {LocalTimePattern.ExtendedIso.Format(channel.Time)} {channel.ZoneId}, managers {string.Join(' ', channel.Managers)}{Settings(channel.Settings)}");

    /// <summary>As it is stored: the trail shows every setting, also one that is added later.</summary>
    private static string Settings(ChannelSettings settings) =>
        JsonSerializer.Serialize(settings, BotJson.Default.ChannelSettings) is var text && text == "{}" ? "" : $", {text}";
}
