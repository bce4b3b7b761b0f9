using NodaTime;

namespace FollowUpBot.Tests.Proofs.Year;

/// <summary>A clock that is moved from one moment to the next at which something happens; whoever waits on it moves it on.</summary>
public sealed class YearClock(Instant start) : TimeProvider, IClock
{
    public Instant Now { get; set; } = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public Instant GetCurrentInstant() => Now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Now += Duration.FromTimeSpan(dueTime);
        callback(state);
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
