using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Tests.Scenarios;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>What comes from a card is made up as easily as a letter: nothing but what the answer needs is read from it.</summary>
public sealed class MadeUpPressTests
{
    private const string Reminder = "reminder:m-1";

    private static JsonObject Answers => new()
    {
        ["reason"] = "They want out of spreadsheets before the April audit",
        ["urgency"] = "High",
        ["driver"] = "their audit on 15 April",
        ["nextStep"] = "Demo with Dana, Tuesday at 3",
    };

    /// <summary>Buttons of cards that stand for no follow-up.</summary>
    private static readonly string[] NotOfAFollowUp = ["addDeal", "logFor", "saveSettings", "unmute", "resume", "stop", "start", "digestPage", "saveDigest", "undoDigest"];

    [Fact]
    [Trait("row", "SEC8")]
    public async Task Owner_tenant_and_amount_are_never_read_from_a_card()
    {
        await using var bot = await RemindedAsync();
        var before = await bot.DealAsync("contoso");
        var data = Answers;
        foreach (var field in (string[])["owner", "rep", "tenant", "tenantId", "amount", "stage", "status", "name", "from", "aadObjectId", "admin", "role"])
            data[field] = field == "amount" ? 1 : field.StartsWith("tenant", StringComparison.Ordinal) ? "9a3fd0c4-2b7e-4b39-8f5d-6a0e7b1c2d3e" : bot.Nick.AadObjectId;
        data["facts"] = new JsonObject { ["amount"] = 1, ["owner"] = bot.Nick.AadObjectId };

        Assert.Contains("Saved: a firm next step", await PressAsync(bot, bot.Rosa, "save", data), StringComparison.Ordinal);

        var after = await bot.DealAsync("contoso");
        Assert.NotNull(after?.FollowUp);
        Assert.Equal(before?.Facts, after?.Facts);
        Assert.Equal(bot.Rosa.Email, after?.FollowUp?.CapturedBy.Value);
    }

    [Theory]
    [InlineData("erase")]
    [InlineData("SAVE")]
    [InlineData("save ")]
    [InlineData("")]
    [InlineData("admin")]
    [Trait("row", "SEC8")]
    public async Task A_verb_that_no_card_has_changes_nothing(string verb)
    {
        await using var bot = await RemindedAsync();
        var before = await Presses.StoredAsync(bot);

        await PressAsync(bot, bot.Rosa, verb, Answers);

        Assert.Equal(before, await Presses.StoredAsync(bot));
    }

    [Fact]
    [Trait("row", "SEC8")]
    public async Task A_slot_that_was_not_offered_and_a_moment_that_has_passed_are_not_taken()
    {
        await using var bot = await RemindedAsync();

        await PressAsync(bot, bot.Rosa, "slot", new JsonObject { ["slot"] = "2026-12-08T15:00:00" });
        await PressAsync(bot, bot.Rosa, "later", new JsonObject { ["later"] = "2025-01-01T09:00:00" });
        await PressAsync(bot, bot.Rosa, "switch", []);
        await PressAsync(bot, bot.Rosa, "undo", []);

        Assert.Null((await bot.DealAsync("contoso"))?.FollowUp);
        Assert.Equal(0, (await bot.ReminderAsync("contoso", "m-1"))?.Version);
    }

    /// <summary>A date field takes every year there is.</summary>
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("-9998-01-01")]
    [InlineData("soon")]
    [Trait("row", "SEC25")]
    public async Task A_day_beyond_the_calendar_is_none(string day)
    {
        await using var bot = await RemindedAsync();

        var later = await PressAsync(bot, bot.Rosa, "later", new JsonObject { ["later"] = $"{day}T23:59:59" });
        var off = await PressAsync(bot, bot.Rosa, "saveSettings", new JsonObject { ["from"] = "09:00", ["to"] = "17:30", ["days"] = "Monday", ["zone"] = "New York", ["until"] = day });

        Assert.Contains("Why do they want it", later, StringComparison.Ordinal);
        Assert.Contains("I could not find a day ahead of us in that", off, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC10")]
    public async Task The_third_answer_without_the_first_two_saves_nothing_and_asks_for_them()
    {
        await using var bot = await RemindedAsync();

        var card = await PressAsync(bot, bot.Rosa, "save", new JsonObject { ["nextStep"] = "Demo with Dana, Tuesday at 3" });

        Assert.DoesNotContain("Saved", card, StringComparison.Ordinal);
        Assert.Null((await bot.DealAsync("contoso"))?.FollowUp);
        Assert.True((await bot.ReminderAsync("contoso", "m-1"))?.IsOpen);
    }

    [Fact]
    [Trait("row", "SEC10")]
    public async Task A_cancelled_reminder_is_answered_by_no_button_and_by_no_word()
    {
        await using var bot = await RemindedAsync();
        var cancelled = await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email, meeting =>
        {
            meeting["revision"] = 2;
            meeting["cancelled"] = true;
        }));
        Assert.Equal(202, cancelled.Status);
        var version = (await bot.ReminderAsync("contoso", "m-1"))?.Version ?? 0;
        var data = Answers;
        data["later"] = "2026-12-03T09:00:00";
        data["slot"] = "2026-12-08T15:00:00";

        foreach (var verb in Presses.Verbs.Except(NotOfAFollowUp))
            Assert.Contains("was cancelled", await Presses.SendAsync(bot, Presses.Of(bot, bot.Rosa, verb, "contoso", Reminder, version, data)), StringComparison.Ordinal);
        await bot.Rosa.SaysAsync("Demo with Dana, Tuesday at 3");

        Assert.Null((await bot.DealAsync("contoso"))?.FollowUp);
        Assert.Equal(ReminderEnd.MeetingCancelled, (await bot.ReminderAsync("contoso", "m-1"))?.End);
    }

    /// <summary>Ids are those of the CRM and easily guessed, so none of them may grant anything.</summary>
    [Fact]
    [Trait("row", "SEC43")]
    [Trait("row", "SEC5")]
    public async Task Who_knows_every_id_of_anothers_follow_up_gets_no_further_than_who_guesses()
    {
        await using var bot = await RemindedAsync();
        var before = await Presses.StoredAsync(bot);

        foreach (var verb in Presses.Verbs.Except(["addDeal", "logFor"]))
        {
            var known = await Presses.SendAsync(bot, Presses.Of(bot, bot.Nick, verb, "contoso", Reminder, 0, Answers));
            var guessed = await Presses.SendAsync(bot, Presses.Of(bot, bot.Nick, verb, "contoso", "reminder:m-99", 0, Answers));
            Assert.Equal(guessed, known);
        }

        var ended = new JsonObject { ["ended"] = "2026-12-01T08:00:00Z" };
        Assert.DoesNotContain("Contoso renewal", await Presses.SendAsync(bot, Presses.Of(bot, bot.Nick, "logFor", "contoso", Reminder, 0, ended)), StringComparison.Ordinal);
        Assert.Equal(before, await Presses.StoredAsync(bot));
    }

    private static async Task<RehearsedBot> RemindedAsync()
    {
        var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.Nick.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        return bot;
    }

    private static Task<string> PressAsync(RehearsedBot bot, Person by, string verb, JsonObject data) =>
        Presses.SendAsync(bot, Presses.Of(bot, by, verb, "contoso", Reminder, 0, data));
}
