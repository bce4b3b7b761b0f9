using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// The real host on a free loopback port, with the real SQLite store; only its clock is moved by hand and its Teams is a stand-in. Nothing
/// of the machine's configuration reaches it. Stop it and start another on the same file to see what a restart does.
/// </summary>
public sealed class LocalBot : IAsyncDisposable
{
    /// <summary>The source of the feed, in the stand-in's tenant; it signs with <see cref="WebhookSecret.Development"/>.</summary>
    public const string FeedSource = "crm";

    private readonly WebApplication app;
    private readonly MovableClock clock;
    private readonly ProblemLog log;

    private LocalBot(WebApplication app, MovableClock clock, ProblemLog log) => (this.app, this.clock, this.log) = (app, clock, log);

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <summary>What was logged as a warning or worse.</summary>
    public IReadOnlyList<string> Problems => log.Problems;

    /// <summary>Starts the bot, tells the stand-in where it is, and waits until its workers sleep.</summary>
    /// <param name="settings">Configuration over the defaults, such as <c>Reminders:After</c>.</param>
    public static async Task<LocalBot> StartAsync(
        MovableClock clock, TeamsStandIn teams, string storePath, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Defaults(teams, storePath));
        builder.Configuration.AddInMemoryCollection(settings);
        var log = new ProblemLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddFollowUpBot();
        var app = builder.Build();
        app.MapFollowUpBot();
        var bot = new LocalBot(app, clock, log);
        await app.StartAsync();
        clock.Workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Count();
        await clock.AllAsleepAsync();
        teams.BotAddress = bot.Address;
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        clock.Workers = 0;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Dictionary<string, string?> Defaults(TeamsStandIn teams, string storePath) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Storage:Path"] = storePath,
        ["Feed:Sources:0:Name"] = FeedSource,
        ["Feed:Sources:0:Tenant"] = teams.TenantId,
        ["Feed:Sources:0:Secrets:0"] = WebhookSecret.DevelopmentText,
    };
}
