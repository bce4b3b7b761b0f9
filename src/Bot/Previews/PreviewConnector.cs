using System.Collections.Concurrent;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>A message that would have been sent.</summary>
public sealed record PreviewPost(Instant At, ConversationReference To, Activity Message);

/// <summary>Takes every message and sends none. Members are read from Teams: reading has no effect.</summary>
public sealed class PreviewConnector(IConnector inner, IClock clock) : IConnector
{
    private readonly ConcurrentQueue<PreviewPost> posts = new();

    public IReadOnlyList<PreviewPost> Posts => [.. posts];

    public Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        posts.Enqueue(new PreviewPost(clock.GetCurrentInstant(), to, message));
        return Taken();
    }

    public Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        SendAsync(to, message, cancellationToken);

    /// <summary>What a card shows already is no message.</summary>
    public Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) => Taken();

    public Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) => Taken();

    public Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken) =>
        SendAsync(to, message, cancellationToken);

    public Task<SendResult> CreatePersonalChatAsync(string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken) => Taken();

    public Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken) => inner.MembersAsync(of, cancellationToken);

    private Task<SendResult> Taken() => Task.FromResult<SendResult>(new SendResult.Accepted($"preview-{posts.Count}"));
}
