using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Teams.Protocol;

/// <summary>
/// The body that answers an invoke. The HTTP status is 200 whenever the bot's code ran; what became of a press on a card stands in here
/// (teams rule 52). Message extensions and dialogs have bodies of their own.
/// </summary>
[JsonConverter(typeof(InvokeResponseConverter))]
public sealed record InvokeResponse
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    private InvokeResponse(int statusCode, string type, JsonElement value, JsonObject? body = null) =>
        (StatusCode, Type, Value, Body) = (statusCode, type, value, body);

    private InvokeResponse(WrittenCard card) => (StatusCode, Type, Shown) = (200, Cards.Card.ContentType, card);

    public int StatusCode { get; }
    public string Type { get; }

    /// <summary>Undefined where a card is the answer.</summary>
    public JsonElement Value { get; }

    /// <summary>The card that is the answer; null for another answer.</summary>
    public WrittenCard? Shown { get; }

    /// <summary>What is sent instead of status, type and value; null for an answer to a card.</summary>
    internal JsonObject? Body { get; }

    /// <summary>The card takes the place of the one that was pressed, for whoever pressed it.</summary>
    public static InvokeResponse Card(WrittenCard card) => new(card);

    /// <summary>A line shown at the card, which stays.</summary>
    public static InvokeResponse Message(string text) => new(200, MessageType, Text(text));

    /// <summary>The press was not understood: our own 400 for an unknown verb (teams rule 58).</summary>
    public static InvokeResponse BadRequest(string message) => Error(400, "BadRequest", message);

    /// <summary>The bot failed; the message carries the reference number.</summary>
    public static InvokeResponse Failed(string message) => Error(500, "InternalServerError", message);

    /// <summary>A line in the results of a message extension.</summary>
    public static InvokeResponse ExtensionMessage(string text) => new(
        200, MessageType, Text(text), new JsonObject { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = text } });

    /// <summary>A line in place of a dialog.</summary>
    public static InvokeResponse TaskMessage(string text) => new(
        200, MessageType, Text(text), new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = text } });

    private static InvokeResponse Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", JsonSerializer.SerializeToElement(new InvokeError(code, message), TeamsJson.Default.InvokeError));

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, TeamsJson.Default.String);
}

/// <summary>The value of a failed <see cref="InvokeResponse"/>.</summary>
public sealed record InvokeError(string Code, string Message);

/// <summary>Writes an answer in the shape that its invoke wants; answers are never read.</summary>
internal sealed class InvokeResponseConverter : JsonConverter<InvokeResponse>
{
    public override InvokeResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, InvokeResponse value, JsonSerializerOptions options)
    {
        if (value.Body is { } body)
        {
            body.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("statusCode", value.StatusCode);
        writer.WriteString("type", value.Type);
        writer.WritePropertyName("value");
        if (value.Shown is { } card)
            JsonSerializer.Serialize(writer, card, TeamsJson.Default.WrittenCard);
        else
            value.Value.WriteTo(writer);
        writer.WriteEndObject();
    }
}
