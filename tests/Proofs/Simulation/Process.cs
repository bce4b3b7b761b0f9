using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>
/// One life of a process: where its code runs. Killed, nothing of it runs any more, in the middle of whatever it was doing; paused, it
/// goes on later without having noticed.
/// </summary>
public sealed class Process(World world, string name) : SynchronizationContext
{
    private Instant pausedUntil = Instant.MinValue;

    public string Name { get; } = name;

    public bool IsAlive { get; private set; } = true;

    /// <summary>Told when it dies.</summary>
    public Action Killed { get; set; } = () => { };

    public void Kill()
    {
        IsAlive = false;
        Killed();
    }

    public void Pause(Duration length)
    {
        pausedUntil = world.Now + length;
        world.Paused.Add(Name);
    }

    public override void Post(SendOrPostCallback d, object? state) => world.Soon(() => Run(d, state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Comes back in this process after so long, if it still lives.</summary>
    public Task DelayAsync(Duration wait)
    {
        var done = new TaskCompletionSource();
        world.In(wait, () => Post(_ => done.SetResult(), null));
        return done.Task;
    }

    /// <summary>Calls into this process from another one; the answer comes back there, or never.</summary>
    public Task<T> CallAsync<T>(Process caller, Func<Task<T>> work)
    {
        var answered = new TaskCompletionSource<T>();
        Post(
            async _ =>
            {
                try
                {
                    var result = await work();
                    caller.Post(_ => answered.TrySetResult(result), null);
                }
                catch (Exception e)
                {
                    caller.Post(_ => answered.TrySetException(e), null);
                }
            },
            null);
        return answered.Task;
    }

    private void Run(SendOrPostCallback callback, object? state)
    {
        if (!IsAlive)
            return;
        if (world.Now < pausedUntil)
        {
            world.At(pausedUntil, () => Run(callback, state));
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}

/// <summary>A process's own clock, which may be wrong. Waits on it last as long as they should: only its time of day is off.</summary>
public sealed class ProcessTime(World world, Process process) : TimeProvider
{
    public Duration Skew { get; set; }

    public Instant Now => world.Now + Skew;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OneShot();
        world.In(Duration.FromTimeSpan(dueTime), () => process.Post(
            _ =>
            {
                if (!timer.IsOver)
                    callback(state);
            },
            null));
        return timer;
    }

    private sealed class OneShot : ITimer
    {
        public bool IsOver { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => IsOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
