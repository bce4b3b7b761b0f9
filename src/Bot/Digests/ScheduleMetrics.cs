using System.Diagnostics.Metrics;
using FollowUpBot.Bot.Documents;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>
/// What a monitor sees of the weekly cards, in the meter <c>FollowUpBot.Digests</c>: for each schedule how long ago its card was tried and
/// posted and whether it is overdue, and how many did not come, by cause. Schedules are named by a hash.
/// </summary>
public sealed class ScheduleMetrics
{
    public const string MeterName = "FollowUpBot.Digests";

    private readonly Counter<long> lost;
    private (IReadOnlyList<Heartbeat> Beats, Instant At) seen = ([], Instant.MinValue);

    public ScheduleMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        lost = meter.CreateCounter<long>("followupbot.digest.lost", "{card}", "Weekly cards that did not come, by cause.");
        meter.CreateObservableGauge("followupbot.digest.since_tried", () => Ages(beat => beat.LastTriedAt), "s", "Since a schedule's card was last tried.");
        meter.CreateObservableGauge("followupbot.digest.since_posted", () => Ages(beat => beat.LastPostedAt), "s", "Since a schedule's card was last posted.");
        meter.CreateObservableGauge(
            "followupbot.digest.overdue", () => seen.Beats.Select(beat => Tagged(beat.IsOverdue ? 1 : 0, beat)), "{schedule}", "1 when a schedule's moment has passed and nobody has seen to it.");
    }

    /// <summary>As last read; empty before the first reading.</summary>
    public IReadOnlyList<Heartbeat> Beats => seen.Beats;

    public void Saw(IReadOnlyList<Heartbeat> beats, Instant at) => seen = (beats, at);

    public void Lost(LostDigest cause) => lost.Add(1, KeyValuePair.Create("cause", (object?)cause.ToString()));

    private IEnumerable<Measurement<double>> Ages(Func<Heartbeat, Instant?> moment)
    {
        var (beats, at) = seen;
        return beats.Where(beat => moment(beat) is not null).Select(beat => Tagged((at - (moment(beat) ?? at)).TotalSeconds, beat));
    }

    private static Measurement<T> Tagged<T>(T value, Heartbeat beat)
        where T : struct => new(value, KeyValuePair.Create("schedule", (object?)beat.Schedule));
}
