using FollowUpBot.Bot.Host;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Demo;

/// <summary>The real host in this process, on a free loopback port, told the time by a clock that is moved by hand.</summary>
public sealed class LiveBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private LiveBot(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>The store that the bot itself writes to.</summary>
    public IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    /// <param name="settings">Configuration keys such as <c>Storage:Path</c>; everything else has the defaults of production.</param>
    public static async Task<LiveBot> StartAsync(TimeProvider clock, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = Path.GetTempPath(),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.AddFollowUpBot();
        var app = builder.Build();
        app.MapFollowUpBot();
        await app.StartAsync();
        return new LiveBot(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
