using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>One arming of a timer; another arming of the same timer is another alarm.</summary>
internal sealed record Alarm(HandTimer Timer, Instant DueAt, long Order);

/// <summary>A timer of a <see cref="MovableClock"/>.</summary>
internal sealed class HandTimer(MovableClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public Alarm? Alarm { get; set; }

    /// <summary>Somebody waits in <c>Task.Delay</c>: neither a time-out, which is armed while work goes on, nor a period, which is always armed.</summary>
    public bool IsSleep => state is not CancellationTokenSource && !IsPeriodic;

    private bool IsPeriodic => period > TimeSpan.Zero;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        this.period = period;
        if (dueTime == TimeSpan.Zero)
            RingNow();
        else
            clock.Arm(this, dueTime);
        return true;
    }

    public void Ring() => callback(state);

    public void ArmNextPeriod()
    {
        if (IsPeriodic)
            clock.Arm(this, period);
    }

    public void Dispose() => clock.Arm(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void RingNow()
    {
        clock.Arm(this, IsPeriodic ? period : Timeout.InfiniteTimeSpan);
        ThreadPool.QueueUserWorkItem(_ => Ring());
    }
}
