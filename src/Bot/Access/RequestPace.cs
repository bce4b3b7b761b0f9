using System.Net;
using System.Net.Sockets;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Teams;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Access;

/// <summary>
/// How often somebody may ask: a person, a sender of the feed, an address that sends what is not believed. Counted before the store is
/// asked anything. Who asks too often is told when to come again.
/// </summary>
public sealed class RequestPace(IOptions<BotOptions> bot, IOptions<FeedOptions> feed)
{
    /// <summary>Of an address whose requests are not believed.</summary>
    private const int MistakesAtOnce = 100;
    private const int MistakesPerSecond = 10;

    /// <summary>Whole offices share one address.</summary>
    private const int DownloadsAtOnce = 60;
    private const int DownloadsPerSecond = 5;

    /// <summary>A bucket holds this many seconds' worth.</summary>
    private const int Burst = 20;

    private const int ManyBuckets = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, TokenBucket> buckets = [];

    /// <summary>Zero when the person may speak now, else how long they must wait.</summary>
    public Duration TakeTurn(string tenant, string actor, Instant now) =>
        Take($"turn|{tenant}|{actor}", bot.Value.TurnsPerSecond * Burst, bot.Value.TurnsPerSecond, now);

    /// <param name="source">A source whose signature or token was good.</param>
    public Duration TakeDelivery(string tenant, string source, Instant now) =>
        Take($"feed|{tenant}|{source}", feed.Value.PerSecond * Burst, feed.Value.PerSecond, now);

    /// <summary>Zero when the address may load a file now, whether its link is good or not.</summary>
    public Duration TakeDownload(IPAddress? from, Instant now) => Take($"file|{Key(from)}", DownloadsAtOnce, DownloadsPerSecond, now);

    /// <summary>Zero when a request from the address is looked at; nothing is counted.</summary>
    public Duration Wait(IPAddress? from, Instant now)
    {
        lock (gate)
            return buckets.TryGetValue(Key(from), out var bucket) ? bucket.Wait(now) : Duration.Zero;
    }

    /// <summary>A request from the address was not believed.</summary>
    public void Mistake(IPAddress? from, Instant now) => Take(Key(from), MistakesAtOnce, MistakesPerSecond, now);

    private Duration Take(string key, double burst, double perSecond, Instant now)
    {
        lock (gate)
        {
            if (!buckets.TryGetValue(key, out var bucket))
                bucket = NewBucket(burst, perSecond, now);
            var wait = bucket.Wait(now);
            if (wait == Duration.Zero)
                buckets[key] = bucket.Taken(now);
            return wait;
        }
    }

    /// <summary>Whoever has ten thousand addresses is not held back by counting them; the memory must not grow for it.</summary>
    private TokenBucket NewBucket(double burst, double perSecond, Instant now)
    {
        if (buckets.Count >= ManyBuckets)
        {
            buckets.Where(each => each.Value.IsFull(now)).Select(each => each.Key).ToList().ForEach(idle => buckets.Remove(idle));
            if (buckets.Count >= ManyBuckets)
                buckets.Clear();
        }

        return TokenBucket.Full(burst, perSecond, now);
    }

    /// <summary>An IPv6 network counts as one: whoever has one address of it has them all.</summary>
    private static string Key(IPAddress? from)
    {
        if (from is null)
            return "from|unknown";
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"from|{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))}"
            : $"from|{address}";
    }
}
