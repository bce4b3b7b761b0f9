using System.Text.Json;

namespace FollowUpBot.Teams;

/// <summary>The status table of the Connector (teams rules 28 to 44): what an answer means for what may be done next.</summary>
internal static class ConnectorAnswer
{
    private static readonly TimeSpan AfterRefusedToken = TimeSpan.FromMinutes(1);

    public static SendResult Classify(Exchange exchange) => exchange switch
    {
        Exchange.NeverSent never => new SendResult.NotSent(never.Reason, After: null),
        Exchange.NoAnswer none => new SendResult.Unknown(none.Reason),
        Exchange.Answered { Status: 200 or 201 or 202 or 204 } accepted => Accepted(accepted),
        Exchange.Answered answered => Refusal(answered),
        _ => throw new ArgumentOutOfRangeException(nameof(exchange)),
    };

    /// <summary>The status and the Connector's own word for it, such as <c>403 BotNotInConversationRoster</c>.</summary>
    public static string Reason(Exchange.Answered answer) =>
        Code(answer.Body) is { } code ? $"{answer.Status} {code}" : $"{answer.Status}";

    /// <summary>The error's code; null when the body names none, or one that is no plain word.</summary>
    public static string? Code(byte[] body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, ConnectorJson.Default.ConnectorError);
            var code = error?.Error?.SubCode ?? error?.Error?.Code ?? error?.SubCode ?? error?.Code;
            return code is { Length: > 0 and <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        }
        catch (JsonException)
        {
            return null; // a gateway's web page, say: the status alone counts
        }
    }

    private static SendResult Accepted(Exchange.Answered answer)
    {
        if (answer.Body.Length == 0)
        {
            return new SendResult.Accepted(Id: null);
        }

        try
        {
            return new SendResult.Accepted(JsonSerializer.Deserialize(answer.Body, ConnectorJson.Default.ConnectorResource)?.Id);
        }
        catch (JsonException)
        {
            return new SendResult.Unknown($"{answer.Status} with a body that is not JSON");
        }
    }

    private static SendResult Refusal(Exchange.Answered answer)
    {
        var reason = Reason(answer);
        return (answer.Status, Code(answer.Body)) switch
        {
            (401, _) => new SendResult.NotSent(reason, answer.After ?? AfterRefusedToken),
            (403, "NotEnoughPermissions") => new SendResult.Refused(reason),
            (403, "InvalidBotApiHost") => new SendResult.Unreachable(reason) { IsWrongHost = true },
            (403, _) or (404, "BotNotInConversationRoster") => new SendResult.Unreachable(reason),
            (404, _) => new SendResult.Gone(reason),
            (408 or >= 500, _) => new SendResult.Unknown(reason),
            (413, _) => new SendResult.Refused(reason) { IsTooLarge = true },
            (412 or 429, _) => new SendResult.NotSent(reason, answer.After),
            _ => new SendResult.Refused(reason),
        };
    }
}
