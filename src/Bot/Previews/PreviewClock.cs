using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>A clock on which every wait is over at once, and has taken its time all the same.</summary>
public sealed class PreviewClock(Instant start) : TimeProvider, IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    public Instant GetCurrentInstant()
    {
        lock (gate)
            return now;
    }

    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    public override long GetTimestamp() => GetCurrentInstant().ToUnixTimeTicks();

    /// <summary>Never back.</summary>
    public void MoveTo(Instant moment)
    {
        lock (gate)
            now = Instant.Max(now, moment);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            MoveTo(GetCurrentInstant() + Duration.FromTimeSpan(dueTime));
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Rung();
    }

    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
