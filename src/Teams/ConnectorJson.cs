using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams;

/// <summary>The Connector's own bodies, beside the activities that it carries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(ConnectorResource))]
[JsonSerializable(typeof(ConnectorError))]
[JsonSerializable(typeof(ConnectorMembers))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount>))]
[JsonSerializable(typeof(NewConversation))]
internal sealed partial class ConnectorJson : JsonSerializerContext;

/// <summary>What the Connector answers when it made something: the activity's or the conversation's id.</summary>
internal sealed record ConnectorResource(string? Id);

/// <summary>What the Connector answers when it refuses; Teams puts a more exact <c>subCode</c> in some places.</summary>
internal sealed record ConnectorError(ConnectorErrorBody? Error, string? Code, string? SubCode);

internal sealed record ConnectorErrorBody(string? Code, string? SubCode);

internal sealed record ConnectorMembers(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);

/// <summary>What is posted to open a one-to-one chat (teams rule 15).</summary>
internal sealed record NewConversation(
    bool IsGroup, ChannelAccount Bot, IReadOnlyList<ChannelAccount> Members, string TenantId, TeamsChannelData ChannelData);
