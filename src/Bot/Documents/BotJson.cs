using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUpBot.Deals;
using FollowUpBot.Storage.Json;

namespace FollowUpBot.Bot.Documents;

/// <summary>How documents are stored: camelCase, enums as words, no type names.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 32,
    Converters =
    [
        typeof(InstantConverter),
        typeof(LocalDateConverter),
        typeof(LocalTimeConverter),
        typeof(LocalDateTimeConverter),
        typeof(DurationConverter),
        typeof(RepIdConverter),
    ])]
[JsonSerializable(typeof(Deal))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(ReminderDocument))]
[JsonSerializable(typeof(PersonDocument))]
[JsonSerializable(typeof(AliasDocument))]
[JsonSerializable(typeof(ChannelDocument))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(TeamDocument))]
[JsonSerializable(typeof(DigestDocument))]
[JsonSerializable(typeof(LostDigestDocument))]
[JsonSerializable(typeof(NoticeDocument))]
[JsonSerializable(typeof(AttentionDocument))]
[JsonSerializable(typeof(RoundDocument))]
[JsonSerializable(typeof(StuckDocument))]
[JsonSerializable(typeof(WeeksDocument))]
[JsonSerializable(typeof(CardUpdateDocument))]
[JsonSerializable(typeof(DealNewsDocument))]
[JsonSerializable(typeof(DigestUpdateDocument))]
[JsonSerializable(typeof(HeadsUpPlanDocument))]
[JsonSerializable(typeof(HeadsUpDocument))]
[JsonSerializable(typeof(InboxDocument))]
[JsonSerializable(typeof(EventDocument))]
[JsonSerializable(typeof(TombstoneDocument))]
[JsonSerializable(typeof(TakenDocument))]
[JsonSerializable(typeof(AppointmentDocument))]
[JsonSerializable(typeof(LinkKeyDocument))]
public sealed partial class BotJson : JsonSerializerContext;

public sealed class RepIdConverter : JsonConverter<RepId>
{
    /// <summary>A deal names the same person again and again.</summary>
    private RepId last;

    public override RepId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var known = last;
        if (known.Value is { } text && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text))
            return known;
        return last = RepId.TryParse(reader.GetString(), out var rep) ? rep : throw new JsonException("This is neither an object id nor an e-mail address.");
    }

    public override void Write(Utf8JsonWriter writer, RepId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
