using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>
/// When a channel's weekly moment has come: creates that week's card, once, and sets the next moment, in one batch. However many weeks
/// were missed, at most one card is created, and none when the moment was more than a day ago.
/// </summary>
public sealed partial class WeeklyDigest(IDocumentStore store, ILogger<WeeklyDigest> logger) : IDueHandler
{
    private static readonly Duration CatchUp = Duration.FromHours(24);

    public string Kind => ChannelDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var channel = stored.As(BotJson.Default.ChannelDocument).Value;
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        var latest = LatestMoment(channel, zone, now);
        var next = channel with { NextAt = WeeklyMoment.Next(now, channel.Day, channel.Time, zone) };
        var writes = new List<DocumentWrite> { new DocumentWrite.Replace(next.ToDocument(), stored.ETag) };
        if (now - latest <= CatchUp)
            writes.Add(NewDigest(channel, latest.InZone(zone).Date, now));
        else
            writes.Add(Missed(stored.Document.Partition, now - latest, now));
        var result = await store.BatchAsync(stored.Document.Partition, writes, cancellationToken);
        if (result is BatchResult.Committed && now - latest > CatchUp)
            LogMissed(logger, now - latest);
        if (result is BatchResult.Refused { Index: 1 })
            await store.BatchAsync(stored.Document.Partition, writes[..1], cancellationToken);
    }

    private static Instant LatestMoment(ChannelDocument channel, DateTimeZone zone, Instant now)
    {
        var next = WeeklyMoment.Next(now, channel.Day, channel.Time, zone).InZone(zone).LocalDateTime;
        return zone.ResolveLocal(next.PlusWeeks(-1), Deals.WallClock.Resolver).ToInstant();
    }

    private static DocumentWrite.Create NewDigest(ChannelDocument channel, LocalDate day, Instant now) =>
        new(new DigestDocument(channel.Tenant, channel.ChannelId, Delivery.Schedule(now)).ToDocument(Keys.Digest(day)));

    private static DocumentWrite Missed(string partition, Duration late, Instant now) => TypedDocuments.Audit(
        partition, new EventDocument(now, "clock", "weekly card missed", $"{late.TotalHours:0} h late"), "weekly card missed");

    [LoggerMessage(1, LogLevel.Warning, "A weekly digest was missed by {Late} and is left out.")]
    private static partial void LogMissed(ILogger logger, Duration late);
}
