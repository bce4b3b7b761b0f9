using System.Net;
using System.Text;
using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Host;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using FollowUpBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUpBot.Tests.Fuzzing;

/// <summary>
/// The whole host without sockets: every request passes all of the product's own code, tens of thousands a minute. Time stands still,
/// the store is in memory, and Teams takes whatever it is sent.
/// </summary>
internal sealed class InProcessBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Server server;
    private readonly MovableClock clock;

    private InProcessBot(WebApplication app, Server server, MovableClock clock, WatchedStore store, ErrorLog errors) =>
        (this.app, this.server, this.clock, Store, Errors) = (app, server, clock, store, errors);

    public WatchedStore Store { get; }

    /// <summary>What was logged as an error.</summary>
    public ErrorLog Errors { get; }

    public static async Task<InProcessBot> StartAsync(Instant now, IReadOnlyDictionary<string, string?> settings)
    {
        var clock = new MovableClock(now) { Workers = 0 };
        var (server, errors) = (new Server(), new ErrorLog());
        var store = WatchedStore.Over(new MemoryDocumentStore(clock));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = Path.GetTempPath() });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddFollowUpBot();
        builder.Services.AddSingleton<IServer>(server)
            .AddSingleton(store.AsStore)
            .AddSingleton(AnyConnector.Taking());
        var app = builder.Build();
        app.MapFollowUpBot();
        await app.StartAsync();
        return new InProcessBot(app, server, clock, store, errors);
    }

    public async Task<(int Status, string Body)> PostAsync(string path, byte[] body, IHeaderDictionary? headers = null)
    {
        var answer = new MemoryStream();
        var request = new HttpRequestFeature { Method = "POST", Path = path, Protocol = "HTTP/1.1", Scheme = "http", Body = new MemoryStream(body) };
        request.Headers = headers ?? new HeaderDictionary();
        request.Headers.Host = "localhost";
        request.Headers.ContentType = "application/json";
        request.Headers.ContentLength = body.Length;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback, LocalIpAddress = IPAddress.Loopback });
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        await server.ProcessAsync(features);
        return (features.GetRequiredFeature<IHttpResponseFeature>().StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        clock.Dispose();
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    /// <summary>Takes requests from a call in place of a port.</summary>
    private sealed class Server : IServer
    {
        public Func<IFeatureCollection, Task> ProcessAsync { get; private set; } = _ => throw new InvalidOperationException("Not started.");

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull
        {
            ProcessAsync = async features =>
            {
                var context = application.CreateContext(features);
                await application.ProcessRequestAsync(context);
                application.DisposeContext(context, exception: null);
            };
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}

/// <summary>Keeps what was logged as an error, to name it.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> errors = [];

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (gate)
                return [.. errors];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (gate)
            errors.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
