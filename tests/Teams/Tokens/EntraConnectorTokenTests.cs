using Azure.Core;
using Azure.Identity;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Tokens;

namespace FollowUpBot.Tests.Teams.Tokens;

public sealed class EntraConnectorTokenTests
{
    private readonly Entra entra = new();
    private readonly HandClock clock = new();

    [Fact]
    [Trait("row", "R9")]
    public async Task A_token_is_asked_for_once_and_kept_until_five_minutes_before_its_end()
    {
        using var token = Token();

        Assert.Equal("token-1", await token.GetAsync(CancellationToken.None));
        clock.Now += TimeSpan.FromMinutes(54);
        Assert.Equal("token-1", await token.GetAsync(CancellationToken.None));
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("token-2", await token.GetAsync(CancellationToken.None));
        Assert.Equal("https://api.botframework.com/.default", entra.Scope);
    }

    [Fact]
    public async Task Many_messages_at_once_ask_once()
    {
        using var token = Token();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => token.GetAsync(CancellationToken.None).AsTask()));

        Assert.Equal(1, entra.Asked);
    }

    [Fact]
    [Trait("row", "FM47")]
    public async Task A_certificate_that_cannot_be_read_is_an_outage_like_any_other()
    {
        using var token = new EntraConnectorToken(() => throw new System.Security.Cryptography.CryptographicException("torn file"), clock);

        await Assert.ThrowsAsync<ConnectorException>(() => token.GetAsync(CancellationToken.None).AsTask());
    }

    [Fact]
    [Trait("row", "FM47")]
    public async Task While_Entra_is_down_a_token_serves_to_its_very_end()
    {
        using var token = Token();
        await token.GetAsync(CancellationToken.None);
        entra.IsDown = true;

        clock.Now += TimeSpan.FromMinutes(59);
        Assert.Equal("token-1", await token.GetAsync(CancellationToken.None));
        clock.Now += TimeSpan.FromMinutes(1);
        await Assert.ThrowsAsync<ConnectorException>(() => token.GetAsync(CancellationToken.None).AsTask());
        entra.IsDown = false;
        Assert.StartsWith("token-", await token.GetAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_and_an_older_refusal_changes_nothing()
    {
        var credentials = 0;
        using var token = new EntraConnectorToken(() => { credentials++; return entra; }, clock);
        await token.GetAsync(CancellationToken.None);

        token.Forget("token-1");
        Assert.Equal("token-2", await token.GetAsync(CancellationToken.None));
        token.Forget("token-1");
        Assert.Equal("token-2", await token.GetAsync(CancellationToken.None));
        Assert.Equal(2, credentials);
    }

    [Fact]
    public void Each_way_to_prove_who_one_is_makes_its_credential()
    {
        Assert.IsType<ManagedIdentityCredential>(ConnectorCredentials.ManagedIdentity(LoopbackIssuer.AppId)());
        Assert.IsType<ClientSecretCredential>(ConnectorCredentials.Secret(LoopbackIssuer.AppId, LoopbackIssuer.AppId, "secret")());
    }

    private EntraConnectorToken Token() => new(() => entra, clock);

    private sealed class Entra : TokenCredential
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 5, 15, 0, 0, TimeSpan.Zero);

        private int asked;

        public bool IsDown { get; set; }

        public int Asked => asked;

        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Scope = requestContext.Scopes.Single();
            var number = Interlocked.Increment(ref asked);
            return IsDown ? throw new AuthenticationFailedException("down") : new AccessToken($"token-{number}", Start + TimeSpan.FromHours(number));
        }
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 15, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
