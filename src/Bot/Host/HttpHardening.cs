using System.Security.Cryptography;
using FollowUpBot.Teams.Protocol;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace FollowUpBot.Bot.Host;

/// <summary>Who stands between the callers and the bot.</summary>
public sealed class HttpOptions
{
    public const string Section = "Http";

    /// <summary>Networks (<c>169.254.0.0/16</c>) whose word for the caller's address is believed; without any, nobody's is.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}

/// <summary>Names what is no network.</summary>
public sealed class HttpOptionsCheck : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        var wrong = options.TrustedProxies.Where(network => !IPNetwork.TryParse(network, out _)).ToList();
        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(network => $"Http:TrustedProxies '{network}' is no network such as 169.254.0.0/16."));
    }
}

/// <summary>What every request meets first, whoever it is for.</summary>
public static partial class HttpHardening
{
    public static void AddHardening(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ActivityReader.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddOptions<HttpOptions>()
            .BindConfiguration(HttpOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsCheck>();
        // That switch of ASP.NET believes anybody; TrustedProxies names whom.
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ForwardedHeaders_Enabled", (string?)"false")]);
    }

    public static void UseHardening(this WebApplication app)
    {
        UseTrustedProxies(app);
        app.Use(AnswerPlainlyAsync);
    }

    private static void UseTrustedProxies(WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.TrustedProxies;
        if (trusted.Count == 0)
            return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in trusted)
            forwarded.KnownIPNetworks.Add(IPNetwork.Parse(network));
        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>Whatever goes wrong, a stranger reads one line and a reference number that stands in the log too.</summary>
    private static async Task AnswerPlainlyAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException broken) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            LogFailed(http.RequestServices.GetRequiredService<ILogger<WebApplication>>(), e, reference);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync($"That did not work. Reference {reference}.", http.RequestAborted);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A request failed, reference {Reference}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string reference);
}
