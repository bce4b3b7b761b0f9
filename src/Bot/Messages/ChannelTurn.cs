using FollowUpBot.Bot.Documents;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Something that somebody does in a channel.</summary>
/// <param name="Actor">The object id of whoever does it.</param>
/// <param name="Place">The channel itself, not one of its threads.</param>
/// <param name="Channel">Null when the channel has no weekly card.</param>
public sealed record ChannelTurn(
    Activity Activity, string Tenant, string Actor, string ChannelId, ConversationReference Place, Stored<ChannelDocument>? Channel, Instant Now);
