using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>An answer of the Connector.</summary>
internal sealed record ConnectorAnswer(int Status, JsonNode Body)
{
    public static ConnectorAnswer Error(int status, string code) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } });

    public Task WriteAsync(HttpContext call)
    {
        call.Response.StatusCode = Status;
        call.Response.ContentType = "application/json; charset=utf-8";
        return call.Response.WriteAsync(Body.ToJsonString(), call.RequestAborted);
    }
}
