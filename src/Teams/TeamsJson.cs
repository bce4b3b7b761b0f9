using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Teams;

/// <summary>How activities and cards are written and read: camelCase, nothing that is null, at most 32 levels deep.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount>))]
public sealed partial class TeamsJson : JsonSerializerContext;
