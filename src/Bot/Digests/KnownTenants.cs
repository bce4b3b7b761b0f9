using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Digests;

/// <summary>The tenants that the configuration names: whose people may use the bot, and whose meetings it is told of.</summary>
public sealed class KnownTenants(IOptions<TeamsOptions> teams, IOptions<FeedOptions> feed)
{
    public IReadOnlyList<string> All =>
    [
        .. teams.Value.Tenants.Append(teams.Value.TenantId).Concat(feed.Value.Sources.Select(source => source.Tenant))
            .Where(tenant => tenant.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
