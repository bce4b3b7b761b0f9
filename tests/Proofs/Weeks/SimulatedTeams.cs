using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Weeks;

/// <summary>Teams as the bot reaches it in a story of weeks: it takes messages, or fails in every way that it has.</summary>
internal sealed class SimulatedTeams(Random random, IClock clock, IReadOnlyDictionary<string, ChannelAccount> members) : IConnector
{
    private readonly List<(Instant At, string Conversation)> posts = [];

    /// <summary>What was shown, in order.</summary>
    public IReadOnlyList<(Instant At, string Conversation)> Posts => posts;

    /// <summary>How many faults of each kind there were.</summary>
    public Dictionary<string, int> Faults { get; } = [];

    /// <summary>Set when the process dies in the middle of a send; the send never returns.</summary>
    public TaskCompletionSource Death { get; set; } = new();

    public async Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken) => random.Next(40) switch
    {
        0 => Fail("throttled", new SendResult.NotSent("429 Throttled", TimeSpan.FromSeconds(20))),
        1 => Fail("no connection", new SendResult.NotSent("HttpRequestException", After: null)),
        2 => Fail("error, not taken", new SendResult.Unknown("502 ServiceError")),
        3 => TakeAndFail(to, "error, taken", new SendResult.Unknown("502 ServiceError")),
        4 => Fail("gone", new SendResult.Gone("404 ConversationNotFound")),
        5 => Fail("not in the team", new SendResult.Unreachable("403 BotNotInConversationRoster")),
        6 => Fail("refused", new SendResult.Refused("403 NotEnoughPermissions")),
        7 => await DieAsync("killed before the post"),
        8 => await TakeAndDieAsync(to, "killed after the post"),
        _ => Take(to),
    };

    public Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Accepted(activityId));

    public Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SendResult> CreatePersonalChatAsync(string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken) => random.Next(20) == 0
        ? throw new ConnectorException("The Connector refused: 429 Throttled.")
        : Task.FromResult<IReadOnlyList<ChannelAccount>>([members[of.ConversationId]]);

    private SendResult.Accepted Take(ConversationReference to)
    {
        posts.Add((clock.GetCurrentInstant(), to.ConversationId));
        return new SendResult.Accepted($"act-{posts.Count}");
    }

    private SendResult Fail(string kind, SendResult result)
    {
        Faults[kind] = Faults.GetValueOrDefault(kind) + 1;
        return result;
    }

    private SendResult TakeAndFail(ConversationReference to, string kind, SendResult result)
    {
        Take(to);
        return Fail(kind, result);
    }

    private Task<SendResult> DieAsync(string kind)
    {
        Faults[kind] = Faults.GetValueOrDefault(kind) + 1;
        Death.TrySetResult();
        return new TaskCompletionSource<SendResult>().Task;
    }

    private Task<SendResult> TakeAndDieAsync(ConversationReference to, string kind)
    {
        Take(to);
        return DieAsync(kind);
    }
}
