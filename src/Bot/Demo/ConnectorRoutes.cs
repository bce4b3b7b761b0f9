using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>The Connector's routes, answered as Teams answers them (teams rules 15, 28-42, 55).</summary>
internal sealed class ConnectorRoutes(TeamsStandIn teams)
{
    /// <summary>Our own hard stop; Teams' is higher (teams rule 46).</summary>
    private const int MostBytes = 28 * 1024;

    public void Map(WebApplication server)
    {
        var conversations = server.MapGroup("/emea/v3/conversations");
        conversations.MapPost("", CreateAsync);
        conversations.MapPost("/{id}/activities", call => SendAsync(call, Post));
        conversations.MapPost("/{id}/activities/{activityId}", call => SendAsync(call, Post));
        conversations.MapPut("/{id}/activities/{activityId}", call => SendAsync(call, Put));
        conversations.MapDelete("/{id}/activities/{activityId}", call => SendAsync(call, Delete));
        conversations.MapGet("/{id}/members", call => Roster.Of(teams, call).WriteAsync(call));
        conversations.MapGet("/{id}/pagedmembers", call => Roster.PageOf(teams, call).WriteAsync(call));
        server.MapFallback(RefuseAsync);
    }

    private async Task RefuseAsync(HttpContext call)
    {
        teams.Report($"{call.Request.Method} {call.Request.Path} is not a route that the bot uses.");
        await ConnectorAnswer.Error(501, "NotImplemented").WriteAsync(call);
    }

    private async Task CreateAsync(HttpContext call) => await CreatePersonalChat(await BodyAsync(call)).WriteAsync(call);

    /// <summary>The same member has the same chat (teams rule 15).</summary>
    private ConnectorAnswer CreatePersonalChat(JsonObject? body)
    {
        if (body.IsTrue("isGroup") || body.Object("activity") is not null || body.Objects("members").ToList() is not [var member] || body.Text("tenantId") is not { } tenantId)
            return Defect("only a personal chat is created, with one member, a tenantId and no activity", body);
        return teams.FindPerson(member.Text("id")) is { } person && person.TenantId == tenantId
            ? new ConnectorAnswer(201, new JsonObject { ["id"] = person.Chat.Id })
            : ConnectorAnswer.Error(403, "BotNotInConversationRoster");
    }

    /// <summary>One effect on a chat, with the fault that waits for it.</summary>
    private async Task SendAsync(HttpContext call, Func<Chat, string?, string?, JsonObject?, ConnectorAnswer> effect)
    {
        var body = await BodyAsync(call);
        var activityId = call.Request.RouteValues["activityId"] as string;
        if (teams.TakeFault(body) is not { } fault)
        {
            await Take().WriteAsync(call);
            return;
        }

        if (fault.Delivers)
            Take();
        await fault.Until;
        if (fault.Breaks)
        {
            call.Abort();
            return;
        }

        foreach (var (name, value) in fault.Headers)
            call.Response.Headers[name] = value;
        await (fault.Code is { } code ? ConnectorAnswer.Error(fault.Status, code) : new ConnectorAnswer(fault.Status, new JsonObject())).WriteAsync(call);

        ConnectorAnswer Take() => teams.Find(call.Request.RouteValues["id"] as string ?? "") switch
        {
            null => ConnectorAnswer.Error(404, "ConversationNotFound"),
            { Chat.HasBot: false } => ConnectorAnswer.Error(403, "BotNotInConversationRoster"),
            var (chat, threadId) => effect(chat, threadId, activityId, body),
        };
    }

    private ConnectorAnswer Post(Chat chat, string? threadId, string? repliedTo, JsonObject? activity) =>
        Accept(chat, threadId ?? (repliedTo is null ? null : chat.Find(repliedTo)?.ThreadId), activity);

    private ConnectorAnswer Put(Chat chat, string? threadId, string? activityId, JsonObject? activity)
    {
        if (Own(chat, activityId) is not { } message)
            return ConnectorAnswer.Error(404, "ActivityNotFoundInConversation");
        if (activity is null || Flaw(activity) is not null)
            return Defect(Flaw(activity) ?? "", activity);
        chat.Replace(message.Id, shown => Chat.Content(activity, shown) with { Edits = shown.Edits + 1 });
        return new ConnectorAnswer(200, new JsonObject { ["id"] = message.Id });
    }

    private ConnectorAnswer Delete(Chat chat, string? threadId, string? activityId, JsonObject? activity)
    {
        if (Own(chat, activityId) is not { } message)
            return ConnectorAnswer.Error(404, "ActivityNotFoundInConversation");
        chat.Remove(message.Id);
        return new ConnectorAnswer(200, new JsonObject());
    }

    private static ShownMessage? Own(Chat chat, string? activityId) =>
        activityId is not null && chat.Find(activityId) is { IsFromBot: true } message ? message : null;

    private ConnectorAnswer Accept(Chat chat, string? threadId, JsonObject? activity)
    {
        var id = teams.NextId();
        var answer = new ConnectorAnswer(201, new JsonObject { ["id"] = id });
        if (activity.Text("type") == "typing")
            return answer;
        if (activity is null || Flaw(activity) is not null)
            return Defect(Flaw(activity) ?? "", activity);
        var empty = new ShownMessage { Id = id, ThreadId = chat is Channel ? threadId ?? id : null, From = TeamsStandIn.BotName };
        chat.Add(Chat.Content(activity, empty));
        return answer;
    }

    private static string? Flaw(JsonObject? activity)
    {
        if (activity.Text("type") != "message")
            return "only messages and typing are sent";
        if (Encoding.UTF8.GetByteCount(activity?.ToJsonString() ?? "") > MostBytes)
            return "a message has at most 28 KB";
        var hasCard = activity.Objects("attachments").Any(attachment => attachment.Object("content").Text("type") == "AdaptiveCard");
        return hasCard || !string.IsNullOrEmpty(activity.Text("text")) ? null : "a message has words or a card";
    }

    /// <summary>A request that is the bot's own mistake.</summary>
    private ConnectorAnswer Defect(string rule, JsonObject? body)
    {
        teams.Report($"Against the rule that {rule}: {body?.ToJsonString()}");
        return ConnectorAnswer.Error(400, "BadSyntax");
    }

    private static async Task<JsonObject?> BodyAsync(HttpContext call)
    {
        try
        {
            return await JsonNode.ParseAsync(call.Request.Body, cancellationToken: call.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
