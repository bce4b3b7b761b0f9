using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Teams.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>What every activity costs at the door, with the issuer's keys at hand: header, signature, claims and activity.</summary>
[MemoryDiagnoser]
public class TokenCheckBenchmark
{
    private const string AppId = "3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21";
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 15, 0);

    private readonly Activity _activity = new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "msteams",
        ServiceUrl = ServiceUrl,
        Conversation = new ConversationAccount { Id = "a:1", TenantId = "tenant-1" },
    };

    private string _authorization = "";
    private ChannelTokens? _tokens;
    private WebApplication? _issuer;

    [GlobalSetup]
    public async Task Issue()
    {
        using var rsa = RSA.Create(2048);
        _issuer = Publish(rsa.ExportParameters(includePrivateParameters: false));
        await _issuer.StartAsync();
        _authorization = "Bearer " + Sign(rsa);
        var options = new ChannelTokenOptions { AppId = AppId, Tenants = ["tenant-1"] };
        _tokens = new ChannelTokens(options, new ServiceUrls(ServiceUrls.MicrosoftHosts, allowLoopback: false), new SigningKeys(new Uri(_issuer.Urls.Single() + "/openid")));
        if (!await Check())
            throw new InvalidOperationException("The token that is measured must be a good one.");
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        if (_issuer is not null)
            await _issuer.DisposeAsync();
    }

    [Benchmark]
    public async ValueTask<bool> Check() =>
        _tokens is not null
        && await _tokens.CheckAsync(_authorization, Now, CancellationToken.None) is TokenVerdict.Trusted trusted
        && _tokens.Objection(trusted, _activity) is null;

    /// <summary>Time on the processor, so that other work on the machine is left out.</summary>
    public static async Task PrintProcessorTimeAsync(TextWriter output)
    {
        const int Checks = 20_000;
        var bench = new TokenCheckBenchmark();
        await bench.Issue();
        for (var n = 0; n < Checks; n++)
            await bench.Check();
        var before = Environment.CpuUsage.TotalTime;
        for (var n = 0; n < Checks; n++)
            await bench.Check();
        var each = (Environment.CpuUsage.TotalTime - before) / Checks;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{each.TotalMicroseconds:0} µs on the processor a token check, over {Checks} checks"));
        await bench.Stop();
    }

    private static WebApplication Publish(RSAParameters key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/openid", (HttpContext http) => http.Response.WriteAsync($$"""{"issuer":"https://api.botframework.com","jwks_uri":"http://{{http.Request.Host}}/keys"}"""));
        app.MapGet("/keys", (HttpContext http) => http.Response.WriteAsync($$"""
            {"keys":[{"kty":"RSA","use":"sig","kid":"key-1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}","endorsements":["msteams"]}]}
            """));
        return app;
    }

    private static string Sign(RSA rsa)
    {
        var (from, until) = (Now.ToUnixTimeSeconds(), (Now + Duration.FromHours(1)).ToUnixTimeSeconds());
        var text = Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT","kid":"key-1"}""") + "." + Base64UrlEncoder.Encode(
            $$"""{"iss":"https://api.botframework.com","aud":"{{AppId}}","serviceurl":"{{ServiceUrl}}","nbf":{{from}},"exp":{{until}}}""");
        return text + "." + Base64UrlEncoder.Encode(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
