using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace FollowUpBot.Teams.Tokens;

/// <summary>
/// Checks <c>Authorization: Bearer</c> against one issuer and this audience: RS256 by a key of the issuer's own list, issuer,
/// audience, lifetime with five minutes of skew (teams rules 1 to 3, RFC 8725).
/// </summary>
/// <param name="issuers">The names the issuer goes by.</param>
/// <param name="audiences">The names we go by; a token names exactly one of them.</param>
public sealed class BearerTokens(IReadOnlyList<string> issuers, IReadOnlyList<string> audiences, SigningKeys keys)
{
    public static readonly Duration Skew = Duration.FromMinutes(5);

    private const string Scheme = "Bearer ";
    private const int MaxLength = 16 * 1024;

    /// <summary>Headers with which a token would bring its own key, or ask for rules that nobody here knows.</summary>
    private static readonly string[] ForbiddenHeaders = ["jku", "jwk", "x5u", "x5c", "crit", "zip"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    /// <param name="authorization">The request's one Authorization header; null or empty when it has none.</param>
    public async ValueTask<TokenVerdict> CheckAsync(string? authorization, Instant now, CancellationToken cancellationToken)
    {
        if (Read(authorization) is not { } token)
        {
            return new TokenVerdict.Refused(401, "no bearer token");
        }

        if (Objection(token, now) is { } objection)
        {
            return new TokenVerdict.Refused(401, objection);
        }

        var key = await keys.FindAsync(token.Kid, now, cancellationToken).ConfigureAwait(false);
        if (key is null)
        {
            return keys.AreKnown
                ? new TokenVerdict.Refused(401, "unknown key")
                : new TokenVerdict.Refused(503, "the issuer's keys could not be read yet");
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(key, now)).ConfigureAwait(false);
        return result.IsValid ? new TokenVerdict.Trusted(token, key) : new TokenVerdict.Refused(401, result.Exception.GetType().Name);
    }

    private static JsonWebToken? Read(string? authorization)
    {
        if (authorization is not { Length: <= MaxLength } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = authorization[Scheme.Length..];
        if (text.Count(c => c == '.') != 2 || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return null;
        }

        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>What can be seen without the key is refused without asking for it; the signature is checked all the same.</summary>
    private string? Objection(JsonWebToken token, Instant now) => token switch
    {
        { Alg: not SecurityAlgorithms.RsaSha256 } => "not RS256",
        { Kid: null or "" } => "no key id",
        _ when ForbiddenHeaders.Any(name => token.TryGetHeaderValue<object>(name, out _)) => "a header that is not allowed",
        _ when !issuers.Contains(token.Issuer) => "another issuer",
        _ when token.Audiences.ToList() is not [var audience] || !audiences.Contains(audience) => "another audience",
        _ when !IsInTime(token, now) => "out of its time",
        _ => null,
    };

    private static bool IsInTime(JsonWebToken token, Instant now) =>
        token.TryGetPayloadValue<long>("exp", out var expires) && token.TryGetPayloadValue<long>("nbf", out var begins)
        && now.ToUnixTimeSeconds() < expires + (long)Skew.TotalSeconds && now.ToUnixTimeSeconds() >= begins - (long)Skew.TotalSeconds;

    private TokenValidationParameters Parameters(SigningKey key, Instant now) => new()
    {
        ValidIssuers = issuers,
        ValidAudiences = audiences,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = (_, _, token, _) => token is JsonWebToken it && IsInTime(it, now), // the library's own reads the wall clock
    };
}
