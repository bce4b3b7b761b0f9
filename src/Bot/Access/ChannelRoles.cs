using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Access;

/// <summary>What somebody is to a channel's weekly card, now.</summary>
public sealed class ChannelRoles(Rosters rosters, IOptions<BotOptions> bot)
{
    /// <param name="actor">An object id.</param>
    public async Task<Roles> OfAsync(Stored<ChannelDocument>? channel, string actor, Instant now, CancellationToken cancellationToken)
    {
        var isManager = channel is not null && channel.Value.Managers.Contains(actor)
            && await rosters.IsMemberAsync(channel, actor, now, cancellationToken);
        var isAdmin = bot.Value.Admins.Contains(actor, StringComparer.OrdinalIgnoreCase);
        return Roles.Anyone | (isManager ? Roles.Manager : 0) | (isAdmin ? Roles.Admin : 0);
    }
}
