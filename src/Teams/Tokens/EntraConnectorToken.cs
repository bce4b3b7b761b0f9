using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Identity;

namespace FollowUpBot.Teams.Tokens;

/// <summary>The Connector's token from Entra (teams rule 9), kept until five minutes before its end.</summary>
/// <param name="credential">Makes the credential, see <see cref="ConnectorCredentials"/>; asked again after the Connector refused a token.</param>
/// <param name="scope"><c>https://api.botframework.us/.default</c> in the US Government cloud.</param>
public sealed class EntraConnectorToken(
    Func<TokenCredential> credential, TimeProvider clock, string scope = EntraConnectorToken.PublicScope) : IConnectorToken, IDisposable
{
    public const string PublicScope = "https://api.botframework.com/.default";

    private static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1);
    private Held? held;
    private TokenCredential? source;

    public void Dispose() => gate.Dispose();

    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        var token = Volatile.Read(ref held);
        return token is not null && IsGood(token, RenewedBefore) ? token.Token : await RenewAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Forget(string token)
    {
        if (Volatile.Read(ref held) is { } current && current.Token == token)
        {
            Interlocked.CompareExchange(ref held, null, current);
            Volatile.Write(ref source, null); // a credential keeps its own copy of the token
        }
    }

    private async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var old = Volatile.Read(ref held);
            if (old is not null && IsGood(old, RenewedBefore))
            {
                return old.Token; // renewed while this one waited
            }

            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOutage(e))
        {
            return Volatile.Read(ref held) is { } last && IsGood(last, TimeSpan.Zero) ? last.Token : throw new ConnectorException("Entra gives no token.", e);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var asked = source ?? credential();
        Volatile.Write(ref source, asked);
        var fresh = await asked.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref held, new Held(fresh.Token, fresh.ExpiresOn));
        return fresh.Token;
    }

    /// <summary>Entra does not answer or refuses, or the certificate cannot be read just now.</summary>
    private static bool IsOutage(Exception e) =>
        e is AuthenticationFailedException or RequestFailedException or CryptographicException or IOException or UnauthorizedAccessException;

    private bool IsGood(Held token, TimeSpan margin) => clock.GetUtcNow() + margin < token.ExpiresOn;

    private sealed record Held(string Token, DateTimeOffset ExpiresOn);
}
