using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams;

/// <summary>The Bot Connector as the bot uses it. Each call is one HTTP request; nothing is retried here.</summary>
public interface IConnector
{
    /// <summary>Posts a message into a conversation.</summary>
    Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken);

    /// <summary>Replies in the thread of an activity.</summary>
    Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken);

    /// <summary>Replaces a message of the bot's own.</summary>
    Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken);

    /// <summary>Takes back a message of the bot's own.</summary>
    Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken);

    /// <summary>Posts a message that only one member of the conversation sees, for at most 24 hours (teams rule 22).</summary>
    /// <param name="memberId">The member's account in the channel, <c>29:…</c>.</param>
    Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken);

    /// <summary>Opens (or finds) the one-to-one chat with a member of a tenant; <see cref="SendResult.Accepted.Id"/> is the conversation's id.</summary>
    Task<SendResult> CreatePersonalChatAsync(string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken);

    /// <summary>All members of a conversation, over all pages.</summary>
    /// <exception cref="ConnectorException">The Connector refused or did not answer.</exception>
    Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken);
}

/// <summary>What became of a request that has an effect, in the classes that decide what may be done next (docs/architecture.md).</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The Connector took it.</summary>
    /// <param name="Id">The activity's or conversation's id; null when the Connector named none.</param>
    public sealed record Accepted(string? Id) : SendResult;

    /// <summary>Surely not sent: may be tried again after <paramref name="After"/> (the Connector's Retry-After) or a delay of one's own.</summary>
    public sealed record NotSent(string Reason, TimeSpan? After) : SendResult;

    /// <summary>The person or place cannot be reached until they say or install something.</summary>
    public sealed record Unreachable(string Reason) : SendResult
    {
        /// <summary>They are in a government's cloud, and the message went to the usual one.</summary>
        public bool IsWrongHost { get; init; }
    }

    /// <summary>The message or conversation is gone.</summary>
    public sealed record Gone(string Reason) : SendResult;

    /// <summary>Refused for good: our mistake.</summary>
    public sealed record Refused(string Reason) : SendResult
    {
        /// <summary>A smaller message might be taken.</summary>
        public bool IsTooLarge { get; init; }
    }

    /// <summary>Nobody knows whether it arrived: never blindly sent again.</summary>
    public sealed record Unknown(string Reason) : SendResult;
}
