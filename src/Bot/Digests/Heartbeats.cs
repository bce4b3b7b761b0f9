using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>How a channel's weekly card is doing.</summary>
public enum ScheduleState
{
    /// <summary>Its first moment has not come.</summary>
    New,
    Posted,
    NothingToSay,

    /// <summary>It is tried again, or on its way.</summary>
    Trying,

    /// <summary>It was refused, is in doubt, or its channel cannot be reached.</summary>
    Failed,
}

/// <summary>The heartbeat of one weekly schedule. It names the channel by a hash and nobody at all.</summary>
/// <param name="LastTriedAt">When its last card was last worked on; null before the first.</param>
/// <param name="LastPostedAt">Null when none was posted in the weeks that are looked at.</param>
/// <param name="IsOverdue">Its moment has passed, and nobody has seen to it or to its card.</param>
public sealed record Heartbeat(string Schedule, ScheduleState State, Instant NextAt, Instant? LastTriedAt, Instant? LastPostedAt, bool IsOverdue);

/// <summary>Reads how every weekly schedule is doing from what is stored, so that a restart or another server sees the same.</summary>
public sealed class Heartbeats(IDocumentStore store, KnownTenants tenants)
{
    private const int Weeks = 9;

    /// <summary>Longer than a server takes to start, and than the first waits between tries.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(15);

    public async Task<IReadOnlyList<Heartbeat>> ReadAsync(Instant now, CancellationToken cancellationToken)
    {
        var beats = new List<Heartbeat>();
        foreach (var tenant in tenants.All)
        {
            await foreach (var channel in store.AllOwnedAsync(Keys.Channels(tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
                beats.Add(await ReadAsync(channel.Value, now, cancellationToken));
        }

        return [.. beats.OrderBy(beat => beat.Schedule, StringComparer.Ordinal)];
    }

    private async Task<Heartbeat> ReadAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId);
        var today = now.InZone(DateTimeZoneProviders.Tzdb[channel.ZoneId]).Date;
        string[] ids = [.. Enumerable.Range(0, Weeks).Select(week => Keys.Digest(today.PlusWeeks(-week)))];
        var found = await store.GetAllAsync(partition, ids, cancellationToken);
        var cards = found.OfType<StoredDocument>().Select(stored => stored.As(BotJson.Default.DigestDocument).Value).ToList();
        var last = cards.FirstOrDefault();
        var posted = cards.FirstOrDefault(card => card.Delivery.State == DeliveryState.Sent);
        var isLate = now - channel.NextAt > Grace || now - last?.Delivery.DueAt > Grace;
        return new Heartbeat(Keys.Hash(partition), StateOf(last), channel.NextAt, TriedAt(last), TriedAt(posted), isLate);
    }

    private static Instant? TriedAt(DigestDocument? card) => card?.Delivery.TriedAt ?? card?.For;

    private static ScheduleState StateOf(DigestDocument? last) => last?.Delivery.State switch
    {
        null => ScheduleState.New,
        DeliveryState.Sent => ScheduleState.Posted,
        DeliveryState.Cancelled => ScheduleState.NothingToSay,
        DeliveryState.Scheduled or DeliveryState.Sending => ScheduleState.Trying,
        _ => ScheduleState.Failed,
    };
}
