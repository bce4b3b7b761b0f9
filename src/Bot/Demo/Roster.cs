using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUpBot.Bot.Demo;

/// <summary>Who is in a conversation, as the Connector lists them.</summary>
internal static class Roster
{
    private const int UsualPage = 50;

    public static ConnectorAnswer Of(TeamsStandIn teams, HttpContext call) =>
        Find(teams, call) is { } chat ? new ConnectorAnswer(200, List(chat.Members)) : ConnectorAnswer.Error(404, "ConversationNotFound");

    public static ConnectorAnswer PageOf(TeamsStandIn teams, HttpContext call)
    {
        if (Find(teams, call) is not { } chat)
            return ConnectorAnswer.Error(404, "ConversationNotFound");
        var from = Number(call.Request.Query["continuationToken"], 0);
        var next = from + Number(call.Request.Query["pageSize"], UsualPage);
        var page = new JsonObject { ["members"] = List(chat.Members.Take(from..next)), ["totalCount"] = chat.Members.Count };
        if (next < chat.Members.Count)
            page["continuationToken"] = next.ToString(CultureInfo.InvariantCulture);
        return new ConnectorAnswer(200, page);
    }

    private static Chat? Find(TeamsStandIn teams, HttpContext call) => teams.Find(call.Request.RouteValues["id"] as string ?? "")?.Chat;

    private static int Number(string? text, int otherwise) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static JsonArray List(IEnumerable<Person> people) => new([.. people.Select(Member)]);

    private static JsonNode Member(Person person) => new JsonObject
    {
        ["id"] = person.Id,
        ["aadObjectId"] = person.AadObjectId,
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["userPrincipalName"] = person.Email,
        ["tenantId"] = person.TenantId,
        ["userRole"] = "user",
    };
}
