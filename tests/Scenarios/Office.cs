using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using CosmosStandIn = FollowUpBot.Tests.Storage.CosmosStandIn.CosmosStandIn;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A sales office for one test: the real host on a real port and file, Teams' stand-in, a CRM, and a clock that the test moves.</summary>
public sealed class Office : IAsyncDisposable
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>As often as the worker looks.</summary>
    private static readonly Duration Poll = Duration.FromSeconds(1);

    private static readonly HttpClient Http = new();

    private readonly string folder;
    private readonly Dictionary<string, string?> settings;
    private readonly CosmosStandIn? account;
    private LiveBot bot;
    private bool isClosed;

    private Office(string folder, Dictionary<string, string?> settings, CosmosStandIn? account, MovableClock clock, TeamsStandIn teams, LiveBot bot)
    {
        (this.folder, this.settings, this.account, this.bot) = (folder, settings, account, bot);
        (Clock, Teams) = (clock, teams);
        teams.BotAddress = bot.Address;
        Crm = new Crm(() => this.bot.Address, clock);
        Rosa = teams.Person("Rosa Keller", "rosa@contoso.example", "Europe/Berlin", "en-GB");
        Nick = teams.Person("Nick Bell", "nick@contoso.example", "America/New_York");
        Mona = teams.Person("Mona Lang", "mona@contoso.example", "Europe/Berlin", "en-GB");
        Channel = teams.Team("Sales DACH", Rosa, Nick, Mona).Channel("Pipeline");
    }

    public MovableClock Clock { get; }

    public TeamsStandIn Teams { get; }

    public Crm Crm { get; }

    /// <summary>A rep in Berlin.</summary>
    public Person Rosa { get; }

    /// <summary>A rep in New York.</summary>
    public Person Nick { get; }

    /// <summary>The manager.</summary>
    public Person Mona { get; }

    public Channel Channel { get; }

    /// <summary>The store that the bot writes to.</summary>
    public IDocumentStore Store => bot.Store;

    /// <summary>The account behind it, in an office that has one.</summary>
    public CosmosStandIn Account => account ?? throw new InvalidOperationException("This office keeps its documents in a file.");

    /// <summary>Where the store's file is, in an office that has one.</summary>
    public string StorePath => settings["Storage:Path"] ?? "";

    /// <summary>Every scenario runs on Cosmos DB, too: <c>FOLLOWUPBOT_TEST_STORE=cosmos dotnet test --filter Scenarios</c>.</summary>
    private static bool IsOnCosmosByDefault => Environment.GetEnvironmentVariable("FOLLOWUPBOT_TEST_STORE") == "cosmos";

    /// <summary>Opens on a Tuesday, 10:00 in Berlin.</summary>
    public static Task<Office> OpenAsync(params (string Key, string Value)[] overrides) => OpenAsync(IsOnCosmosByDefault, overrides);

    /// <summary>The same office with its documents in Cosmos DB.</summary>
    public static Task<Office> OpenOnCosmosAsync(params (string Key, string Value)[] overrides) => OpenAsync(onCosmos: true, overrides);

    private static async Task<Office> OpenAsync(bool onCosmos, (string Key, string Value)[] overrides)
    {
        var folder = Directory.CreateTempSubdirectory("followupbot-").FullName;
        var clock = new MovableClock(At(Berlin, 2026, 12, 1, 10, 0)) { Workers = 1 };
        var teams = await TeamsStandIn.StartAsync(clock);
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Path"] = Path.Combine(folder, "store.db"),
            ["Bot:DefaultZone"] = "Europe/Berlin",
            ["Feed:Sources:0:Name"] = "crm",
            ["Feed:Sources:0:Tenant"] = teams.TenantId,
            ["Feed:Sources:0:Secrets:0"] = Crm.Secret,
        };
        var account = onCosmos ? await CosmosStandIn.StartAsync(clock) : null;
        foreach (var (key, value) in (account?.Settings ?? []).Concat(overrides.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))))
            settings[key] = value;
        var bot = await LiveBot.StartAsync(clock, settings);
        return new Office(folder, settings, account, clock, teams, bot);
    }

    public static Instant At(DateTimeZone zone, int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(zone).ToInstant();

    /// <summary>Somebody without any credentials asks for an address of the bot.</summary>
    public Task<HttpResponseMessage> AsksForAsync(string path, HttpMethod? method = null) => Http.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(bot.Address, path)));

    /// <summary>The process ends and comes back on the same file.</summary>
    public async Task RestartAsync()
    {
        await bot.DisposeAsync();
        bot = await LiveBot.StartAsync(Clock, settings);
        Teams.BotAddress = bot.Address;
    }

    /// <summary>The process comes back after <see cref="CloseAsync"/>.</summary>
    public async Task ReopenAsync()
    {
        bot = await LiveBot.StartAsync(Clock, settings);
        isClosed = false;
        Teams.BotAddress = bot.Address;
    }

    /// <summary>The settings as a command line has them.</summary>
    public IEnumerable<string> Arguments => settings.Select(setting => $"--{setting.Key}={setting.Value}");

    /// <summary>A second server on the same store; its caller stops it.</summary>
    public Task<LiveBot> AnotherServerAsync() => LiveBot.StartAsync(Clock, settings);

    /// <summary>Changes the bodies of all reminders and the deal itself, as another version might have written them.</summary>
    public async Task ChangeBodiesAsync(string dealId, Action<JsonObject> change)
    {
        var partition = Keys.DealPartition(Teams.TenantId, dealId);
        foreach (var kind in (string[])[ReminderDocument.Kind, Keys.Deal])
        {
            var stored = Assert.Single((await Store.InPartitionAsync(partition, kind, continuation: null, limit: 10, CancellationToken.None)).Documents);
            var body = Assert.IsType<JsonObject>(JsonNode.Parse(stored.Document.Body));
            change(body);
            var write = new DocumentWrite.Replace(stored.Document with { Body = body.ToJsonString() }, stored.ETag);
            Assert.IsType<BatchResult.Committed>(await Store.BatchAsync(partition, [write], CancellationToken.None));
        }
    }

    /// <summary>Looks again until it is so; for what another process does in its own time.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Teams.Patience);
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task MoveToAsync(DateTimeZone zone, int year, int month, int day, int hour, int minute) =>
        Clock.AdvanceToAsync(At(zone, year, month, day, hour, minute) + Poll);

    /// <summary>The CRM logs a meeting, and the clock moves on until a worker has looked after the reminder's due time.</summary>
    public async Task LogsAndReachesReminderAsync(JsonObject meeting)
    {
        var reply = await Crm.LogsAsync(meeting);
        Assert.Equal(202, reply.Status);
        await Clock.AdvanceToAsync((reply.ReminderDue ?? throw new InvalidOperationException("No reminder is due.")) + Poll);
    }

    public async Task<Deal?> DealAsync(string id) =>
        (await bot.Store.FindAsync(Keys.DealPartition(Teams.TenantId, id), Keys.Deal, BotJson.Default.Deal, CancellationToken.None))?.Value;

    public async Task<ReminderDocument?> ReminderAsync(string dealId, string meetingId) =>
        (await bot.Store.FindAsync(
            Keys.DealPartition(Teams.TenantId, dealId), Keys.Reminder(meetingId), BotJson.Default.ReminderDocument, CancellationToken.None))?.Value;

    public async Task<ChannelDocument?> ChannelAsync() =>
        (await bot.Store.FindAsync(
            Keys.ChannelPartition(Teams.TenantId, Channel.Id), Keys.Channel, BotJson.Default.ChannelDocument, CancellationToken.None))?.Value;

    /// <summary>What the store file holds, as one text, to see whether anything was written.</summary>
    public async Task<string> EverythingAsync()
    {
        await using var file = new SqliteConnection($"Data Source={settings["Storage:Path"]};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "SELECT group_concat(partition || '/' || id || '/' || etag, char(10)) FROM (SELECT * FROM documents ORDER BY partition, id)";
        return (string?)await command.ExecuteScalarAsync() ?? "";
    }

    /// <summary>The audit trail of a deal, the oldest line first.</summary>
    public async Task<IReadOnlyList<EventDocument>> TrailAsync(string dealId)
    {
        var page = await bot.Store.InPartitionAsync(Keys.DealPartition(Teams.TenantId, dealId), EventDocument.Kind, continuation: null, limit: 1000, CancellationToken.None);
        return [.. page.Documents.Select(stored => stored.As(BotJson.Default.EventDocument).Value).OrderBy(line => line.At)];
    }

    /// <summary>Leaves a reminder in the store as a process that ended half-way would.</summary>
    public async Task ChangeReminderAsync(string dealId, string meetingId, Func<ReminderDocument, ReminderDocument> change)
    {
        var partition = Keys.DealPartition(Teams.TenantId, dealId);
        var stored = await bot.Store.FindAsync(partition, Keys.Reminder(meetingId), BotJson.Default.ReminderDocument, CancellationToken.None);
        Assert.NotNull(stored);
        var result = await bot.Store.BatchAsync(partition, [change(stored.Value).ToDocument().Over(stored)], CancellationToken.None);
        Assert.IsType<BatchResult.Committed>(result);
    }

    /// <summary>The bot stops; what it has stored can be looked at.</summary>
    public async Task CloseAsync()
    {
        isClosed = true;
        await bot.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isClosed)
            await bot.DisposeAsync();
        await Teams.DisposeAsync();
        if (account is not null)
            await account.DisposeAsync();
        Clock.Dispose();
        Directory.Delete(folder, recursive: true);
        Teams.AssertNothingUnexpected();
    }
}
