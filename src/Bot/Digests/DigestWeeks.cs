using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Digests;

/// <summary>What a channel's weekly cards have said, for the comparison with last week and the trend.</summary>
public sealed class DigestWeeks(IDocumentStore store)
{
    /// <summary>Weeks of the trend.</summary>
    public const int Shown = 8;

    /// <summary>Which deals were stalled is needed of this week and the one before.</summary>
    private const int WithDeals = 2;

    public async Task<WeeksDocument> ReadAsync(ChannelDocument channel, CancellationToken cancellationToken) =>
        (await FindAsync(channel, cancellationToken))?.Value ?? new WeeksDocument([]);

    /// <summary>Keeps what this week's card says; the first word of a week stands.</summary>
    public async Task KeepAsync(ChannelDocument channel, DigestContents contents, CancellationToken cancellationToken)
    {
        var week = Keys.Week(contents.At.InZone(contents.Zone).Date);
        var old = await FindAsync(channel, cancellationToken);
        if (old is not null && old.Value.Weeks.Any(entry => entry.Week == week))
            return;
        var entry = new WeekEntry(week, contents.Weeks[^1], contents.Deals.ToDictionary(row => row.Stalled.Deal.Id, row => row.Stalled.Worst.Severity))
        {
            PostedAt = contents.At,
            MendedBefore = contents.MendedBefore,
            Waiting = contents.Waiting,
        };
        var weeks = (old?.Value.Weeks ?? []).Append(entry).TakeLast(Shown + 1).ToList();
        var kept = weeks.Select((it, place) => place < weeks.Count - WithDeals ? it with { Stalled = new Dictionary<string, Severity>() } : it);
        var document = new WeeksDocument([.. kept]).ToDocument(channel.Tenant, channel.ChannelId);
        await store.BatchAsync(document.Partition, [document.Over(old)], cancellationToken);
    }

    private Task<Stored<WeeksDocument>?> FindAsync(ChannelDocument channel, CancellationToken cancellationToken) =>
        store.FindAsync(Keys.ChannelPartition(channel.Tenant, channel.ChannelId), WeeksDocument.Kind, BotJson.Default.WeeksDocument, cancellationToken);
}
