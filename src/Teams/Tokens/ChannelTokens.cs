using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Teams.Tokens;

/// <summary>Whose activities are taken.</summary>
public sealed record ChannelTokenOptions
{
    /// <summary>The bot's own application id: the audience of every token.</summary>
    public required string AppId { get; init; }

    /// <summary>The tenants whose activities are taken, by id; one that is not here is refused (SEC3).</summary>
    public required IReadOnlyList<string> Tenants { get; init; }

    /// <summary>The Bot Connector service; <c>https://api.botframework.us</c> in the US Government cloud (teams rule 8).</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    public Uri Metadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");
}

/// <summary>
/// Who sends an activity: the Bot Connector service for Teams, for this bot, from this service URL, for a tenant that is allowed
/// (teams rules 1 to 7). Tokens that Entra issues to an emulator are for another issuer and refused like any other.
/// </summary>
public sealed class ChannelTokens(ChannelTokenOptions options, ServiceUrls serviceUrls, SigningKeys keys)
{
    private const string Channel = "msteams";
    private const string ServiceUrlClaim = "serviceurl";

    private readonly BearerTokens bearer = new([options.Issuer], [options.AppId], keys);
    private readonly HashSet<string> tenants = new(options.Tenants, StringComparer.OrdinalIgnoreCase);

    /// <summary>Before the body is read: is this a token of the channel for this bot?</summary>
    public ValueTask<TokenVerdict> CheckAsync(string? authorization, Instant now, CancellationToken cancellationToken) =>
        bearer.CheckAsync(authorization, now, cancellationToken);

    /// <summary>Once the body is read: does the token speak for this activity? Null when it does; else 403.</summary>
    public TokenVerdict.Refused? Objection(TokenVerdict.Trusted caller, Activity activity)
    {
        var reason = activity switch
        {
            { ChannelId: not Channel } => "another channel",
            _ when !caller.Key.Endorsements.Contains(Channel) => "the key is not endorsed for Teams",
            { ServiceUrl: null or "" } => "no serviceUrl",
            _ when !caller.Token.TryGetPayloadValue<string>(ServiceUrlClaim, out var url) || !IsSame(url, activity.ServiceUrl) => "another serviceUrl than the token's",
            _ when serviceUrls.Accept(activity.ServiceUrl) is null => "a serviceUrl that is not the Connector's",
            _ when activity.TenantId() is not { } tenant || !tenants.Contains(tenant) => "a tenant that is not allowed",
            _ => null,
        };
        return reason is null ? null : new TokenVerdict.Refused(403, reason);
    }

    private static bool IsSame(string? claimed, string? said) =>
        claimed is not null && string.Equals(claimed.TrimEnd('/'), said?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
