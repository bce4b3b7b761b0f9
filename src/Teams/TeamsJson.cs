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
[JsonSerializable(typeof(WrittenCard))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount>))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>
    /// As it is sent: letters of all languages, and emoji, stand as they are. Escaped, each is six bytes, and a card of long names grows beyond what Teams
    /// takes. Nothing that is written here stands in a web page, so there is nothing more to escape than JSON asks for.
    /// </summary>
    public static TeamsJson Wire => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = new WireEncoder() });
}
