using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>What the stand-in does to one send of the bot instead of just taking it.</summary>
public sealed record SendFault
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>The connection breaks before anything was taken.</summary>
    public static readonly SendFault Reset = new() { Breaks = true };

    /// <summary>The message arrives, and the connection breaks before the answer.</summary>
    public static readonly SendFault AcceptThenReset = new() { Delivers = true, Breaks = true };

    /// <summary>The message arrives, and the answer is that of an unreachable gateway.</summary>
    public static readonly SendFault AcceptThenBadGateway = Refusal(502, "ServiceError") with { Delivers = true };

    /// <summary>Which sends it is for, by their JSON; the first of any kind unless said otherwise.</summary>
    public Func<JsonObject, bool> IsFor { get; init; } = _ => true;

    public int Status { get; init; } = 201;
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The error code of the answer's body (teams rules 28-42); null sends an empty body.</summary>
    public string? Code { get; init; }

    /// <summary>The message is shown, whatever the answer.</summary>
    public bool Delivers { get; init; }

    /// <summary>No answer: the connection is reset.</summary>
    public bool Breaks { get; init; }

    /// <summary>The answer (or the break) waits for this.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    internal ConnectorAnswer Answer => Code is { } code ? ConnectorAnswer.Error(Status, code) : new ConnectorAnswer(Status, new JsonObject());

    /// <summary>For example <c>Refusal(403, "ConversationBlockedByUser")</c>; nothing is delivered.</summary>
    public static SendFault Refusal(int status, string code) => new() { Status = status, Code = code };

    /// <summary>429 with Retry-After.</summary>
    public static SendFault Throttled(TimeSpan after) => Refusal(429, "Throttled") with
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture) },
    };
}
