using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Scenarios;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class PrivacyTests
{
    /// <summary>Planted in everything that comes from outside; the line break would forge a line of its own.</summary>
    private const string Canary = "Canary\nforged line";

    [Fact]
    [Trait("row", "SEC30")]
    [Trait("row", "SEC29")]
    public async Task No_name_mail_deal_text_or_token_reaches_the_log_whatever_goes_wrong()
    {
        await using var bot = await RehearsedBot.StartAsync();
        var ann = bot.Teams.Person("Canary Keller", "canary.keller@contoso.example", "Europe/Berlin");
        await ann.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Meeting(ann.Email));
        var card = await ann.Chat.NextCardAsync();
        bot.Teams.AnswerNextSendWith(SendFault.Refusal(500, "CanaryError"));
        await ann.SaysAsync($"because of the {Canary}");
        await ann.PressAsync(card, "Save", new Dictionary<string, string> { ["reason"] = Canary, ["nextStep"] = $"{Canary} on 4 December at 10:00" });
        await PostAsync(bot, ann, activity => activity["type"] = Canary);
        await PostAsync(bot, ann, activity => activity["conversation"]!["tenantId"] = Canary);
        await PostAsync(bot, ann, activity => activity["text"] = new JsonArray(Canary));
        await bot.PostAsync("{\"Canary\":[[", "Bearer " + bot.Token());
        await bot.PostAsync("{}", "Bearer Canary.Canary.Canary");
        await bot.PostAsync("{}", "Bearer " + bot.Token(headers: new JsonObject { ["kid"] = Canary }));
        await bot.PostAsync("{}", "Bearer " + bot.Token(new JsonObject { ["iss"] = Canary }));
        await bot.Crm.LogsAsync(new JsonObject { ["id"] = Canary, ["Canary"] = Canary, ["deal"] = Canary });
        await bot.Crm.LogsAsync(Meeting(ann.Email), secret: "whsec_d3JvbmctYnV0LWxvbmctZW5vdWdoLXNlY3JldA==");
        bot.Entra.IsDown = true;
        await bot.Clock.AdvanceAsync(Duration.FromHours(2));
        await PostAsync(bot, ann, activity => activity["text"] = "help");
        bot.Store.Before = (_, _) => throw new StoreUnavailableException("away");
        await PostAsync(bot, ann, activity => activity["text"] = Canary);
        await bot.Crm.LogsAsync(Meeting(ann.Email));
        await bot.Clock.AdvanceAsync(Duration.FromMinutes(1));

        Assert.True(bot.Log.Lines.Count >= 10, "a test without log lines shows nothing");
        Assert.DoesNotContain(bot.Log.Lines, line =>
            line.Contains("canary", StringComparison.OrdinalIgnoreCase) || line.Contains(ann.AadObjectId, StringComparison.Ordinal)
            || line.Contains(ann.Id, StringComparison.Ordinal) || line.Contains("forged", StringComparison.Ordinal)
            || line.Contains(bot.Token()[..40], StringComparison.Ordinal) || line.Contains(Crm.Secret[6..], StringComparison.Ordinal));
    }

    private static JsonObject Meeting(string rep) => Crm.Meeting(rep, meeting =>
    {
        meeting["title"] = "Canary title";
        meeting["note"] = Canary;
        meeting["deal"]!["id"] = "canary-deal";
        meeting["deal"]!["name"] = "Canary deal";
        meeting["buyers"] = new JsonArray(new JsonObject { ["name"] = "Canary Buyer", ["role"] = "Canary role" });
    });

    private static async Task PostAsync(RehearsedBot bot, Person from, Action<JsonObject> change)
    {
        var activity = bot.Said(change: said => said["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId });
        change(activity);
        using var answer = await bot.PostAsync(activity.ToJsonString(), "Bearer " + bot.Token());
    }
}
