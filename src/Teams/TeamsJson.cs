using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams;

/// <summary>How activities and cards are written and read: camelCase, nothing that is null, at most 32 levels deep, no field twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount>))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class TeamsJson : JsonSerializerContext;
