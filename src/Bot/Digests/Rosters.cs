using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Whose deals a channel follows: the members of its team.</summary>
public sealed partial class Rosters(IDocumentStore store, IConnector connector, ILogger<Rosters> logger)
{
    private static readonly Duration GoodFor = Duration.FromMinutes(15);

    /// <summary>The channel with its members as Teams names them now, or as last read when Teams does not answer; null when it has no digest.</summary>
    public async Task<ChannelDocument?> ReadAsync(string tenant, string channelId, CancellationToken cancellationToken)
    {
        var partition = Keys.ChannelPartition(tenant, channelId);
        if (await store.FindAsync(partition, Keys.Channel, BotJson.Default.ChannelDocument, cancellationToken) is not { } stored)
            return null;
        var fresh = stored.Value with { Roster = await MembersAsync(stored.Value, cancellationToken) };
        if (!fresh.Roster.SequenceEqual(stored.Value.Roster))
            await store.BatchAsync(partition, [fresh.ToDocument().Over(stored)], cancellationToken);
        return fresh;
    }

    /// <summary>
    /// Whether somebody belongs to the channel's team, by a list that is at most fifteen minutes old. No when Teams does not tell: what
    /// was read longer ago does not show who has left since (SEC6).
    /// </summary>
    public async Task<bool> IsMemberAsync(Stored<ChannelDocument> channel, string objectId, Instant now, CancellationToken cancellationToken)
    {
        if (channel.Value.RosterReadAt is { } readAt && now - readAt is var age && age >= Duration.Zero && age <= GoodFor)
            return channel.Value.Roster.Any(member => member.ObjectId == objectId);
        if (await AskAsync(channel.Value, cancellationToken) is not { } members)
            return false;
        var fresh = channel.Value with { Roster = members, RosterReadAt = now };
        await store.BatchAsync(Keys.ChannelPartition(fresh.Tenant, fresh.ChannelId), [fresh.ToDocument().Over(channel)], cancellationToken);
        return members.Any(member => member.ObjectId == objectId);
    }

    private async Task<IReadOnlyList<RosterMember>> MembersAsync(ChannelDocument channel, CancellationToken cancellationToken) =>
        await AskAsync(channel, cancellationToken) ?? channel.Roster;

    /// <summary>Null when Teams does not answer.</summary>
    private async Task<IReadOnlyList<RosterMember>?> AskAsync(ChannelDocument channel, CancellationToken cancellationToken)
    {
        try
        {
            var members = await connector.MembersAsync(channel.Place, cancellationToken);
            return [.. members.Select(AsRosterMember).OfType<RosterMember>()];
        }
        catch (ConnectorException e)
        {
            LogRosterAway(logger, e);
            return null;
        }
    }

    private static RosterMember? AsRosterMember(ChannelAccount member) => member is { Id: { } userId, AadObjectId: { } objectId }
        ? new RosterMember(objectId.ToLowerInvariant(), userId, member.Name, member.Email, member.UserPrincipalName)
        : null;

    [LoggerMessage(1, LogLevel.Warning, "Teams did not name the channel's members; the last known ones are used.")]
    private static partial void LogRosterAway(ILogger logger, Exception exception);
}
