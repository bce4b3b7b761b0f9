using System.Globalization;
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
        conversations.MapGet("/{id}/members", call => MembersAsync(call, paged: false));
        conversations.MapGet("/{id}/pagedmembers", call => MembersAsync(call, paged: true));
        server.MapFallback(RefuseAsync);
    }

    private async Task RefuseAsync(HttpContext call)
    {
        teams.Report($"{call.Request.Method} {call.Request.Path} is not a route that the bot uses.");
        await AnswerAsync(call, Error(501, "NotImplemented"));
    }

    private async Task CreateAsync(HttpContext call)
    {
        var body = await BodyAsync(call);
        var answer = body.IsTrue("isGroup") ? CreateThread(body) : CreatePersonalChat(body);
        await AnswerAsync(call, answer);
    }

    private Answer CreatePersonalChat(JsonObject? body)
    {
        if (body.Objects("members").ToList() is not [var member] || body.Text("tenantId") is not { } tenantId || body.Object("activity") is not null)
            return Defect("a personal chat is created with one member, a tenantId and no activity", body);
        return teams.FindPerson(member.Text("id")) is { } person && person.TenantId == tenantId
            ? new Answer(201, new JsonObject { ["id"] = person.Chat.Id })
            : Error(403, "BotNotInConversationRoster");
    }

    private Answer CreateThread(JsonObject? body)
    {
        if (body.Object("channelData").Object("channel").Text("id") is not { } channelId || body.Object("activity") is not { } activity)
            return Defect("a thread is created with channelData.channel.id and an activity", body);
        if (teams.Find(channelId) is not { Chat: { } chat })
            return Error(404, "ConversationNotFound");
        var sent = Accept(chat, threadId: null, activity);
        return sent.Body.Text("id") is { } id
            ? sent with { Body = new JsonObject { ["id"] = TeamsStandIn.ThreadIn(chat, id), ["activityId"] = id } }
            : sent;
    }

    /// <summary>One effect on a chat, with the fault that waits for it.</summary>
    private async Task SendAsync(HttpContext call, Func<Chat, string?, string?, JsonObject?, Answer> effect)
    {
        var body = await BodyAsync(call);
        var activityId = call.Request.RouteValues["activityId"] as string;
        if (teams.TakeFault() is not { } fault)
        {
            await AnswerAsync(call, Take());
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
        await AnswerAsync(call, fault.Code is { } code ? Error(fault.Status, code) : new Answer(fault.Status, new JsonObject()));

        Answer Take() => teams.Find(call.Request.RouteValues["id"] as string ?? "") switch
        {
            null => Error(404, "ConversationNotFound"),
            { Chat.HasBot: false } => Error(403, "BotNotInConversationRoster"),
            var (chat, threadId) => effect(chat, threadId, activityId, body),
        };
    }

    private Answer Post(Chat chat, string? threadId, string? repliedTo, JsonObject? activity) =>
        Accept(chat, threadId ?? (repliedTo is null ? null : chat.Find(repliedTo)?.ThreadId), activity);

    private Answer Put(Chat chat, string? threadId, string? activityId, JsonObject? activity)
    {
        if (Own(chat, activityId) is not { } message)
            return Error(404, "ActivityNotFoundInConversation");
        if (activity is null || Flaw(activity) is not null)
            return Defect(Flaw(activity) ?? "", activity);
        chat.Replace(message.Id, shown => Chat.Content(activity, shown) with { Edits = shown.Edits + 1 });
        return new Answer(200, new JsonObject { ["id"] = message.Id });
    }

    private Answer Delete(Chat chat, string? threadId, string? activityId, JsonObject? activity)
    {
        if (Own(chat, activityId) is not { } message)
            return Error(404, "ActivityNotFoundInConversation");
        chat.Remove(message.Id);
        return new Answer(200, new JsonObject());
    }

    private static ShownMessage? Own(Chat chat, string? activityId) =>
        activityId is not null && chat.Find(activityId) is { IsFromBot: true } message ? message : null;

    private Answer Accept(Chat chat, string? threadId, JsonObject? activity)
    {
        var id = teams.NextId();
        var answer = new Answer(201, new JsonObject { ["id"] = id });
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

    private async Task MembersAsync(HttpContext call, bool paged)
    {
        if (teams.Find(call.Request.RouteValues["id"] as string ?? "") is not { Chat: { } chat })
        {
            await AnswerAsync(call, Error(404, "ConversationNotFound"));
            return;
        }

        var from = Number(call.Request.Query["continuationToken"], 0);
        var size = paged ? Number(call.Request.Query["pageSize"], 50) : chat.Members.Count;
        var members = new JsonArray([.. chat.Members.Skip(from).Take(size).Select(Member)]);
        JsonNode page = paged ? new JsonObject { ["members"] = members } : members;
        if (paged && from + size < chat.Members.Count)
            page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        await AnswerAsync(call, new Answer(200, page));
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static JsonNode Member(Person person) => new JsonObject
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["aadObjectId"] = person.AadObjectId,
        ["email"] = person.Email,
        ["userPrincipalName"] = person.Email,
        ["tenantId"] = person.TenantId,
        ["userRole"] = "user",
    };

    private static Answer Error(int status, string code) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } });

    /// <summary>A request that is the bot's own mistake.</summary>
    private Answer Defect(string rule, JsonObject? body)
    {
        teams.Report($"Against the rule that {rule}: {body?.ToJsonString()}");
        return Error(400, "BadSyntax");
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

    private static Task AnswerAsync(HttpContext call, Answer answer)
    {
        call.Response.StatusCode = answer.Status;
        call.Response.ContentType = "application/json; charset=utf-8";
        return call.Response.WriteAsync(answer.Body.ToJsonString(), call.RequestAborted);
    }

    private sealed record Answer(int Status, JsonNode Body);
}
