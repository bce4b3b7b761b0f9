using NodaTime;

namespace FollowUpBot.Teams;

/// <summary>
/// How fast one server may send: below Teams' limits for a conversation (7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour)
/// and for a tenant (50 a second), all of teams rule 45. A server that goes over can get the bot blocked.
/// </summary>
public sealed class SendPace
{
    /// <summary>5 + 0.49 a second stays below all four limits of a conversation at once: 5.5, 6, 19.7 and 1769.</summary>
    private const double ConversationBurst = 5;
    private const double ConversationPerSecond = 0.49;

    private const double TenantBurst = 20;
    private const double TenantPerSecond = 25;

    /// <summary>When the buckets that are full again are forgotten.</summary>
    private const int ManyBuckets = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Tenant, string? Conversation), TokenBucket> buckets = [];

    /// <summary>Takes one permit: zero when the message may go now, else how long it must wait; nothing is taken then.</summary>
    public Duration Take(string tenantId, string conversationId, Instant now)
    {
        lock (gate)
        {
            var tenant = Bucket((tenantId, null), TenantBurst, TenantPerSecond, now);
            var conversation = Bucket((tenantId, conversationId), ConversationBurst, ConversationPerSecond, now);
            var wait = Duration.Max(tenant.Wait(now), conversation.Wait(now));
            if (wait == Duration.Zero)
            {
                buckets[(tenantId, null)] = tenant.Taken(now);
                buckets[(tenantId, conversationId)] = conversation.Taken(now);
            }

            return wait;
        }
    }

    private TokenBucket Bucket((string Tenant, string? Conversation) of, double burst, double perSecond, Instant now)
    {
        if (buckets.TryGetValue(of, out var bucket))
        {
            return bucket;
        }

        if (buckets.Count >= ManyBuckets)
        {
            buckets.Where(each => each.Value.IsFull(now)).Select(each => each.Key).ToList().ForEach(idle => buckets.Remove(idle));
        }

        return TokenBucket.Full(burst, perSecond, now);
    }
}
