using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace FollowUpBot.Teams.Tokens;

/// <summary>A key of an issuer.</summary>
/// <param name="Endorsements">The channels that the key may sign for (teams rule 5); empty when it names none.</param>
public sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// An issuer's keys, read from its OpenID metadata and kept for 24 hours. A key that is not known is looked for again, at most once
/// a minute whatever callers send; when the issuer is down the keys at hand go on (teams rule 2).
/// </summary>
/// <param name="metadata">https, or http on this machine for tests.</param>
public sealed class SigningKeys(Uri metadata) : IDisposable
{
    public static readonly Duration KeptFor = Duration.FromHours(24);
    public static readonly Duration AskedAtMostEvery = Duration.FromMinutes(1);

    private const int MaxBytes = 1024 * 1024;

    private readonly SemaphoreSlim gate = new(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = MaxBytes,
    };

    private Known? known;
    private Instant? askedAt;

    /// <summary>Whether any keys are known: until then nobody can be judged.</summary>
    public bool AreKnown => Volatile.Read(ref known) is not null;

    public void Dispose()
    {
        http.Dispose();
        gate.Dispose();
    }

    /// <summary>The key of this id; null when the issuer has none or cannot be asked.</summary>
    public async ValueTask<SigningKey?> FindAsync(string id, Instant now, CancellationToken cancellationToken)
    {
        var keys = Volatile.Read(ref known);
        var isKnown = keys?.ById.ContainsKey(id) ?? false;
        if (!isKnown || keys is null || now - keys.At >= KeptFor)
        {
            keys = await RefreshAsync(keys, now, mayWait: !isKnown, cancellationToken).ConfigureAwait(false);
        }

        return keys?.ById.GetValueOrDefault(id);
    }

    /// <param name="mayWait">Whether to wait while another caller asks: not when the old keys will do.</param>
    private async Task<Known?> RefreshAsync(Known? old, Instant now, bool mayWait, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(mayWait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            return old;
        }

        try
        {
            if (Volatile.Read(ref known) is { } newer && newer != old)
            {
                return newer; // another caller asked while this one waited
            }

            if (askedAt is { } last && now - last < AskedAtMostEvery)
            {
                return old;
            }

            askedAt = now;
            var fresh = await AskAsync(now, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref known, fresh ?? old);
            return fresh ?? old;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Null when the issuer does not answer, or not with keys.</summary>
    private async Task<Known?> AskAsync(Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever
                .GetAsync(metadata.AbsoluteUri, documents, cancellationToken).ConfigureAwait(false);
            var keys = configuration.JsonWebKeySet?.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid)) ?? [];
            var byId = keys.DistinctBy(key => key.Kid).ToDictionary(key => key.Kid, key => new SigningKey(key, Endorsements(key)));
            return byId.Count > 0 ? new Known(byId, now) : null;
        }
        catch (Exception e) when (IsOutage(e, cancellationToken))
        {
            return null;
        }
    }

    private static bool IsOutage(Exception e, CancellationToken caller) => e switch
    {
        OperationCanceledException => !caller.IsCancellationRequested,
        // what the retriever throws for no answer, for no JSON and for JSON that is no metadata
        IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException => true,
        _ => false,
    };

    private static IReadOnlyList<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var list) && list is JsonElement { ValueKind: JsonValueKind.Array } texts
            ? [.. texts.EnumerateArray().Where(text => text.ValueKind == JsonValueKind.String).Select(text => text.GetString() ?? string.Empty)]
            : [];

    private sealed record Known(IReadOnlyDictionary<string, SigningKey> ById, Instant At);
}
