using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// The real host in this process, on a free loopback port, told the time by a clock that is moved by hand. Nothing of the machine's
/// configuration reaches it. Stop it and start another on the same file to see what a restart does.
/// </summary>
public sealed class LiveBot : IAsyncDisposable
{
    /// <summary>The name of the feed's source in <see cref="SettingsFor"/>; it signs with <see cref="WebhookSecret.Development"/>.</summary>
    public const string FeedSource = "crm";

    private readonly WebApplication app;
    private readonly MovableClock clock;
    private readonly ProblemLog log;

    private LiveBot(WebApplication app, MovableClock clock, ProblemLog log) => (this.app, this.clock, this.log) = (app, clock, log);

    public Uri Address => new(app.Urls.First());

    /// <summary>The store that the bot itself writes to.</summary>
    public IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    /// <summary>What was logged as a warning or worse.</summary>
    public IReadOnlyList<string> Problems => log.Problems;

    /// <summary>A store in this file, and a feed for the stand-in's tenant.</summary>
    public static Dictionary<string, string?> SettingsFor(TeamsStandIn teams, string storePath) => new()
    {
        ["Storage:Path"] = storePath,
        ["Feed:Sources:0:Name"] = FeedSource,
        ["Feed:Sources:0:Tenant"] = teams.TenantId,
        ["Feed:Sources:0:Secrets:0"] = WebhookSecret.DevelopmentText,
    };

    /// <summary>Starts the bot and waits until its workers sleep.</summary>
    /// <param name="settings">Configuration keys such as <c>Storage:Path</c>; everything else has the defaults of production.</param>
    public static async Task<LiveBot> StartAsync(MovableClock clock, IReadOnlyDictionary<string, string?> settings)
    {
        var log = new ProblemLog();
        var app = Build(clock, settings, log);
        app.MapFollowUpBot();
        await app.StartAsync();
        clock.Workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Count();
        await clock.AllAsleepAsync();
        return new LiveBot(app, clock, log);
    }

    /// <summary>Asks the store that the settings name, while no bot runs on it.</summary>
    public static async Task<T> WithStoreAsync<T>(
        MovableClock clock, IReadOnlyDictionary<string, string?> settings, Func<IDocumentStore, Task<T>> ask)
    {
        await using var app = Build(clock, settings, new ProblemLog());
        return await ask(app.Services.GetRequiredService<IDocumentStore>());
    }

    private static WebApplication Build(MovableClock clock, IReadOnlyDictionary<string, string?> settings, ProblemLog log)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = Path.GetTempPath(),
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddFollowUpBot();
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        clock.Workers = 0;
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
