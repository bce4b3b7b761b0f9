using FollowUpBot.Bot.Host;
using FollowUpBot.Teams.Tokens;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>What an app token proves.</summary>
public abstract record AppTokenCheck
{
    private AppTokenCheck()
    {
    }

    /// <param name="Tenant">The tenant whose administrator let the application in.</param>
    /// <param name="Source">Names the application: <c>app-</c> and its client id.</param>
    public sealed record Valid(string Tenant, string Source) : AppTokenCheck;

    /// <param name="Status">401, 403, or 503 while the tenant's keys were never read.</param>
    public sealed record Refused(int Status, string Reason) : AppTokenCheck;
}

/// <summary>Entra app tokens with the role Meetings.Log, for senders that cannot sign (docs/connect.md). Off until Feed:AppId is set.</summary>
public sealed class FeedTokens : IDisposable
{
    private readonly IClock clock;
    private readonly SigningKeys? keys;
    private readonly AppTokens? tokens;
    private readonly string tenant;

    public FeedTokens(IOptions<FeedOptions> feed, IOptions<TeamsOptions> teams, IClock clock)
    {
        (this.clock, tenant) = (clock, teams.Value.TenantId.ToLowerInvariant());
        if (feed.Value.AppId.Length == 0)
            return;
        var options = new AppTokenOptions { TenantId = tenant, AppId = feed.Value.AppId.ToLowerInvariant() };
        keys = new SigningKeys(feed.Value.OpenIdMetadata is { Length: > 0 } metadata ? new Uri(metadata) : options.Metadata);
        tokens = new AppTokens(options, keys);
    }

    public bool AreOn => tokens is not null;

    public void Dispose() => keys?.Dispose();

    /// <summary>Looks at the header alone; the body is not read yet.</summary>
    public async ValueTask<AppTokenCheck> CheckAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (tokens is null)
            return new AppTokenCheck.Refused(StatusCodes.Status401Unauthorized, "app tokens are not configured");
        var authorization = request.Headers.Authorization is [var only] ? only : null;
        return await tokens.CheckAsync(authorization, clock.GetCurrentInstant(), cancellationToken) switch
        {
            TokenVerdict.Trusted caller when Application(caller) is { } application => new AppTokenCheck.Valid(tenant, $"app-{application:D}"),
            TokenVerdict.Refused refused => new AppTokenCheck.Refused(refused.Status, refused.Reason),
            _ => new AppTokenCheck.Refused(StatusCodes.Status403Forbidden, "no application"),
        };
    }

    /// <summary>Version 2 tokens say <c>azp</c>, version 1 tokens <c>appid</c>.</summary>
    private static Guid? Application(TokenVerdict.Trusted caller) =>
        (caller.Token.TryGetPayloadValue<string>("azp", out var id) || caller.Token.TryGetPayloadValue("appid", out id)) && Guid.TryParse(id, out var guid)
            ? guid
            : null;
}
