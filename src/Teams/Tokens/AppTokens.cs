using NodaTime;

namespace FollowUpBot.Teams.Tokens;

/// <summary>Which applications of the own tenant may call the feeds.</summary>
public sealed record AppTokenOptions
{
    public required string TenantId { get; init; }

    /// <summary>The application id for which callers ask their token; <c>api://</c> before it is understood too.</summary>
    public required string AppId { get; init; }

    /// <summary>The app role that an administrator granted to the caller.</summary>
    public string Role { get; init; } = "Meetings.Log";

    /// <summary>Where the tenant's keys are described.</summary>
    public Uri Metadata => new($"https://login.microsoftonline.com/{TenantId}/v2.0/.well-known/openid-configuration");
}

/// <summary>
/// Entra app tokens for the feeds: what Power Automate and most CRMs can send. Of the own tenant, for us, with the role; a token
/// that acts for a person (it has a scope) is not one. The tenant is the token's, never the body's (SEC13).
/// </summary>
public sealed class AppTokens(AppTokenOptions options, SigningKeys keys)
{
    private readonly BearerTokens bearer = new(
        [$"https://login.microsoftonline.com/{options.TenantId}/v2.0", $"https://sts.windows.net/{options.TenantId}/"],
        [options.AppId, $"api://{options.AppId}"],
        keys);

    public async ValueTask<TokenVerdict> CheckAsync(string? authorization, Instant now, CancellationToken cancellationToken) =>
        await bearer.CheckAsync(authorization, now, cancellationToken).ConfigureAwait(false) switch
        {
            TokenVerdict.Trusted caller when Objection(caller) is { } reason => new TokenVerdict.Refused(403, reason),
            var verdict => verdict,
        };

    private string? Objection(TokenVerdict.Trusted caller) => caller.Token switch
    {
        var token when !token.TryGetPayloadValue<string>("tid", out var tenant) || tenant != options.TenantId => "another tenant",
        var token when token.TryGetPayloadValue<object>("scp", out _) => "a person's token",
        var token when !token.Claims.Any(claim => claim.Type == "roles" && claim.Value == options.Role) => "without the role",
        _ => null,
    };
}
