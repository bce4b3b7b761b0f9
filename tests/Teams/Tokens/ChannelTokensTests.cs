using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Teams.Tokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace FollowUpBot.Tests.Teams.Tokens;

public sealed class ChannelTokensTests(LoopbackIssuer issuer) : IClassFixture<LoopbackIssuer>, IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 15, 0);

    private readonly SigningKeys keys = new(issuer.Metadata);

    private ChannelTokens Tokens => new(
        new ChannelTokenOptions { AppId = LoopbackIssuer.AppId, Tenants = ["Tenant-1"], Metadata = issuer.Metadata },
        new ServiceUrls(ServiceUrls.MicrosoftHosts, allowLoopback: false),
        keys);

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task An_activity_from_Teams_is_trusted()
    {
        Assert.Equal(200, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now)));
        Assert.Equal(200, await StatusAsync("bearer " + LoopbackIssuer.Token(Now)));
        Assert.Equal(200, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now), Said() with { ServiceUrl = "https://SMBA.trafficmanager.net/emea" }));
    }

    [Theory]
    [InlineData("no header", null)]
    [InlineData("an empty header", "")]
    [InlineData("no token", "Bearer")]
    [InlineData("no token either", "Bearer ")]
    [InlineData("Basic", "Basic dXNlcjpwYXNz")]
    [InlineData("two spaces", "Bearer  {token}")]
    [InlineData("a space before", " Bearer {token}")]
    [InlineData("a space after", "Bearer {token} ")]
    [InlineData("two tokens", "Bearer {token}, Bearer {token}")]
    [InlineData("the token alone", "{token}")]
    [InlineData("a word", "Bearer hello")]
    [InlineData("dots", "Bearer ..")]
    [InlineData("four parts", "Bearer {token}.x")]
    [InlineData("five parts, encrypted", "Bearer {token}.x.y")]
    [InlineData("padding", "Bearer {token}==")]
    [Trait("row", "SEC1")]
    [Trait("row", "R1")]
    public async Task A_header_that_is_not_one_bearer_token_is_401(string reason, string? header) =>
        Assert.True(await StatusAsync(header?.Replace("{token}", LoopbackIssuer.Token(Now), StringComparison.Ordinal)) == 401, reason);

    [Theory]
    [InlineData("another issuer", """{"iss":"https://api.botframework.us"}""")]
    [InlineData("Entra, as for an emulator", """{"iss":"https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/","ver":"1.0"}""")]
    [InlineData("Entra v2, as for an emulator", """{"iss":"https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0","ver":"2.0"}""")]
    [InlineData("an issuer in other letters", """{"iss":"https://API.botframework.com"}""")]
    [InlineData("no issuer", """{"iss":null}""")]
    [InlineData("an issuer that is no text", """{"iss":5}""")]
    [InlineData("another bot's", """{"aud":"11111111-2222-4333-8444-555555555555"}""")]
    [InlineData("several bots'", """{"aud":["3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21","x"]}""")]
    [InlineData("nobody's", """{"aud":null}""")]
    [InlineData("an empty audience", """{"aud":""}""")]
    [InlineData("expired 6 minutes ago", """{"nbf":1772719200,"exp":1772722440}""")]
    [InlineData("from 6 minutes ahead", """{"nbf":1772723160}""")]
    [InlineData("without an end", """{"exp":null}""")]
    [InlineData("without a beginning", """{"nbf":null}""")]
    [InlineData("an end that is no number", """{"exp":"tomorrow"}""")]
    [InlineData("an end that is an object", """{"exp":{"a":1}}""")]
    [InlineData("an end beyond all time", """{"exp":9223372036854775807}""")]
    [InlineData("an end beyond all numbers", """{"exp":1e400}""")]
    [Trait("row", "SEC1")]
    [Trait("row", "R3")]
    [Trait("row", "R7")]
    public async Task A_token_with_wrong_claims_is_401(string reason, string claims) =>
        Assert.True(await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, Parse(claims))) == 401, reason);

    [Theory]
    [InlineData("none", """{"alg":"none"}""")]
    [InlineData("None", """{"alg":"None"}""")]
    [InlineData("HMAC", """{"alg":"HS256"}""")]
    [InlineData("another RSA", """{"alg":"RS512"}""")]
    [InlineData("PSS", """{"alg":"PS256"}""")]
    [InlineData("no algorithm", """{"alg":null}""")]
    [InlineData("an algorithm that is no text", """{"alg":["RS256"]}""")]
    [InlineData("an unknown key", """{"kid":"key-9"}""")]
    [InlineData("no key id", """{"kid":null}""")]
    [InlineData("a key id that is a path", """{"kid":"../../dev/null"}""")]
    [InlineData("keys from elsewhere", """{"jku":"https://evil.example/keys"}""")]
    [InlineData("a certificate from elsewhere", """{"x5u":"https://evil.example/cert"}""")]
    [InlineData("its own key", """{"jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}""")]
    [InlineData("its own certificate", """{"x5c":["MIIB"]}""")]
    [InlineData("a rule that must be understood", """{"crit":["b64"],"b64":false}""")]
    [Trait("row", "SEC1")]
    [Trait("row", "R3")]
    public async Task A_token_with_wrong_headers_is_401(string reason, string headers) =>
        Assert.True(await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, headers: Parse(headers))) == 401, reason);

    [Fact]
    [Trait("row", "SEC1")]
    public async Task A_token_signed_otherwise_is_401()
    {
        var good = LoopbackIssuer.Token(Now);
        var parts = good.Split('.');
        var signed = Encoding.ASCII.GetBytes($"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""")}.{parts[1]}");
        var withPublicKey = HMACSHA256.HashData(Encoding.ASCII.GetBytes(LoopbackIssuer.PublicKey("key-1")), signed);
        issuer.Publish("key-2", "msteams");

        string[] bad =
        [
            $"{parts[0]}.{parts[1]}.", // unsigned
            $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1"}""")}.{parts[1]}.",
            $"{Encoding.ASCII.GetString(signed)}.{Base64UrlEncoder.Encode(withPublicKey)}", // the public key as a shared secret
            LoopbackIssuer.Token(Now, headers: Parse("""{"kid":"key-1"}"""), key: "key-2"), // another key under a known name
            $"{parts[0]}.{LoopbackIssuer.Token(Now, Parse("""{"serviceurl":"https://evil.example"}""")).Split('.')[1]}.{parts[2]}",
            good[..^1], good[..^20], good[..(good.Length / 2)], good[1..],
            $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA",
            $"{parts[1]}.{parts[0]}.{parts[2]}",
        ];
        foreach (var token in bad)
        {
            Assert.True(await StatusAsync("Bearer " + token) == 401, token);
        }
    }

    [Fact]
    [Trait("row", "SEC1")]
    public async Task A_token_of_64_KB_is_401_and_costs_nothing()
    {
        var before = issuer.Asked;
        var claims = new JsonObject { ["pad"] = new string('x', 64 * 1024) };

        Assert.Equal(401, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, claims)));
        Assert.Equal(0, issuer.Asked - before);
    }

    [Theory]
    [InlineData("no serviceUrl in the token", """{"serviceurl":null}""")]
    [InlineData("another one", """{"serviceurl":"https://smba.trafficmanager.net/amer/"}""")]
    [InlineData("one that is no text", """{"serviceurl":["https://smba.trafficmanager.net/emea/"]}""")]
    [Trait("row", "SEC1")]
    [Trait("row", "R4")]
    public async Task A_token_for_another_service_url_is_403(string reason, string claims) =>
        Assert.True(await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, Parse(claims))) == 403, reason);

    [Fact]
    [Trait("row", "SEC1")]
    [Trait("row", "R4")]
    public async Task An_activity_without_a_service_url_is_403() =>
        Assert.Equal(403, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, Parse("""{"serviceurl":""}""")), Said() with { ServiceUrl = null }));

    [Fact]
    [Trait("row", "SEC16")]
    public async Task A_service_url_that_is_not_the_connectors_is_403_even_when_the_token_says_so()
    {
        var token = LoopbackIssuer.Token(Now, Parse("""{"serviceurl":"https://evil.example/"}"""));

        Assert.Equal(403, await StatusAsync("Bearer " + token, Said() with { ServiceUrl = "https://evil.example/" }));
    }

    [Fact]
    [Trait("row", "SEC1")]
    [Trait("row", "R5")]
    public async Task A_key_that_is_not_endorsed_for_Teams_is_403()
    {
        issuer.Publish("key-web", "webchat", "directline");
        issuer.Publish("key-bare");

        Assert.Equal(403, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, key: "key-web")));
        Assert.Equal(403, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now, key: "key-bare")));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("row", "SEC2")]
    public async Task Another_channel_is_403(string? channel) =>
        Assert.Equal(403, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now), Said() with { ChannelId = channel }));

    [Theory]
    [InlineData("tenant-2")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("row", "SEC3")]
    public async Task Another_tenant_is_403(string? tenant) =>
        Assert.Equal(403, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now), Said() with { Conversation = new ConversationAccount { Id = "a:1", TenantId = tenant } }));

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(-301, 401)]
    [InlineData(3600 + 299, 200)]
    [InlineData(3600 + 301, 401)]
    [Trait("row", "R3")]
    public async Task Clocks_may_differ_by_five_minutes(int seconds, int status) =>
        Assert.Equal(status, await StatusAsync("Bearer " + LoopbackIssuer.Token(Now), at: Now + Duration.FromSeconds(seconds)));

    [Fact]
    [Trait("row", "SEC1")]
    public async Task Ten_thousand_mangled_tokens_throw_nothing_and_pass_nothing()
    {
        var tokens = Tokens;
        var random = new Random(20260305);
        string[] sources = [LoopbackIssuer.Token(Now), LoopbackIssuer.Sign("""{"alg":"RS256","kid":"key-1"}""", """{"iss":{},"aud":[1,null],"exp":true}""")];
        for (var n = 0; n < 10_000; n++)
        {
            var token = sources[n % 2].ToCharArray();
            var last = sources[n % 2].LastIndexOf('.');
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                token[random.Next(last)] = (char)random.Next(32, 127);
            }

            var verdict = await tokens.CheckAsync("Bearer " + new string(token), Now, CancellationToken.None);
            Assert.True(verdict is TokenVerdict.Refused { Status: 401 } || new string(token) == sources[0], new string(token));
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)?.AsObject() ?? [];

    private static Activity Said() => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "msteams",
        ServiceUrl = LoopbackIssuer.ServiceUrl,
        Conversation = new ConversationAccount { Id = "a:1", TenantId = "tenant-1" },
    };

    /// <summary>What the endpoint answers.</summary>
    private async Task<int> StatusAsync(string? authorization, Activity? activity = null, Instant? at = null) =>
        await Tokens.CheckAsync(authorization, at ?? Now, CancellationToken.None) switch
        {
            TokenVerdict.Trusted trusted => Tokens.Objection(trusted, activity ?? Said())?.Status ?? 200,
            TokenVerdict.Refused refused => refused.Status,
            _ => throw new InvalidOperationException(),
        };
}
