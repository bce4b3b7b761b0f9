using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Scenarios;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class TrailTests
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["reason"] = "Canary audit of their spreadsheets",
        ["urgency"] = "High",
        ["driver"] = "the audit",
        ["nextStep"] = "Demo on 4 December at 10:00",
    };

    [Fact]
    [Trait("row", "SEC31")]
    public async Task Who_did_what_when_and_from_what_to_what_is_kept_and_only_added_to()
    {
        await using var bot = await RehearsedBot.StartAsync();
        var rewritten = new List<string>();
        bot.Store.Before = (method, args) =>
        {
            if (method == nameof(IDocumentStore.BatchAsync) && args[1] is IReadOnlyList<DocumentWrite> writes)
                rewritten.AddRange(writes.Where(IsRewrite).Select(write => write.ToString()));
            return Task.CompletedTask;
        };
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        await bot.Rosa.PressAsync(await bot.Rosa.Chat.NextCardAsync(), "Save", Answers);
        await bot.Rosa.SaysAsync("undo");

        var trail = await bot.EventsAsync("contoso");

        Assert.Equal(["meeting", "follow-up saved", "undone"], trail.Select(line => line.What));
        Assert.Equal(["crm", bot.Rosa.AadObjectId, bot.Rosa.AadObjectId], trail.Select(line => line.By));
        Assert.All(trail, line => Assert.InRange(line.At, Office.At(Office.Berlin, 2026, 12, 1, 10, 0), bot.Now));
        Assert.Equal("version 0, open, next step none -> version 1, Answered, next step 2026-12-04T09:00:00Z", trail[1].Detail);
        Assert.Equal("version 1, Answered, next step 2026-12-04T09:00:00Z -> version 2, open, next step none", trail[2].Detail);
        Assert.Empty(rewritten);

        static bool IsRewrite(DocumentWrite write) => write switch
        {
            DocumentWrite.Replace replace => replace.Document.Kind == EventDocument.Kind,
            DocumentWrite.Delete delete => delete.Id.StartsWith("event:", StringComparison.Ordinal),
            _ => false,
        };
    }

    [Fact]
    [Trait("row", "SEC31")]
    public async Task Changes_of_a_channels_settings_leave_their_lines()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Mona.InstallsInAsync(bot.Channel);
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest here");
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest on Tuesday at 9:00");
        await bot.Mona.MentionsBotInAsync(bot.Channel, "digest off");

        var page = await bot.Real.InPartitionAsync(Keys.ChannelPartition(bot.Teams.TenantId, bot.Channel.Id), EventDocument.Kind, null, 100, CancellationToken.None);
        var trail = page.Documents.Select(stored => stored.As(BotJson.Default.EventDocument).Value).ToDictionary(line => line.What);

        Assert.Equal($"none -> Monday 08:00:00 Europe/Berlin, managers {bot.Mona.AadObjectId}", trail["digest here"].Detail);
        Assert.Equal(
            $"Monday 08:00:00 Europe/Berlin, managers {bot.Mona.AadObjectId} -> Tuesday 09:00:00 Europe/Berlin, managers {bot.Mona.AadObjectId}",
            trail["digest moved"].Detail);
        Assert.EndsWith(" -> none", trail["digest off"].Detail, StringComparison.Ordinal);
        Assert.All(trail.Values, line => Assert.Equal(bot.Mona.AadObjectId, line.By));
    }

    [Fact]
    [Trait("row", "SEC35")]
    public async Task A_follow_up_that_becomes_anothers_between_look_and_write_is_not_written_and_no_longer_shown()
    {
        await using var bot = await RehearsedBot.StartAsync();
        await bot.Rosa.InstallsAsync();
        await bot.LogsAndReachesReminderAsync(Crm.Meeting(bot.Rosa.Email));
        var card = await bot.Rosa.Chat.NextCardAsync();
        var partition = Keys.DealPartition(bot.Teams.TenantId, "contoso");
        var isGiven = false;
        bot.Store.Before = async (method, args) =>
        {
            if (method != nameof(IDocumentStore.BatchAsync) || args[0] as string != partition || isGiven)
                return;
            isGiven = true;
            var stored = await bot.Real.FindAsync(partition, Keys.Reminder("m-1"), BotJson.Default.ReminderDocument, CancellationToken.None);
            Assert.NotNull(stored);
            Assert.True(RepId.TryParse(bot.Nick.Email, out var nick));
            var given = stored.Value with { Meeting = stored.Value.Meeting with { Rep = nick } };
            await bot.Real.BatchAsync(partition, [given.ToDocument().Over(stored)], CancellationToken.None);
        };

        var pressed = await bot.Rosa.PressAsync(card, "Save", Answers);

        Assert.True(isGiven);
        Assert.Contains("not yours", pressed.Said, StringComparison.Ordinal);
        Assert.Null((await bot.DealAsync("contoso"))?.FollowUp);
        Assert.True((await bot.ReminderAsync("contoso", "m-1"))?.IsOpen);
        Assert.DoesNotContain(await bot.EventsAsync("contoso"), line => line.What == "follow-up saved");
    }
}
