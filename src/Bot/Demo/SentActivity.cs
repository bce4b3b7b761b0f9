using System.Text.Json.Nodes;
using FollowUpBot.Teams.Protocol;
using NodaTime.Text;

namespace FollowUpBot.Bot.Demo;

/// <summary>Builds activities as Teams writes them; plain JSON, so that the bot's own types are not what they are checked against.</summary>
internal sealed class SentActivity(TeamsStandIn teams, Person from, Chat chat)
{
    private static readonly OffsetDateTimePattern Local = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffo<+HH:mm>");

    public JsonObject Message(string text, ShownMessage message) =>
        Of("message", message.Id, message.ThreadId).With("text", text).With("textFormat", "plain");

    /// <summary>A message with the bot's name before it, and the entity that makes it a mention.</summary>
    public JsonObject Mention(string text, ShownMessage message)
    {
        var name = $"<at>{TeamsStandIn.BotName}</at>";
        var activity = Message($"{name} {text}", message);
        activity["entities"]?.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = TeamsStandIn.BotId, ["name"] = TeamsStandIn.BotName },
            ["text"] = name,
        });
        return activity;
    }

    /// <summary>The data of an Action.Submit arrives as a message without words (teams rule 54).</summary>
    public JsonObject Submit(JsonObject data, ShownMessage card) =>
        Of("message", teams.NextId(), card.ThreadId).With("replyToId", card.Id).With("value", data);

    public JsonObject Execute(JsonObject action, JsonObject data, ShownMessage card)
    {
        var executed = new JsonObject { ["type"] = "Action.Execute", ["title"] = action.Text("title"), ["verb"] = action.Text("verb"), ["data"] = data };
        if (action.Text("id") is { } id)
            executed["id"] = id;
        return Of("invoke", $"f:{teams.NextId()}", card.ThreadId)
            .With("name", "adaptiveCard/action")
            .With("replyToId", card.Id)
            .With("value", new JsonObject { ["action"] = executed, ["trigger"] = "manual" });
    }

    /// <param name="action"><c>add</c> or <c>remove</c>.</param>
    public JsonObject Installation(string action) => Of("installationUpdate", $"f:{teams.NextId()}", threadId: null).With("action", action);

    /// <summary>Teams tells of the person too when the bot comes into a personal chat.</summary>
    public JsonObject BotAdded()
    {
        var activity = Of("conversationUpdate", $"f:{teams.NextId()}", threadId: null);
        if (chat is not Channel)
            return activity.With("membersAdded", new JsonArray(Account(), Bot()));
        activity.Object("channelData")?.Add("eventType", "teamMemberAdded");
        return activity.With("membersAdded", new JsonArray(Bot()));
    }

    public JsonObject MemberRemoved()
    {
        var activity = Of("conversationUpdate", $"f:{teams.NextId()}", threadId: null).With("membersRemoved", new JsonArray(Account()));
        activity.Object("channelData")?.Add("eventType", "teamMemberRemoved");
        return activity;
    }

    private static JsonObject Bot() => new() { ["id"] = TeamsStandIn.BotId, ["name"] = TeamsStandIn.BotName };

    private JsonObject Account() => new() { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId };

    private JsonObject Of(string type, string id, string? threadId) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = InstantPattern.ExtendedIso.Format(teams.Now),
        ["localTimestamp"] = Local.Format(teams.Now.InZone(from.Zone).ToOffsetDateTime()),
        ["localTimezone"] = from.Zone.Id,
        ["locale"] = from.Locale,
        ["serviceUrl"] = teams.ServiceUrl.AbsoluteUri,
        ["channelId"] = "msteams",
        ["from"] = Account(),
        ["recipient"] = Bot(),
        ["conversation"] = Conversation(threadId),
        ["entities"] = new JsonArray(ClientInfo()),
        ["channelData"] = ChannelData(),
    };

    private JsonObject Conversation(string? threadId)
    {
        if (chat is not Channel)
            return new() { ["conversationType"] = ConversationAccount.Personal, ["tenantId"] = from.TenantId, ["id"] = chat.Id };
        return new()
        {
            ["isGroup"] = true,
            ["conversationType"] = ConversationAccount.Channel,
            ["tenantId"] = from.TenantId,
            ["id"] = threadId is null ? chat.Id : TeamsStandIn.ThreadIn(chat, threadId),
        };
    }

    private JsonObject ClientInfo() => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = from.Locale,
        ["country"] = from.Locale[^2..],
        ["platform"] = "Web",
        ["timezone"] = from.Zone.Id,
    };

    private JsonObject ChannelData()
    {
        var tenant = new JsonObject { ["id"] = from.TenantId };
        if (chat is not Channel channel)
            return new() { ["tenant"] = tenant };
        return new()
        {
            ["teamsChannelId"] = channel.Id,
            ["teamsTeamId"] = channel.Team.Id,
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name },
            ["team"] = new JsonObject { ["id"] = channel.Team.Id, ["name"] = channel.Team.Name, ["aadGroupId"] = channel.Team.AadGroupId },
            ["tenant"] = tenant,
        };
    }
}
