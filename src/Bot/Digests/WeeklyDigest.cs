using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>
/// When a channel's weekly moment has come: creates that week's card, once, and sets the next moment, in one batch. However many weeks
/// were missed, at most one card is created, and none when the moment was more than a day ago; each week that is left out is recorded.
/// </summary>
public sealed partial class WeeklyDigest(IDocumentStore store, ILogger<WeeklyDigest> logger) : IDueHandler
{
    private static readonly Duration CatchUp = Duration.FromHours(24);

    /// <summary>As many weeks as are kept, and well within one batch.</summary>
    private const int MostRecorded = 52;

    public string Kind => ChannelDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var channel = stored.As(BotJson.Default.ChannelDocument).Value;
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        var moments = MomentsUntil(channel, zone, now);
        var missed = moments.Where((moment, place) => place < moments.Count - 1 || now - moment > CatchUp).ToList();
        var next = channel with { NextAt = WeeklyMoment.Next(now, channel.Day, channel.Time, zone) };
        var writes = new List<DocumentWrite> { new DocumentWrite.Replace(next.ToDocument(), stored.ETag) };
        writes.AddRange(moments.Except(missed).Select(moment => NewDigest(channel, moment, zone, now)));
        writes.AddRange(missed.Select(moment => Missed(stored.Document.Partition, moment, zone, now)));
        if (missed.Count > 0)
            writes.Add(Told(channel, missed, zone, now));
        var result = await store.BatchAroundAsync(stored.Document.Partition, writes, cancellationToken);
        if (result is BatchResult.Committed && missed.Count > 0)
            LogMissed(logger, now - missed[^1]);
    }

    /// <summary>The weekly moments since the last one that was seen to, the newest last.</summary>
    private static List<Instant> MomentsUntil(ChannelDocument channel, DateTimeZone zone, Instant now)
    {
        var moments = new List<Instant>();
        for (var moment = channel.NextAt; moment <= now; moment = WeeklyMoment.Next(moment, channel.Day, channel.Time, zone))
            moments.Add(moment);
        return [.. moments.TakeLast(MostRecorded)];
    }

    private static DocumentWrite.Create NewDigest(ChannelDocument channel, Instant moment, DateTimeZone zone, Instant now) =>
        new(new DigestDocument(channel.Tenant, channel.ChannelId, Delivery.Schedule(now)) { For = moment }.ToDocument(Keys.Digest(moment.InZone(zone).Date)));

    private static DocumentWrite Missed(string partition, Instant moment, DateTimeZone zone, Instant now)
    {
        var week = Keys.Week(moment.InZone(zone).Date);
        return StoredForms.Audit(partition, new EventDocument(now, "clock", $"weekly card missed {week}", $"{(now - moment).TotalHours:0} h late"), $"weekly card missed {week}");
    }

    private static DocumentWrite.Create Told(ChannelDocument channel, List<Instant> missed, DateTimeZone zone, Instant now)
    {
        var lost = new LostDigestDocument(channel.Tenant, channel.ChannelId, LostDigest.Missed, Delivery.Schedule(now)) { Cards = missed.Count };
        return new DocumentWrite.Create(lost.ToDocument(Keys.Lost(Keys.Digest(missed[^1].InZone(zone).Date))));
    }

    [LoggerMessage(1, LogLevel.Warning, "A weekly digest was missed by {Late} and is left out.")]
    private static partial void LogMissed(ILogger logger, Duration late);
}
