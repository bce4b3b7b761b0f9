using System.Net.Http.Headers;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Bot.People;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

/// <summary>The feed's gate behind a real server on a free port, with a clock that stands still. What passes is kept and answered as told.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FeedServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public HttpClient Client { get; } = new();

    public List<(FeedDelivery Delivery, LoggedMeeting Logged)> Taken { get; } = [];

    /// <summary>What the store behind the gate does.</summary>
    public Func<IntakeAnswer> Answer { get; set; } = () => new IntakeAnswer(IsRepeat: false, Signed.Now + Duration.FromMinutes(30));

    public static Task<FeedServer> StartAsync() => StartAsync(Signed.SecretText(1));

    /// <param name="secrets">Of the one source; none leaves the feed off.</param>
    public static async Task<FeedServer> StartAsync(params string[] secrets)
    {
        var app = Builder(secrets).Build();
        var server = new FeedServer(app);
        app.MapPost("/api/meetings", (HttpContext context, FeedGate gate) => gate.PassAsync(context, server.Take));
        await app.StartAsync();
        return server;
    }

    /// <summary>The product's own endpoints, with a store in memory behind them.</summary>
    public static async Task<FeedServer> StartWithStoreAsync()
    {
        var builder = Builder([Signed.SecretText(1)]);
        builder.Services.AddSingleton<IDocumentStore, MemoryDocumentStore>()
            .AddSingleton(HolidayTable.Read("").Table).AddSingleton<PeopleDirectory>().AddSingleton<ReminderSchedule>().AddSingleton<Intake>().AddSingleton<TouchIntake>();
        var app = builder.Build();
        app.MapFeed();
        await app.StartAsync();
        return new FeedServer(app);
    }

    /// <summary>Posts a meeting, signed unless <paramref name="change"/> undoes it.</summary>
    public Task<HttpResponseMessage> PostAsync(byte[] body, Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Post, "/api/meetings", body, change);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[] body, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Url, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Signed.Headers(body))
            request.Headers.Add(name, value.ToString());
        change?.Invoke(request);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static WebApplicationBuilder Builder(string[] secrets)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear(); // the product's own settings file has a source too
        builder.Configuration.AddInMemoryCollection(secrets.SelectMany((secret, i) => new Dictionary<string, string?>
        {
            ["Feed:Sources:0:Name"] = "crm",
            ["Feed:Sources:0:Tenant"] = "tenant-a",
            [$"Feed:Sources:0:Secrets:{i}"] = secret,
        }));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IClock>(new StandingClock(Signed.Now)).AddFeed(builder.Configuration);
        return builder;
    }

    private Task<IntakeAnswer?> Take(SignedBody body, FieldErrors errors)
    {
        if (!MeetingPayload.TryRead(body.Bytes, errors, out var logged))
            return Task.FromResult<IntakeAnswer?>(null);
        Taken.Add((body.Delivery, logged));
        return Task.FromResult<IntakeAnswer?>(Answer());
    }
}

/// <summary>A clock that stands still.</summary>
internal sealed class StandingClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
