using System.Text.Json.Nodes;
using FollowUpBot.Teams.Tokens;
using NodaTime;

namespace FollowUpBot.Tests.Teams.Tokens;

[Trait("row", "SEC13")]
public sealed class AppTokensTests(LoopbackIssuer issuer) : IClassFixture<LoopbackIssuer>, IDisposable
{
    private const string Tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string App = "6f1c1f9a-5a1f-4b7e-8d0e-2f0b1d1c9a10";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 15, 0);

    private readonly SigningKeys keys = new(issuer.Metadata);

    public void Dispose() => keys.Dispose();

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"aud":"api://6f1c1f9a-5a1f-4b7e-8d0e-2f0b1d1c9a10"}""")]
    [InlineData(200, """{"iss":"https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/","ver":"1.0"}""")]
    [InlineData(200, """{"roles":"Meetings.Log"}""")]
    [InlineData(401, """{"iss":"https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0"}""")]
    [InlineData(401, """{"iss":"https://api.botframework.com"}""")]
    [InlineData(401, """{"aud":"00000003-0000-0000-c000-000000000000"}""")]
    [InlineData(401, """{"exp":1772700000}""")]
    [InlineData(403, """{"tid":"11111111-2222-4333-8444-555555555555"}""")]
    [InlineData(403, """{"tid":null}""")]
    [InlineData(403, """{"roles":null}""")]
    [InlineData(403, """{"roles":["Meetings.Read"]}""")]
    [InlineData(403, """{"roles":["meetings.log"]}""")]
    [InlineData(403, """{"roles":{"Meetings.Log":true}}""")]
    [InlineData(403, """{"scp":"Meetings.Log"}""")]
    public async Task Only_an_application_of_the_tenant_with_the_role_may_feed(int status, string changes)
    {
        var claims = new JsonObject
        {
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
            ["aud"] = App,
            ["tid"] = Tenant,
            ["roles"] = new JsonArray("Meetings.Log"),
        };
        foreach (var (name, value) in JsonNode.Parse(changes)?.AsObject() ?? [])
        {
            claims[name] = value?.DeepClone();
        }

        var tokens = new AppTokens(new AppTokenOptions { TenantId = Tenant, AppId = App }, keys);
        var verdict = await tokens.CheckAsync("Bearer " + LoopbackIssuer.Token(Now, claims), Now, CancellationToken.None);

        Assert.Equal(status, verdict is TokenVerdict.Refused refused ? refused.Status : 200);
    }
}
