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
        server.Use((call, next) =>
        {
            teams.Note(call.Request.Headers.Authorization.ToString());
            return next(call);
        });
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
    private async Task SendAsync(HttpContext call, Func<Send, ConnectorAnswer> effect)
    {
        var body = await BodyAsync(call);
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
        await fault.Answer.WriteAsync(call);

        ConnectorAnswer Take() => teams.Find(call.Request.RouteValues["id"] as string ?? "") switch
        {
            null => ConnectorAnswer.Error(404, "ConversationNotFound"),
            { Chat.HasBot: false } => ConnectorAnswer.Error(403, "BotNotInConversationRoster"),
            var (chat, threadId) => effect(new Send(chat, threadId, call.Request.RouteValues["activityId"] as string, body)),
        };
    }

    private ConnectorAnswer Post(Send send)
    {
        var id = teams.NextId();
        var answer = new ConnectorAnswer(201, new JsonObject { ["id"] = id });
        if (send.Activity.Text("type") == "typing")
            return answer;
        if (send.Activity is not { } activity || Flaw(activity) is not null)
            return Defect(Flaw(send.Activity), send.Activity);
        var message = new ShownMessage { Id = id, ThreadId = send.Chat is Channel ? send.Thread ?? id : null, From = TeamsStandIn.BotName };
        send.Chat.Add(Chat.Content(activity, message));
        return answer;
    }

    private ConnectorAnswer Put(Send send)
    {
        if (send.Own is not { } message)
            return ConnectorAnswer.Error(404, "ActivityNotFoundInConversation");
        if (send.Activity is not { } activity || Flaw(activity) is not null)
            return Defect(Flaw(send.Activity), send.Activity);
        send.Chat.Replace(message.Id, shown => Chat.Content(activity, shown) with { Edits = shown.Edits + 1 });
        return new ConnectorAnswer(200, new JsonObject { ["id"] = message.Id });
    }

    private ConnectorAnswer Delete(Send send)
    {
        if (send.Own is not { } message)
            return ConnectorAnswer.Error(404, "ActivityNotFoundInConversation");
        send.Chat.Remove(message.Id);
        return new ConnectorAnswer(200, new JsonObject());
    }

    /// <summary>Which rule a message breaks; null when it is sound.</summary>
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
    private ConnectorAnswer Defect(string? rule, JsonObject? body)
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

    /// <param name="ThreadId">The thread that the conversation's id names.</param>
    /// <param name="ActivityId">The message that is answered, replaced or deleted.</param>
    private sealed record Send(Chat Chat, string? ThreadId, string? ActivityId, JsonObject? Activity)
    {
        public string? Thread => ThreadId ?? Named?.ThreadId;

        /// <summary>Bots change their own messages only (teams rule 55).</summary>
        public ShownMessage? Own => Named is { IsFromBot: true } message ? message : null;

        private ShownMessage? Named => ActivityId is { } id ? Chat.Find(id) : null;
    }
}
