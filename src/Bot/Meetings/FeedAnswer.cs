using System.Text.Json.Serialization;

namespace FollowUpBot.Bot.Meetings;

/// <summary>What the sender is told when its request was taken.</summary>
/// <param name="Result"><c>accepted</c>, or <c>repeat</c> when it was taken before and nothing changed.</param>
/// <param name="ReminderDue">When the rep is reminded, ISO 8601 in UTC; null when nobody will be.</param>
public sealed record FeedAnswer(string Result, string? ReminderDue);

/// <summary>What the sender is told when its request was refused: problem details (RFC 9457).</summary>
/// <param name="Errors">Messages by field, when fields were wrong.</param>
public sealed record FeedProblem(
    string Type,
    string Title,
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(FeedProblem))]
public sealed partial class FeedJson : JsonSerializerContext;
