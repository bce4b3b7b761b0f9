using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Looks every few minutes how the weekly schedules are doing, for metrics and health, and says once in the log when one falls behind.</summary>
public sealed partial class HeartbeatWorker(Heartbeats heartbeats, ScheduleMetrics metrics, IClock clock, TimeProvider time, ILogger<HeartbeatWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // What was due while nobody ran is seen to first.
            await Task.Delay(Every, time, stoppingToken);
            try
            {
                var now = clock.GetCurrentInstant();
                var beats = await heartbeats.ReadAsync(now, stoppingToken);
                foreach (var late in beats.Where(beat => beat.IsOverdue && !metrics.Beats.Any(known => known.Schedule == beat.Schedule && known.IsOverdue)))
                    LogOverdue(logger, late.Schedule);
                metrics.Saw(beats, now);
            }
            catch (StoreUnavailableException e)
            {
                LogStoreAway(logger, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A weekly digest is overdue: schedule {Schedule}.")]
    private static partial void LogOverdue(ILogger logger, string schedule);

    [LoggerMessage(2, LogLevel.Warning, "The store does not answer; how the weekly schedules do is not known.")]
    private static partial void LogStoreAway(ILogger logger, Exception exception);
}
