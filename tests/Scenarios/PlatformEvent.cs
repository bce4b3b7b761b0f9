using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What Teams tells the bot by itself, as it writes it.</summary>
public static class PlatformEvent
{
    public static JsonObject Of(Office office, Person from, string type) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Guid.NewGuid()}",
        ["timestamp"] = office.Clock.GetCurrentInstant().ToString(),
        ["serviceUrl"] = office.Teams.ServiceUrl.AbsoluteUri,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = from.Id, ["aadObjectId"] = from.AadObjectId },
        ["recipient"] = new JsonObject { ["id"] = TeamsStandIn.BotId, ["name"] = TeamsStandIn.BotName },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = from.TenantId, ["id"] = from.Chat.Id },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.TenantId } },
    };

    public static JsonObject Invoke(Office office, Person from, string name, JsonObject value)
    {
        var invoke = Of(office, from, "invoke");
        (invoke["name"], invoke["value"]) = (name, value);
        return invoke;
    }

    /// <summary>A conversationUpdate about a channel or its team.</summary>
    public static JsonObject Change(Office office, Channel channel, Person from, string eventType, string? newName = null, params string[] removed)
    {
        var change = Of(office, from, "conversationUpdate");
        change["conversation"] = new JsonObject
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = from.TenantId,
            ["id"] = channel.Team.Id,
        };
        change["channelData"] = new JsonObject
        {
            ["eventType"] = eventType,
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = newName ?? channel.Name },
            ["team"] = new JsonObject { ["id"] = channel.Team.Id, ["name"] = channel.Team.Name },
            ["tenant"] = new JsonObject { ["id"] = from.TenantId },
        };
        if (removed.Length > 0)
            change["membersRemoved"] = new JsonArray([.. removed.Select(id => new JsonObject { ["id"] = id })]);
        return change;
    }

    public static async Task<(int Status, JsonNode? Body)> ArriveAsync(Office office, JsonObject activity)
    {
        using var http = new HttpClient();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(office.Teams.BotAddress ?? new Uri("about:blank"), "api/messages"), content);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }
}
