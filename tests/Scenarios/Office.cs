using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>A sales office for one test: the real host on a real port and file, Teams' stand-in, a CRM, and a clock that the test moves.</summary>
public sealed class Office : IAsyncDisposable
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>As often as the worker looks.</summary>
    private static readonly Duration Poll = Duration.FromSeconds(1);

    private readonly string folder;
    private readonly Dictionary<string, string?> settings;
    private LiveBot bot;

    private Office(string folder, Dictionary<string, string?> settings, MovableClock clock, TeamsStandIn teams, LiveBot bot)
    {
        (this.folder, this.settings, this.bot) = (folder, settings, bot);
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

    /// <summary>Opens on a Tuesday, 10:00 in Berlin.</summary>
    public static async Task<Office> OpenAsync(params (string Key, string Value)[] overrides)
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
        foreach (var (key, value) in overrides)
            settings[key] = value;
        var bot = await LiveBot.StartAsync(clock, settings);
        return new Office(folder, settings, clock, teams, bot);
    }

    public static Instant At(DateTimeZone zone, int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(zone).ToInstant();

    /// <summary>The process ends and comes back on the same file.</summary>
    public async Task RestartAsync()
    {
        await bot.DisposeAsync();
        bot = await LiveBot.StartAsync(Clock, settings);
        Teams.BotAddress = bot.Address;
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

    /// <summary>Leaves a reminder in the store as a process that ended half-way would.</summary>
    public async Task ChangeReminderAsync(string dealId, string meetingId, Func<ReminderDocument, ReminderDocument> change)
    {
        var partition = Keys.DealPartition(Teams.TenantId, dealId);
        var stored = await bot.Store.FindAsync(partition, Keys.Reminder(meetingId), BotJson.Default.ReminderDocument, CancellationToken.None);
        Assert.NotNull(stored);
        var result = await bot.Store.BatchAsync(partition, [change(stored.Value).ToDocument().Over(stored)], CancellationToken.None);
        Assert.IsType<BatchResult.Committed>(result);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await Teams.DisposeAsync();
        Clock.Dispose();
        Directory.Delete(folder, recursive: true);
        Teams.AssertNothingUnexpected();
    }
}
