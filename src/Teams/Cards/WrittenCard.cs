using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FollowUpBot.Teams.Cards;

/// <summary>A card as it is sent: written once, then measured and copied.</summary>
[JsonConverter(typeof(WrittenCardConverter))]
public sealed class WrittenCard
{
    private WrittenCard(byte[] json) => Json = json;

    /// <summary>In UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    public static implicit operator WrittenCard(Card card) => Of(card);

    public static WrittenCard Of(Card card) => new(JsonSerializer.SerializeToUtf8Bytes(card, TeamsJson.Wire.Card));

    public static WrittenCard Of(JsonObject card) => new(JsonSerializer.SerializeToUtf8Bytes(card, TeamsJson.Wire.JsonObject));

    public override string ToString() => Encoding.UTF8.GetString(Json.Span);
}

/// <summary>What comes in with a message is passed over: nothing that a card says is believed.</summary>
internal sealed class WrittenCardConverter : JsonConverter<WrittenCard>
{
    public override WrittenCard? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, WrittenCard value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
