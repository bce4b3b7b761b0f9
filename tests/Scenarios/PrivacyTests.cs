using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;
using static FollowUpBot.Tests.Scenarios.Office;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What is said to be gone is looked for in the whole store, and in the bytes of its file.</summary>
public sealed class PrivacyTests
{
    private const string BuyerCanary = "Zebulon Quartermain";
    private const string ReasonCanary = "xylophone audit";
    private const string IdCanary = "canary-deal-77";

    private static readonly Dictionary<string, string> Answer = new()
    {
        ["reason"] = $"They want the {ReasonCanary}",
        ["urgency"] = "High",
        ["driver"] = "year end",
        ["nextStep"] = "Demo, Tuesday at 3",
    };

    [Fact]
    [Trait("row", "SEC37")]
    public async Task What_is_kept_of_a_person_is_shown_to_them_as_JSON()
    {
        await using var office = await OpenAsync();
        await AnsweredAsync(office);

        var parts = new List<string> { await SaysAsync(office, "export me") };
        var count = parts[0].StartsWith("Part 1 of ", StringComparison.Ordinal) ? int.Parse(parts[0]["Part 1 of ".Length..].Split(';')[0], null) : 1;
        for (var part = 2; part <= count; part++)
            parts.Add(await SaysAsync(office, $"export me {part}"));
        var json = string.Concat(parts.Select(part => count == 1 ? part : part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]));

