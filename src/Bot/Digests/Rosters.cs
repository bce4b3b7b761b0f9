using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Digests;

/// <summary>Whose deals a channel follows: the members of its team.</summary>
public sealed partial class Rosters(IDocumentStore store, IConnector connector, ILogger<Rosters> logger)
{
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

    private async Task<IReadOnlyList<RosterMember>> MembersAsync(ChannelDocument channel, CancellationToken cancellationToken)
    {
        try
        {
            var members = await connector.MembersAsync(channel.Place, cancellationToken);
            return [.. members.Select(AsRosterMember).OfType<RosterMember>()];
        }
        catch (ConnectorException e)
        {
            LogRosterAway(logger, e);
            return channel.Roster;
        }
    }

    private static RosterMember? AsRosterMember(ChannelAccount member) => member is { Id: { } userId, AadObjectId: { } objectId }
        ? new RosterMember(objectId.ToLowerInvariant(), userId, member.Name, member.Email, member.UserPrincipalName)
        : null;

    [LoggerMessage(1, LogLevel.Warning, "Teams did not name the channel's members; the last known ones are used.")]
    private static partial void LogRosterAway(ILogger logger, Exception exception);
}
