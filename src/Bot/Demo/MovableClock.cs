using NodaTime;

namespace FollowUpBot.Bot.Demo;

/// <summary>
/// A clock that stands still until it is moved by hand. <c>Task.Delay</c>, <c>PeriodicTimer</c> and time-outs on it fire when it passes them.
/// <para>
/// Moving it is like waking a machine that slept: every timer that stands at the start fires once, in order, with the clock at that timer's
/// own moment; whatever those arm anew that is overdue at the target fires once there. So a loop with a delay of seconds runs twice when a
/// week goes by, not half a million times. Stop in between to see what happens in between.
/// </para>
/// </summary>
/// <param name="patience">How long, in real time, a worker may take to go back to sleep; 30 s by default.</param>
public sealed class MovableClock(Instant start, TimeSpan? patience = null) : TimeProvider, IClock, IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim moving = new(1);
    private readonly List<HandTimer> armed = [];
    private readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(30);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Instant now = start;
    private long armings;
    private int workers;

    /// <summary>
    /// How many loops sleep in <c>Task.Delay</c> on this clock when nothing is going on; the clock moves only when so many are asleep, and
    /// <see cref="AdvanceToAsync"/> returns only when they are again. Time-outs and periodic timers do not count: they are armed while work
    /// goes on. 0 (the start) waits for nobody.
    /// </summary>
    public int Workers
    {
        get => Volatile.Read(ref workers);
        set => Volatile.Write(ref workers, value);
    }

    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public Instant GetCurrentInstant()
    {
        lock (gate)
            return now;
    }

    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    public override long GetTimestamp() => GetCurrentInstant().ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public Task AdvanceAsync(Duration by) => AdvanceToAsync(GetCurrentInstant() + by);

    /// <summary>Moves the clock and returns when all <see cref="Workers"/> sleep again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target lies in the past.</exception>
    /// <exception cref="TimeoutException">A worker did not go back to sleep.</exception>
    public async Task AdvanceToAsync(Instant target)
    {
        await moving.WaitAsync();
        try
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(target, GetCurrentInstant());
            await AllAsleepAsync();
            foreach (var alarm in StandingUntil(target))
                await FireAsync(alarm, at: alarm.DueAt);
            StandAt(target);
            while (StandingUntil(target) is [var overdue, ..])
                await FireAsync(overdue, at: target);
        }
        finally
        {
            moving.Release();
        }
    }

    /// <summary>Returns when all <see cref="Workers"/> sleep.</summary>
    /// <exception cref="TimeoutException">They do not.</exception>
    public async Task AllAsleepAsync()
    {
        using var waiting = new CancellationTokenSource(patience);
        while (!IsAsleep(out var asleep, out var next))
        {
            try
            {
                await next.WaitAsync(waiting.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(
                    $"At {GetCurrentInstant()} only {asleep} of {Workers} workers sleep, after {patience.TotalSeconds:0.#} s of real time.");
            }
        }
    }

    public void Dispose() => moving.Dispose();

    internal void Arm(HandTimer timer, TimeSpan due)
    {
        lock (gate)
        {
            armed.Remove(timer);
            if (due != Timeout.InfiniteTimeSpan)
            {
                timer.Alarm = new Alarm(timer, now + Duration.FromTimeSpan(due), ++armings);
                armed.Add(timer);
            }

            var before = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }
    }

    private bool IsAsleep(out int asleep, out Task next)
    {
        lock (gate)
        {
            asleep = armed.Count(timer => timer.IsSleep);
            next = changed.Task;
            return asleep >= Workers;
        }
    }

    private List<Alarm> StandingUntil(Instant target)
    {
        lock (gate)
        {
            var alarms = armed.Select(timer => timer.Alarm).OfType<Alarm>().Where(alarm => alarm.DueAt <= target);
            return [.. alarms.OrderBy(alarm => alarm.DueAt).ThenBy(alarm => alarm.Order)];
        }
    }

    private void StandAt(Instant moment)
    {
        lock (gate)
            now = moment;
    }

    private async Task FireAsync(Alarm alarm, Instant at)
    {
        lock (gate)
        {
            if (alarm.Timer.Alarm != alarm || !armed.Remove(alarm.Timer))
                return;
            now = at;
        }

        alarm.Timer.ArmNextPeriod();
        var ringing = Task.Run(alarm.Timer.Ring);
        await AllAsleepAsync();
        await ringing;
    }
}