        var documents = Assert.IsType<JsonArray>(JsonNode.Parse(json));
        var kinds = documents.Select(document => document?["kind"]?.GetValue<string>()).Distinct();
        Assert.Equal(["alias", "attention", "deal", "event", "meeting", "person", "reminder", "round"], kinds.Order());
        Assert.All([office.Rosa.Email, office.Rosa.Name, ReasonCanary, BuyerCanary], canary => Assert.Contains(canary, json, StringComparison.Ordinal));
        Assert.StartsWith("There are parts 1 to", await SaysAsync(office, "export me 99"), StringComparison.Ordinal);
        Assert.DoesNotContain(ReasonCanary, await ExportOfAsync(office, office.Nick), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC37")]
    public async Task Who_asks_to_be_forgotten_is_found_nowhere_in_the_store_or_its_file()
    {
        await using var office = await OpenOnFileAsync();
        await AnsweredAsync(office);
        await office.Mona.InstallsInAsync(office.Channel);
        await office.Mona.MentionsBotInAsync(office.Channel, "digest here");
        await office.Mona.MentionsBotInAsync(office.Channel, "digest now");
        var canaries = CanariesOf(office.Rosa);
        Assert.All(canaries, canary => Assert.Contains(canary, Text(office), StringComparison.OrdinalIgnoreCase));

        Assert.StartsWith("This removes", await SaysAsync(office, "forget me"), StringComparison.Ordinal);
        Assert.All(canaries, canary => Assert.Contains(canary, Text(office), StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("Done.", await SaysAsync(office, "Forget me now!"), StringComparison.Ordinal);

        await office.CloseAsync();
        var left = await File.ReadAllBytesAsync(office.StorePath);
        Assert.False(File.Exists(office.StorePath + "-wal"));
        Assert.All(canaries, canary => Assert.False(Holds(left, canary), canary));
        Assert.True(Holds(left, ReasonCanary), "What the buyer wants stays with the company.");
    }

    [Fact]
    [Trait("row", "FM42")]
    public async Task Nobody_asks_a_rep_who_was_forgotten_and_no_repeated_delivery_brings_their_chat_back()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), "msg-a");
        await SaysAsync(office, "forget me now");
        var said = office.Rosa.Chat.FromBot.Count;

        Assert.Equal(200, (await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), "msg-a")).Status);
        Assert.Equal(200, (await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email), "msg-b")).Status);
        await office.Clock.AdvanceAsync(Duration.FromDays(2));
        await office.Clock.AdvanceAsync(Duration.FromDays(2));

        Assert.Equal(said, office.Rosa.Chat.FromBot.Count);
        Assert.Equal(ReminderEnd.RepForgotten, (await office.ReminderAsync("contoso", "m-1"))?.End);
        Assert.Null((await office.ReminderAsync("contoso", "m-1"))?.Chat);
    }

    [Fact]
    [Trait("row", "SEC37")]
    [Trait("row", "SEC38")]
    [Trait("row", "FM42")]
    public async Task An_erased_deal_is_found_nowhere_and_nothing_brings_it_back_for_30_days()
    {
        await using var office = await OpenOnFileAsync();
        await AnsweredAsync(office);
        var meeting = Meeting(office);

        Assert.Contains("say \"erase deal Canary now\"", await SaysAsync(office, "erase deal canary"), StringComparison.Ordinal);
        Assert.NotNull(await office.DealAsync(IdCanary));
        Assert.StartsWith("Done. Canary is erased.", await SaysAsync(office, "erase deal Canary now"), StringComparison.Ordinal);
        foreach (var delivery in (string[])["msg-1", "msg-again"])
            Assert.Equal(200, (await office.Crm.LogsAsync(meeting, delivery)).Status);
        Assert.Equal(200, (await office.Crm.PutsDealAsync(IdCanary, new JsonObject { ["id"] = IdCanary, ["revision"] = 9, ["name"] = "Canary", ["owner"] = office.Rosa.Email, ["status"] = "open" })).Status);
        Assert.Null(await office.DealAsync(IdCanary));

        await office.Clock.AdvanceAsync(Duration.FromDays(31));
        Assert.Equal(202, (await office.Crm.LogsAsync(Crm.Meeting(office.Rosa.Email, other => other["id"] = "m-2"), "msg-late")).Status);
        await office.CloseAsync();
        var left = await File.ReadAllBytesAsync(office.StorePath);
        Assert.All((string[])[BuyerCanary, ReasonCanary, IdCanary], canary => Assert.False(Holds(left, canary), canary));
    }

    [Fact]
    [Trait("row", "SEC5")]
    [Trait("row", "SEC37")]
    public async Task Only_its_rep_or_an_admin_who_knows_its_id_erases_a_deal()
    {
        await using var office = await OpenAsync(("Bot:Admins:0", "00000000-0000-4000-8000-000000000003"));
        await AnsweredAsync(office);
        await office.Nick.InstallsAsync();
        await office.Mona.InstallsAsync();

        var refused = await SaysAsync(office, "erase deal Canary now", office.Nick);
        var unknown = await SaysAsync(office, "erase deal Nothing now", office.Nick);
        Assert.Equal(unknown, refused.Replace("Canary", "Nothing", StringComparison.Ordinal));
        Assert.NotNull(await office.DealAsync(IdCanary));
        Assert.StartsWith("Done.", await SaysAsync(office, $"erase deal {IdCanary} now", office.Mona), StringComparison.Ordinal);
        Assert.Null(await office.DealAsync(IdCanary));
    }

    [Fact]
    public async Task A_rep_may_log_a_meeting_with_a_deal_that_they_have_erased()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await LogsNewDealAsync(office);
        await SaysAsync(office, "erase deal Fabrikam now");

        await office.Clock.AdvanceAsync(Duration.FromHours(1));
        await LogsNewDealAsync(office);

        await office.Rosa.SaysAsync("my deals");
        Assert.Contains("Fabrikam", (await office.Rosa.Chat.NextCardAsync()).CardText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC37")]
    public async Task Who_removes_the_app_is_forgotten_after_30_days_and_who_comes_back_before_is_not()
    {
        await using var office = await OpenAsync();
        await office.Rosa.InstallsAsync();
        await office.Nick.InstallsAsync();
        await office.Rosa.RemovesAsync();
        await office.Nick.RemovesAsync();
        await office.Clock.AdvanceAsync(Duration.FromDays(29));
        await office.Nick.InstallsAsync();
        await office.Clock.AdvanceAsync(Duration.FromDays(2));

        Assert.Null(await StoredAsync(office, Keys.PersonPartition(office.Teams.TenantId, office.Rosa.AadObjectId), Keys.Person));
        Assert.Null(await StoredAsync(office, Keys.AliasPartition(office.Teams.TenantId, RepId.Parse(office.Rosa.Email)), Keys.Alias));
        Assert.NotNull(await StoredAsync(office, Keys.PersonPartition(office.Teams.TenantId, office.Nick.AadObjectId), Keys.Person));
        Assert.NotNull(await StoredAsync(office, Keys.AliasPartition(office.Teams.TenantId, RepId.Parse(office.Nick.Email)), Keys.Alias));
    }

    private static Task<Office> OpenOnFileAsync() => OpenAsync(("Storage:Kind", "Sqlite"));

    private static async Task AnsweredAsync(Office office)
    {
        await office.Rosa.InstallsAsync();
        await office.LogsAndReachesReminderAsync(Meeting(office));
        var card = await office.Rosa.Chat.NextCardAsync();
        await office.Rosa.PressAsync(card, "Save", Answer);
        await office.Clock.AdvanceAsync(Duration.FromMinutes(1));
    }

    private static JsonObject Meeting(Office office) => Crm.Meeting(office.Rosa.Email, meeting =>
    {
        meeting["deal"] = new JsonObject { ["id"] = IdCanary, ["name"] = "Canary" };
        meeting["buyers"] = new JsonArray(new JsonObject { ["name"] = BuyerCanary });
    });

    private static async Task LogsNewDealAsync(Office office)
    {
        await office.Rosa.SaysAsync("log meeting with Fabrikam today");
        var card = await office.Rosa.Chat.NextCardAsync();
        await office.Rosa.PressAsync(card, card.Buttons[0]);
    }

    private static string[] CanariesOf(Person person) => [person.Name, person.Email, person.AadObjectId, person.Id, person.Chat.Id];

    private static async Task<string> ExportOfAsync(Office office, Person person)
    {
        await person.InstallsAsync();
        return await SaysAsync(office, "export me", person);
    }

    private static async Task<string> SaysAsync(Office office, string words, Person? person = null)
    {
        var speaker = person ?? office.Rosa;
        var before = speaker.Chat.FromBot.Count;
        await speaker.SaysAsync(words);
        return speaker.Chat.FromBot[before].Text ?? "";
    }

    /// <summary>The file and its log as they are on the disk while the bot runs.</summary>
    private static string Text(Office office) => Encoding.UTF8.GetString([.. Read(office.StorePath), .. Read(office.StorePath + "-wal")]);

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool Holds(byte[] bytes, string canary) =>
        Encoding.UTF8.GetString(bytes).Contains(canary, StringComparison.OrdinalIgnoreCase);

    private static Task<StoredDocument?> StoredAsync(Office office, string partition, string id) =>
        office.Store.GetAsync(partition, id, CancellationToken.None);
}
