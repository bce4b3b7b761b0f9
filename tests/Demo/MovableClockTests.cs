using FollowUpBot.Bot.Demo;
using NodaTime;

namespace FollowUpBot.Tests.Demo;

public sealed class MovableClockTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 15, 0);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly MovableClock clock = new(Start, patience: TimeSpan.FromSeconds(5));
    private readonly CancellationTokenSource stopping = new();

    [Fact]
    public async Task It_stands_still_until_it_is_moved()
    {
        Assert.Equal(Start, clock.GetCurrentInstant());
        await clock.AdvanceAsync(Duration.FromMinutes(3));
        Assert.Equal(Start + Duration.FromMinutes(3), clock.GetCurrentInstant());
        Assert.Equal(clock.GetCurrentInstant().ToDateTimeOffset(), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), clock.GetElapsedTime(Start.ToUnixTimeTicks()));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);
        await clock.AdvanceAsync(Duration.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        await clock.AdvanceAsync(Duration.FromSeconds(1));
        Assert.True(delay.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancelled_delay_does_not_fire()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock, stopping.Token);
        await stopping.CancelAsync();
        await clock.AdvanceAsync(Duration.FromMinutes(2));
        await Assert.ThrowsAsync<TaskCanceledException>(() => delay);
    }

    [Fact]
    public async Task A_time_out_fires()
    {
        using var timeOut = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
        await clock.AdvanceAsync(Duration.FromSeconds(10));
        Assert.True(timeOut.IsCancellationRequested);
    }

    [Fact]
    public async Task A_periodic_timer_ticks_with_every_move_past_its_period()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        for (var tick = 0; tick < 3; tick++)
        {
            var next = timer.WaitForNextTickAsync();
            Assert.False(next.IsCompleted);
            await clock.AdvanceAsync(Duration.FromTimeSpan(Interval));
            Assert.True(await next);
        }
    }

    [Fact]
    public async Task Timers_fire_in_order_and_each_at_its_own_moment()
    {
        var rung = new List<(int Minutes, Instant At)>();
        using var third = RingAfter(30, rung);
        using var first = RingAfter(10, rung);
        using var second = RingAfter(20, rung);
        using var never = RingAfter(61, rung);
        await clock.AdvanceAsync(Duration.FromHours(1));
        Assert.Equal([10, 20, 30], rung.Select(ring => ring.Minutes));
        Assert.All(rung, ring => Assert.Equal(Start + Duration.FromMinutes(ring.Minutes), ring.At));
    }

    [Fact]
    public async Task A_loop_runs_when_it_wakes_and_once_more_at_the_target_however_far_the_clock_jumps()
    {
        var runs = new List<Instant>();
        var worker = LoopAsync(() => runs.Add(clock.GetCurrentInstant()));
        clock.Workers = 1;
        await clock.AdvanceAsync(Duration.FromDays(7));
        Assert.Equal([Start, Start + Duration.FromTimeSpan(Interval), Start + Duration.FromDays(7)], runs);
        await StopAsync(worker);
    }

    [Fact]
    public async Task The_clock_moves_on_only_when_the_woken_worker_sleeps_again()
    {
        var work = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        var worker = LoopAsync(() => runs++, () => runs == 1 ? Task.CompletedTask : work.Task);
        clock.Workers = 1;
        var moving = clock.AdvanceAsync(Duration.FromSeconds(6));
        await Assert.ThrowsAsync<TimeoutException>(() => moving.WaitAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal(Start + Duration.FromTimeSpan(Interval), clock.GetCurrentInstant());
        work.SetResult();
        await moving;
        Assert.Equal(Start + Duration.FromSeconds(6), clock.GetCurrentInstant());
        await StopAsync(worker);
    }

    [Fact]
    public async Task Two_workers_run_one_after_the_other_in_the_order_of_their_waking()
    {
        var running = 0;
        var order = new List<string>();
        var slow = LoopAsync(() => order.Add("slow"), WorkAsync, seconds: 5);
        var quick = LoopAsync(() => order.Add("quick"), WorkAsync, seconds: 3);
        clock.Workers = 2;
        await clock.AllAsleepAsync();
        order.Clear();
        await clock.AdvanceAsync(Duration.FromMinutes(1));
        Assert.Equal(["quick", "slow", "quick", "slow"], order);
        await StopAsync(slow);
        await StopAsync(quick);

        async Task WorkAsync()
        {
            var others = Interlocked.Increment(ref running) - 1;
            await Task.Yield();
            Interlocked.Decrement(ref running);
            Assert.True(others == 0 || clock.GetCurrentInstant() == Start);
        }
    }

    [Fact]
    public async Task A_worker_that_does_not_go_back_to_sleep_is_named_in_the_error()
    {
        using var impatient = new MovableClock(Start, patience: TimeSpan.FromMilliseconds(50));
        var worker = Task.Delay(Interval, impatient);
        impatient.Workers = 1;
        var error = await Assert.ThrowsAsync<TimeoutException>(() => impatient.AdvanceAsync(Duration.FromMinutes(1)));
        Assert.Contains("only 0 of 1 workers sleep", error.Message, StringComparison.Ordinal);
        await worker;
    }

    [Fact]
    public async Task A_time_out_armed_during_work_is_not_taken_for_sleep()
    {
        var work = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        var worker = LoopAsync(() => runs++, async () =>
        {
            using var timeOut = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
            await (runs == 1 ? Task.CompletedTask : work.Task);
        });
        clock.Workers = 1;
        var moving = clock.AdvanceAsync(Duration.FromSeconds(5));
        await Assert.ThrowsAsync<TimeoutException>(() => moving.WaitAsync(TimeSpan.FromMilliseconds(50)));
        work.SetResult();
        await moving;
        await StopAsync(worker);
    }

    [Fact]
    public Task It_does_not_go_back() =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.AdvanceToAsync(Start - Duration.FromSeconds(1)));

    public void Dispose()
    {
        clock.Dispose();
        stopping.Dispose();
    }

    private ITimer RingAfter(int minutes, List<(int Minutes, Instant At)> rung) =>
        clock.CreateTimer(_ => rung.Add((minutes, clock.GetCurrentInstant())), null, TimeSpan.FromMinutes(minutes), Timeout.InfiniteTimeSpan);

    private async Task LoopAsync(Action run, Func<Task>? work = null, int seconds = 5)
    {
        while (!stopping.IsCancellationRequested)
        {
            run();
            await (work?.Invoke() ?? Task.CompletedTask);
            await Task.Delay(TimeSpan.FromSeconds(seconds), clock, stopping.Token);
        }
    }

    private async Task StopAsync(Task worker)
    {
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }
}
