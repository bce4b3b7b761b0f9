using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUpBot.Teams.Protocol;

/// <summary>
/// A press on a card's button: an <c>adaptiveCard/action</c> invoke or, from clients without Action.Execute, a message with a value
/// (teams rules 51 to 54). Everything in it was written by the sender: ids to look up, never a permission.
/// </summary>
/// <param name="Values">The button's ids together with the card's inputs.</param>
/// <param name="IsAutomatic">The client refreshes the card by itself: read only, quick, no effect (teams rule 53).</param>
/// <param name="CardActivityId">The message that holds the card, so that it can be updated; null when the client does not say.</param>
public sealed record CardSubmission(string Verb, JsonObject Values, bool IsAutomatic, string? CardActivityId)
{
    public const string InvokeName = "adaptiveCard/action";

    /// <summary>Under this name a fallback button's data holds the verb.</summary>
    public const string VerbField = "verb";

    /// <summary>A value as text; null when it is not there or not a text.</summary>
    public string? Text(string name) =>
        Values[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The press that an activity carries; null when it carries none, or one without a verb.</summary>
    public static CardSubmission? From(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Invoke, Name: InvokeName, Value: { } value } => FromInvoke(value, activity.ReplyToId),
        { Type: ActivityTypes.Message, Value: { } value } => FromMessage(value, activity.ReplyToId),
        _ => null,
    };

    private static CardSubmission? FromInvoke(JsonElement value, string? card) =>
        value.ObjectField("action") is { } action && action.TextField("verb") is { Length: > 0 } verb
            ? new CardSubmission(verb, Object(action.ObjectField("data")), value.TextField("trigger") == "automatic", card)
            : null;

    private static CardSubmission? FromMessage(JsonElement value, string? card) =>
        value.TextField(VerbField) is { Length: > 0 } verb ? new CardSubmission(verb, Object(value), IsAutomatic: false, card) : null;

    private static JsonObject Object(JsonElement? element) => element is { } it ? JsonObject.Create(it) ?? [] : [];
}
