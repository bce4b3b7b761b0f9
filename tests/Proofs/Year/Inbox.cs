using System.Text.RegularExpressions;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Tests.Proofs.Year;

/// <summary>A message that came unasked.</summary>
/// <param name="Reminders">The follow-ups that its buttons name.</param>
public sealed record Arrival(Instant At, string Chat, string ActivityId, string Card, IReadOnlyList<string> Reminders)
{
    /// <summary>The first question about a meeting, alone or among others.</summary>
    public bool AsksFirst => !Card.Contains("still open", StringComparison.OrdinalIgnoreCase) && !Card.Contains("may not have reached", StringComparison.Ordinal);
}

/// <summary>Teams as the reps see it: it takes everything, and keeps what came while nobody had written.</summary>
public sealed partial class Inbox(YearClock clock) : IConnector
{
    private int sent;

    /// <summary>Somebody's turn is being answered.</summary>
    public bool IsReplying { get; set; }

    public Action<Arrival> Came { get; set; } = _ => { };

    public Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        var id = $"a{++sent}";
        if (!IsReplying)
        {
            var card = message.Attachments is [{ Content: { } content }, ..] ? content.ToString() : "";
            Came(new Arrival(clock.Now, to.ConversationId, id, card, [.. Reminder().Matches(card).Select(found => found.Groups[1].Value).Distinct()]));
        }

        return Task.FromResult<SendResult>(new SendResult.Accepted(id));
    }

    public Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) => SendAsync(to, message, cancellationToken);

    public Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Accepted(activityId));

    public Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Accepted(activityId));

    public Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken) => SendAsync(to, message, cancellationToken);

    public Task<SendResult> CreatePersonalChatAsync(string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Accepted(memberId));

    public Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelAccount>>([YearOfReps.Player(int.Parse(of.ConversationId[^12..], System.Globalization.CultureInfo.InvariantCulture)).Account]);

    [GeneratedRegex("\"reminder\":\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Reminder();
}
