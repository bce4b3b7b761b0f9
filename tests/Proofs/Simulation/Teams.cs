using System.Text.RegularExpressions;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>A message that the Connector took.</summary>
/// <param name="Reminders">The reminders that its buttons name.</param>
public sealed record Post(Instant At, string Replica, string Conversation, string ActivityId, string Title, IReadOnlyList<string> Reminders)
{
    /// <summary>A list: the morning's, or the first questions about several meetings.</summary>
    public bool IsNotice => Title is "These follow-ups may not have reached you" or "These follow-ups are still open"
        || Title.StartsWith("Still open for ", StringComparison.Ordinal) || Title.EndsWith(" meetings to follow up", StringComparison.Ordinal);
}

/// <summary>Teams as an observer sees it: what was taken, in which conversation.</summary>
public sealed partial class SharedTeams(World world)
{
    private readonly List<Post> posts = [];
    private readonly Dictionary<string, string> cards = [];

    public IReadOnlyList<Post> Posts => posts;

    /// <summary>Told of every card that people now see.</summary>
    public Action<Post> Shown { get; set; } = _ => { };

    /// <summary>Conversations in which the bot is not installed.</summary>
    public HashSet<string> Closed { get; } = [];

    public Instant RosterAwayUntil { get; set; }

    public string Take(string replica, ConversationReference to, Activity message)
    {
        var id = $"act-{posts.Count + 1}";
        var card = message.Attachments is [{ Content: { } content }, ..] ? content.ToString() : "";
        var title = FallbackText().Match(card) is { Success: true } match ? match.Groups[1].Value : message.Text ?? "";
        var post = new Post(world.Now, replica, to.ConversationId, id, title, [.. Reminder().Matches(card).Select(found => found.Groups[1].Value).Distinct()]);
        posts.Add(post);
        cards[id] = card;
        world.Say($"{replica}: Teams took {id} in {to.ConversationId}: {title}");
        if (card.Length > 0)
            Shown(post);
        return id;
    }

    /// <summary>The card's JSON as it stands in Teams now.</summary>
    public string CardOf(string activityId) => cards[activityId];

    public void Replace(string activityId, Activity message) =>
        cards[activityId] = message.Attachments is [{ Content: { } content }, ..] ? content.ToString() : "";

    /// <summary>The answer to a press takes the card's place.</summary>
    public void Show(string activityId, string card) => cards[activityId] = card;

    public bool Has(string activityId) => cards.ContainsKey(activityId);

    [GeneratedRegex("\"fallbackText\":\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex FallbackText();

    [GeneratedRegex("\"reminder\":\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Reminder();
}

/// <summary>The Connector as one process reaches it.</summary>
public sealed class FaultyConnector(World world, Process process, SharedTeams teams, FaultPlan plan) : IConnector
{
    private static readonly Duration TimeOut = Duration.FromSeconds(10);
    private static readonly Duration GcPause = Duration.FromSeconds(90);

    public Instant CutOffUntil { get; set; }

    public async Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        await process.DelayAsync(Latency());
        if (!plan.IsHealed && world.Now < CutOffUntil)
            return new SendResult.NotSent("HttpRequestException", After: null);
        var isReply = message.Attachments is not { Count: > 0 };
        var fault = isReply ? null : plan.NextPost();
        if (fault is not null)
            world.Say($"{process.Name}: {fault} at the post to {to.ConversationId}");
        if (teams.Closed.Contains(to.ConversationId))
            return new SendResult.Unreachable("403 BotNotInConversationRoster");
        return fault switch
        {
            Fault.CrashBeforePost => await DieAsync(),
            Fault.CrashAfterPost => await DieAsync(() => teams.Take(process.Name, to, message)),
            Fault.Throttled => new SendResult.NotSent("429 Throttled", world.Chance(0.5) ? TimeSpan.FromSeconds(7) : null),
            Fault.Conflict => new SendResult.NotSent("412", After: null),
            Fault.Refused => new SendResult.NotSent("HttpRequestException", After: null),
            Fault.ServerErrorTaken => await UnknownAsync(Latency(), () => teams.Take(process.Name, to, message)),
            Fault.ServerErrorNotTaken => await UnknownAsync(Latency()),
            Fault.HangTaken => await UnknownAsync(TimeOut, () => teams.Take(process.Name, to, message)),
            Fault.HangNotTaken => await UnknownAsync(TimeOut),
            Fault.PauseAtPost => await PausedAsync(to, message),
            _ => await AcceptedAsync(to, message),
        };
    }

    public Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        SendAsync(to, message, cancellationToken);

    public async Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken)
    {
        await process.DelayAsync(Latency());
        if (!plan.IsHealed && world.Now < CutOffUntil)
            return new SendResult.NotSent("HttpRequestException", After: null);
        if (!teams.Has(activityId))
            return new SendResult.Gone("404");
        teams.Replace(activityId, message);
        return new SendResult.Accepted(activityId);
    }

    public Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing in this story is taken back.");

    public Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody speaks in a channel here.");

    public Task<SendResult> CreatePersonalChatAsync(
        string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing opens chats by itself.");

    public async Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        await process.DelayAsync(Latency());
        if (!plan.IsHealed && (world.Now < CutOffUntil || world.Now < teams.RosterAwayUntil))
            throw new ConnectorException("The Connector refused: 429 Throttled.");
        return [.. Cast.MembersOf(of.ConversationId)];
    }

    private async Task<SendResult> AcceptedAsync(ConversationReference to, Activity message)
    {
        var id = teams.Take(process.Name, to, message);
        await process.DelayAsync(Latency());
        return new SendResult.Accepted(id);
    }

    private async Task<SendResult> PausedAsync(ConversationReference to, Activity message)
    {
        process.Pause(GcPause);
        await process.DelayAsync(Duration.Zero);
        return await AcceptedAsync(to, message);
    }

    private async Task<SendResult> UnknownAsync(Duration after, Func<string>? taken = null)
    {
        taken?.Invoke();
        await process.DelayAsync(after);
        return new SendResult.Unknown("no answer");
    }

    private async Task<SendResult> DieAsync(Func<string>? taken = null)
    {
        taken?.Invoke();
        process.Kill();
        return await new TaskCompletionSource<SendResult>().Task;
    }

    private Duration Latency() => world.Between(0.05, 0.6);
}
