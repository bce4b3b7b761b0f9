using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>Presses as somebody would make them up: any verb, any data.</summary>
internal static class Presses
{
    /// <summary>Every verb that a card of the product sends.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        .. typeof(FollowUpBot.Bot.Cards.Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue()).OfType<string>(),
    ];

    public static JsonObject Of(RehearsedBot bot, Person by, string verb, string deal, string reminder, int version = 0, JsonObject? data = null)
    {
        var all = new JsonObject { ["deal"] = deal, ["reminder"] = reminder, ["version"] = $"{version}" };
        foreach (var (name, value) in data ?? [])
            all[name] = value?.DeepClone();
        return bot.Said(change: said =>
        {
            said["type"] = "invoke";
            said["name"] = "adaptiveCard/action";
            said["from"] = new JsonObject { ["id"] = by.Id, ["name"] = by.Name, ["aadObjectId"] = by.AadObjectId };
            said["conversation"]!["id"] = by.Chat.Id;
            said["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = all }, ["trigger"] = "manual" };
        });
    }

    /// <summary>All that is stored of the deal that presses are about.</summary>
    public static async Task<string> StoredAsync(RehearsedBot bot)
    {
        var bodies = new List<string>();
        foreach (var kind in (string[])[Keys.Deal, Keys.MeetingKind, ReminderDocument.Kind, EventDocument.Kind])
        {
            var page = await bot.Real.InPartitionAsync(Keys.DealPartition(bot.Teams.TenantId, "contoso"), kind, continuation: null, 1000, CancellationToken.None);
            bodies.AddRange(page.Documents.Select(stored => stored.Document.Body));
        }

        return string.Join('\n', bodies);
    }

    /// <returns>The body of the answer, which is 200.</returns>
    public static async Task<string> SendAsync(RehearsedBot bot, JsonObject activity)
    {
        using var answer = await bot.PostAsync(activity.ToJsonString(), "Bearer " + bot.Token());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
