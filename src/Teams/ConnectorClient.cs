using System.Text.Json;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams;

/// <summary>The Connector's routes over HTTP (Bot Connector REST API v3). No outcome that can be expected is an exception.</summary>
/// <param name="timeout">How long one request may take; ten seconds unless told otherwise.</param>
public sealed class ConnectorClient(ServiceUrls serviceUrls, IConnectorToken token, TimeSpan? timeout = null) : IConnector, IDisposable
{
    /// <summary>What Teams surely takes in one message, in bytes of UTF-8 (teams rule 46).</summary>
    public const int MaxMessageBytes = 28 * 1024;

    /// <summary>A message with a card that is larger than this is made smaller.</summary>
    private const int RoomyBytes = 20 * 1024;

    private const int PageSize = 500;
    private const int MaxPages = 100;

    private readonly ConnectorTransport transport = new(token, timeout ?? TimeSpan.FromSeconds(10));

    public void Dispose() => transport.Dispose();

    public Task<SendResult> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Post, to, activityId: null, message, cancellationToken);

    public Task<SendResult> ReplyAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Post, to, activityId, message with { ReplyToId = activityId }, cancellationToken);

    public Task<SendResult> UpdateAsync(ConversationReference to, string activityId, Activity message, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Put, to, activityId, message with { Id = activityId }, cancellationToken);

    public Task<SendResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        EffectAsync(HttpMethod.Delete, Route(to.ServiceUrl, to.ConversationId, "activities", activityId), body: null, cancellationToken);

    public Task<SendResult> SendOnlyToAsync(ConversationReference to, string memberId, Activity message, CancellationToken cancellationToken)
    {
        var targeted = message with { Recipient = new ChannelAccount { Id = memberId } };
        return DeliverAsync(HttpMethod.Post, to, activityId: null, targeted, cancellationToken, "?isTargetedActivity=true");
    }

    public Task<SendResult> CreatePersonalChatAsync(
        string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancellationToken)
    {
        var conversation = new NewConversation(
            IsGroup: false,
            new ChannelAccount { Id = botId },
            [new ChannelAccount { Id = memberId }],
            tenantId,
            new TeamsChannelData { Tenant = new TeamsObject { Id = tenantId } });
        var body = JsonSerializer.SerializeToUtf8Bytes(conversation, ConnectorJson.Default.NewConversation);
        return EffectAsync(HttpMethod.Post, Route(serviceUrl), body, cancellationToken);
    }

    public async Task<IReadOnlyList<ChannelAccount>> MembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var all = new List<ChannelAccount>();
        var next = string.Empty;
        for (var page = 0; page < MaxPages; page++)
        {
            var query = $"?pageSize={PageSize}" + (next.Length > 0 ? $"&continuationToken={Uri.EscapeDataString(next)}" : string.Empty);
            var answer = await ReadAsync(Route(of.ServiceUrl, of.ConversationId, "pagedmembers", query: query), cancellationToken)
                .ConfigureAwait(false);
            if (page == 0 && IsWithoutPaging(answer))
            {
                return await AllAtOnceAsync(of, cancellationToken).ConfigureAwait(false);
            }

            var members = Parse(answer, body => JsonSerializer.Deserialize(body, ConnectorJson.Default.ConnectorMembers));
            all.AddRange(Named(members.Members));
            if (members.ContinuationToken is not { Length: > 0 } token || token == next)
            {
                return all;
            }

            next = token;
        }

        throw new ConnectorException($"The list of members has more than {MaxPages} pages.");
    }

    private async Task<IReadOnlyList<ChannelAccount>> AllAtOnceAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(Route(of.ServiceUrl, of.ConversationId, "members"), cancellationToken).ConfigureAwait(false);
        return [.. Named(Parse(answer, body => JsonSerializer.Deserialize(body, ConnectorJson.Default.IReadOnlyListChannelAccount)))];
    }

    private static IEnumerable<ChannelAccount> Named(IReadOnlyList<ChannelAccount>? members) =>
        (members ?? []).Where(member => member?.Id is not null).Select(member => member with { AadObjectId = member.AadObjectId ?? member.ObjectId });

    /// <summary>
    /// What is too large is sent smaller once: here when we can tell, else when the Connector says so (teams rules 39 and 46). What a
    /// government's tenant refuses from the usual host goes once more to that government's (rule 34); the next activity from there mends
    /// the address that was kept.
    /// </summary>
    private async Task<SendResult> DeliverAsync(
        HttpMethod method, ConversationReference to, string? activityId, Activity message, CancellationToken cancellationToken, string query = "")
    {
        var addressed = message with
        {
            From = message.From ?? new ChannelAccount { Id = to.BotId },
            Conversation = message.Conversation ?? new ConversationAccount { Id = to.ConversationId },
        };
        var result = await FittedAsync(method, Route(to.ServiceUrl, to.ConversationId, "activities", activityId, query), addressed, cancellationToken)
            .ConfigureAwait(false);
        return result is SendResult.Unreachable { IsWrongHost: true }
            && Route(serviceUrls.Government, to.ConversationId, "activities", activityId, query) is { } government
            ? await FittedAsync(method, government, addressed, cancellationToken).ConfigureAwait(false)
            : result;
    }

    private async Task<SendResult> FittedAsync(HttpMethod method, Uri? url, Activity message, CancellationToken cancellationToken)
    {
        var result = await DeliverAsync(method, url, message, RoomyBytes, cancellationToken).ConfigureAwait(false);
        return result is SendResult.Refused { IsTooLarge: true } && CompactCard.Of(message) is { } smaller
            ? await DeliverAsync(method, url, smaller, MaxMessageBytes, cancellationToken).ConfigureAwait(false)
            : result;
    }

    private Task<SendResult> DeliverAsync(HttpMethod method, Uri? url, Activity message, int most, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.Activity);
        var limit = message.Attachments is { Count: > 0 } ? most : MaxMessageBytes;
        return body.Length > limit
            ? Task.FromResult<SendResult>(new SendResult.Refused($"the message has {body.Length} bytes, the most is {limit}") { IsTooLarge = true })
            : EffectAsync(method, url, body, cancellationToken);
    }

    private async Task<SendResult> EffectAsync(HttpMethod method, Uri? url, byte[]? body, CancellationToken cancellationToken) =>
        url is null
            ? new SendResult.Refused("the address is not the Connector's")
            : ConnectorAnswer.Classify(await transport.SendAsync(method, url, body, cancellationToken).ConfigureAwait(false));

    private async Task<Exchange.Answered> ReadAsync(Uri? url, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            throw new ConnectorException("The address is not the Connector's.");
        }

        return await transport.SendAsync(HttpMethod.Get, url, body: null, cancellationToken).ConfigureAwait(false) switch
        {
            Exchange.Answered answered => answered,
            Exchange.NeverSent never => throw new ConnectorException($"The Connector did not answer: {never.Reason}."),
            Exchange.NoAnswer none => throw new ConnectorException($"The Connector did not answer: {none.Reason}."),
            _ => throw new ConnectorException("The Connector did not answer."),
        };
    }

    private static T Parse<T>(Exchange.Answered answer, Func<byte[], T?> parse)
        where T : class
    {
        if (answer.Status != 200)
        {
            throw new ConnectorException($"The Connector refused: {ConnectorAnswer.Reason(answer)}.");
        }

        try
        {
            return parse(answer.Body) ?? throw new ConnectorException("The Connector answered null.");
        }
        catch (JsonException e)
        {
            throw new ConnectorException("The Connector's answer is not what it should be.", e);
        }
    }

    /// <summary>A stand-in or an old channel that does not know the route; Teams names a code when the conversation is gone.</summary>
    private static bool IsWithoutPaging(Exchange.Answered answer) =>
        answer.Status is 405 or 501 || (answer.Status == 404 && ConnectorAnswer.Code(answer.Body) is null);

    /// <summary>Null when the service URL is not allowed or an id could lead out of its place in the path.</summary>
    private Uri? Route(string serviceUrl, string? conversationId = null, string? part = null, string? id = null, string query = "")
    {
        if (serviceUrls.Accept(serviceUrl) is not { } root || !IsSegment(conversationId) || !IsSegment(id))
        {
            return null;
        }

        string?[] segments = [conversationId, part, id];
        var path = string.Concat(segments.Where(segment => segment is not null).Select(segment => "/" + Uri.EscapeDataString(segment ?? string.Empty)));
        return new Uri($"{root.AbsoluteUri.TrimEnd('/')}/v3/conversations{path}{query}");
    }

    private static bool IsSegment(string? id) => id is not ("" or "." or "..");
}
