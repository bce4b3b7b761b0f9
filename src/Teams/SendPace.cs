using NodaTime;

namespace FollowUpBot.Teams;

/// <summary>
/// How fast one server may send: below Teams' limits for a conversation (7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour)
/// and for a tenant (50 a second over all servers), all of teams rule 45. Who goes over can get the bot blocked.
/// </summary>
/// <param name="perSecond">The most that a tenant gets in any second.</param>
/// <param name="servers">How many servers share all of these limits; none knows what the others send.</param>
public sealed class SendPace(int perSecond = SendPace.UsualPerSecond, int servers = 1)
{
    /// <summary>Leaves room below Teams' limit for replies, which nobody holds back.</summary>
    public const int UsualPerSecond = 30;


    /// <summary>5 + 0.49 a second stays below all four limits of a conversation at once: 5.5, 6, 19.7 and 1769.</summary>
    private const double ConversationBurst = 5;
    private const double ConversationPerSecond = 0.49;

    /// <summary>The part of a second's messages that may go at once; a bucket holds at least one.</summary>
    private const double BurstPart = 1.0 / 6;

    /// <summary>When the buckets that are full again are forgotten.</summary>
    private const int ManyBuckets = 10_000;

    private readonly double tenantBurst = Share(perSecond * BurstPart, servers);
    private readonly double conversationBurst = Share(ConversationBurst, servers);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Tenant, string? Conversation), TokenBucket> buckets = [];

    /// <summary>Takes one permit: zero when the message may go now, else how long it must wait; nothing is taken then.</summary>
    public Duration Take(string tenantId, string conversationId, Instant now)
    {
        lock (gate)
        {
            var tenant = Bucket((tenantId, null), tenantBurst, perSecond * (1 - BurstPart) / servers, now);
            var conversation = Bucket((tenantId, conversationId), conversationBurst, ConversationPerSecond / servers, now);
            var wait = Duration.Max(tenant.Wait(now), conversation.Wait(now));
            if (wait == Duration.Zero)
            {
                buckets[(tenantId, null)] = tenant.Taken(now);
                buckets[(tenantId, conversationId)] = conversation.Taken(now);
            }

            return wait;
        }
    }

    /// <summary>A permit that was taken, and with which nothing was sent.</summary>
    public void GiveBack(string tenantId, string conversationId)
    {
        lock (gate)
        {
            foreach (var key in ((string, string?)[])[(tenantId, null), (tenantId, conversationId)])
            {
                if (buckets.TryGetValue(key, out var bucket))
                {
                    buckets[key] = bucket.Returned();
                }
            }
        }
    }

    /// <summary>A bucket that holds less than one permit would never give one.</summary>
    private static double Share(double burst, int servers) => Math.Max(1, burst / servers);

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
