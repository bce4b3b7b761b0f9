using System.Text.Json;
using FollowUpBot.Teams.Cards;

namespace FollowUpBot.Teams.Protocol;

/// <summary>
/// The body that answers an <c>adaptiveCard/action</c>. The HTTP status is 200 whenever the bot's code ran;
/// what became of the press stands in here (teams rule 52).
/// </summary>
public sealed record InvokeResponse
{
    private InvokeResponse(int statusCode, string type, JsonElement value) => (StatusCode, Type, Value) = (statusCode, type, value);

    public int StatusCode { get; }
    public string Type { get; }
    public JsonElement Value { get; }

    /// <summary>The card takes the place of the one that was pressed, for whoever pressed it.</summary>
    public static InvokeResponse Card(Card card) =>
        new(200, Cards.Card.ContentType, JsonSerializer.SerializeToElement(card, TeamsJson.Default.Card));

    /// <summary>A line shown at the card, which stays.</summary>
    public static InvokeResponse Message(string text) =>
        new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, TeamsJson.Default.String));

    /// <summary>The press was not understood: our own 400 for an unknown verb (teams rule 58).</summary>
    public static InvokeResponse BadRequest(string message) => Error(400, "BadRequest", message);

    /// <summary>The bot failed; the message carries the reference number.</summary>
    public static InvokeResponse Failed(string message) => Error(500, "InternalServerError", message);

    private static InvokeResponse Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", JsonSerializer.SerializeToElement(new InvokeError(code, message), TeamsJson.Default.InvokeError));
}

/// <summary>The value of a failed <see cref="InvokeResponse"/>.</summary>
public sealed record InvokeError(string Code, string Message);
