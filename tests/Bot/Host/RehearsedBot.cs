using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using FollowUpBot.Tests.Hygiene;
using FollowUpBot.Tests.Scenarios;
using FollowUpBot.Tests.Teams.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

/// <summary>
/// The real host as in production, with every check of tokens, rehearsed on this machine: an issuer, a stand-in for Teams that sends
/// the issuer's tokens, and an Entra that gives the bot its own.
/// </summary>
internal sealed class RehearsedBot : IAsyncDisposable
{
    private static readonly Duration Poll = Duration.FromSeconds(1);

    private readonly WebApplication app;

    private RehearsedBot(WebApplication app, LoopbackIssuer issuer, TeamsStandIn teams, MovableClock clock, Entra entra, LogRecord log)
    {
        (this.app, Issuer, Teams, Clock, Entra, Log) = (app, issuer, teams, clock, entra, log);
        Store = (WatchedStore)(object)app.Services.GetRequiredService<IDocumentStore>();
        Rosa = teams.Person("Rosa Keller", "rosa@contoso.example", "Europe/Berlin", "en-GB");
        Nick = teams.Person("Nick Bell", "nick@contoso.example", "America/New_York");
        Mona = teams.Person("Mona Lang", "mona@contoso.example", "Europe/Berlin", "en-GB");
        Channel = teams.Team("Sales DACH", Rosa, Nick, Mona).Channel("Pipeline");
        Crm = new Crm(() => Address, clock);
    }

    public LoopbackIssuer Issuer { get; }

    public TeamsStandIn Teams { get; }

    public MovableClock Clock { get; }

    public Entra Entra { get; }

    public LogRecord Log { get; }

    public WatchedStore Store { get; }

    public Crm Crm { get; }

    public Person Rosa { get; }

    public Person Nick { get; }

    public Person Mona { get; }

    public Channel Channel { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.Single());

    public Instant Now => Clock.GetCurrentInstant();

    public static async Task<RehearsedBot> StartAsync(params (string Key, string Value)[] overrides)
    {
        var clock = new MovableClock(Office.At(Office.Berlin, 2026, 12, 1, 10, 0)) { Workers = 1 };
        var issuer = await LoopbackIssuer.StartAsync();
        var teams = await TeamsStandIn.StartAsync(clock);
        var (entra, log) = (new Entra(clock), new LogRecord());
        var app = Build(SettingsFor(issuer, teams, overrides), clock, entra, log);
        await app.StartAsync();
        clock.Workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Count();
        await clock.AllAsleepAsync();
        teams.BotAddress = new Uri(app.Urls.Single());
        var bot = new RehearsedBot(app, issuer, teams, clock, entra, log);
        teams.Bearer = () => bot.Token();
        return bot;
    }

    /// <summary>A token as Teams sends it to this bot.</summary>
    public string Token(JsonObject? claims = null, JsonObject? headers = null)
    {
        var all = new JsonObject { ["serviceurl"] = Teams.ServiceUrl.AbsoluteUri };
        foreach (var (name, value) in claims ?? [])
            all[name] = value?.DeepClone();
        return LoopbackIssuer.Token(Now, all, headers);
    }

    /// <summary>Something that Rosa says, as Teams writes it.</summary>
    public JsonObject Said(string text = "help", Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["text"] = text,
            ["channelId"] = "msteams",
            ["serviceUrl"] = Teams.ServiceUrl.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = Rosa.Id, ["name"] = Rosa.Name, ["aadObjectId"] = Rosa.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = TeamsStandIn.BotId },
            ["conversation"] = new JsonObject { ["id"] = Rosa.Chat.Id, ["tenantId"] = Teams.TenantId, ["conversationType"] = "personal" },
        };
        change?.Invoke(activity);
        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization) => SendAsync(HttpMethod.Post, "api/messages", new StringContent(body), authorization);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? authorization)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        if (content is StringContent)
            content.Headers.ContentType = new("application/json");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Http.SendAsync(request);
    }

    public async Task LogsAndReachesReminderAsync(JsonObject meeting)
    {
        var reply = await Crm.LogsAsync(meeting);
        Assert.Equal(202, reply.Status);
        await Clock.AdvanceToAsync((reply.ReminderDue ?? throw new InvalidOperationException("No reminder is due.")) + Poll);
    }

    public async Task<Deal?> DealAsync(string id) => (await FindAsync(id, Keys.Deal))?.As(BotJson.Default.Deal).Value;

    public async Task<ReminderDocument?> ReminderAsync(string dealId, string meetingId) =>
        (await FindAsync(dealId, Keys.Reminder(meetingId)))?.As(BotJson.Default.ReminderDocument).Value;

    /// <summary>The lines of the audit trail about a deal, in order.</summary>
    public async Task<IReadOnlyList<EventDocument>> EventsAsync(string dealId)
    {
        var page = await Real.InPartitionAsync(Keys.DealPartition(Teams.TenantId, dealId), EventDocument.Kind, null, 1000, CancellationToken.None);
        return [.. page.Documents.Select(stored => stored.As(BotJson.Default.EventDocument).Value)];
    }

    public IDocumentStore Real => Store.Real ?? throw new InvalidOperationException();

    public async ValueTask DisposeAsync()
    {
        Clock.Workers = 0;
        await app.StopAsync();
        await app.DisposeAsync();
        await Teams.DisposeAsync();
        await Issuer.DisposeAsync();
        Http.Dispose();
        Clock.Dispose();
    }

    private Task<StoredDocument?> FindAsync(string dealId, string id) => Real.GetAsync(Keys.DealPartition(Teams.TenantId, dealId), id, CancellationToken.None);

    private static Dictionary<string, string?> SettingsFor(LoopbackIssuer issuer, TeamsStandIn teams, (string Key, string Value)[] overrides)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Bot:AppId"] = LoopbackIssuer.AppId,
            ["Bot:DefaultZone"] = "Europe/Berlin",
            ["Teams:TenantId"] = teams.TenantId,
            ["Teams:OpenIdMetadata"] = issuer.Metadata.AbsoluteUri,
            ["Feed:Sources:0:Name"] = "crm",
            ["Feed:Sources:0:Tenant"] = teams.TenantId,
            ["Feed:Sources:0:Secrets:0"] = Crm.Secret,
            ["Feed:OpenIdMetadata"] = issuer.Metadata.AbsoluteUri,
        };
        foreach (var (key, value) in overrides)
            settings[key] = value;
        return settings;
    }

    private static WebApplication Build(Dictionary<string, string?> settings, MovableClock clock, Entra entra, LogRecord log)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddJsonFile(Repository.FullPath("src/Bot/appsettings.json")).AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<Func<TokenCredential>>(() => entra);
        builder.AddFollowUpBot();
        builder.Services.AddSingleton(WatchedStore.Around(new MemoryDocumentStore(clock)));
        var app = builder.Build();
        app.MapFollowUpBot();
        return app;
    }
}

/// <summary>Gives the bot its token, or not.</summary>
internal sealed class Entra(TimeProvider clock) : TokenCredential
{
    public const string Token = "canary-outbound-token";

    private int asked;

    public bool IsDown { get; set; }

    public int Asked => asked;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return IsDown
            ? throw new AuthenticationFailedException("AADSTS90033: temporarily unavailable")
            : ValueTask.FromResult(new AccessToken(Token, clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }
}
