using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace FollowUpBot.Tests.Teams.Tokens;

/// <summary>An OpenID issuer on this machine that publishes keys and signs whatever a test asks for.</summary>
public sealed class LoopbackIssuer : IAsyncLifetime, IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";
    public const string AppId = "3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>Made once a test run: making them is what takes long.</summary>
    private static readonly ConcurrentDictionary<string, RSA> Keys = new();

    private readonly Dictionary<string, JsonObject> published = [];
    private WebApplication? app;
    private int asked;

    public Uri Metadata { get; private set; } = new("http://localhost/");

    public int Asked => asked;

    /// <summary>What it answers instead of its metadata; null for the truth.</summary>
    public string? Nonsense { get; set; }

    public bool IsDown { get; set; }

    public static async Task<LoopbackIssuer> StartAsync()
    {
        var issuer = new LoopbackIssuer();
        await issuer.InitializeAsync();
        return issuer;
    }

    public async Task InitializeAsync()
    {
        Publish("key-1", "msteams", "webchat");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/openid", context => AnswerAsync(context, Configuration));
        app.MapGet("/keys", context => AnswerAsync(context, KeySet));
        await app.StartAsync();
        Metadata = new Uri(app.Urls.Single() + "/openid");
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public void Publish(string id, params string[] endorsements)
    {
        var rsa = Keys.GetOrAdd(id, _ => RSA.Create(2048));
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        published[id] = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(each => JsonValue.Create(each))]),
        };
    }

    public void Withdraw(string id) => published.Remove(id);

    public static string PublicKey(string id) => Keys[id].ExportSubjectPublicKeyInfoPem();

    /// <summary>A token as the Bot Connector service makes it, with some claims or headers changed; null takes one out.</summary>
    public static string Token(Instant now, JsonObject? claims = null, JsonObject? headers = null, string key = "key-1")
    {
        var head = Merged(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key }, headers);
        var body = Merged(
            new JsonObject
            {
                ["iss"] = Name,
                ["aud"] = AppId,
                ["serviceurl"] = ServiceUrl,
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + Duration.FromHours(1)).ToUnixTimeSeconds(),
            },
            claims);
        return Sign(head.ToJsonString(), body.ToJsonString(), key);
    }

    public static string Sign(string head, string body, string key = "key-1")
    {
        var text = Base64UrlEncoder.Encode(head) + "." + Base64UrlEncoder.Encode(body);
        var signature = Keys[key].SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return text + "." + Base64UrlEncoder.Encode(signature);
    }

    private static JsonObject Merged(JsonObject all, JsonObject? changes)
    {
        foreach (var (name, value) in changes ?? [])
        {
            all.Remove(name);
            if (value is not null)
            {
                all[name] = value.DeepClone();
            }
        }

        return all;
    }

    private JsonObject Configuration() => new()
    {
        ["issuer"] = Name,
        ["jwks_uri"] = new Uri(Metadata, "/keys").AbsoluteUri,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };

    private JsonObject KeySet() => new() { ["keys"] = new JsonArray([.. published.Values.Select(key => key.DeepClone())]) };

    private async Task AnswerAsync(HttpContext context, Func<JsonObject> truth)
    {
        Interlocked.Increment(ref asked);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Nonsense ?? truth().ToJsonString());
    }
}
