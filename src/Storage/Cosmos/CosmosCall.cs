namespace FollowUpBot.Storage.Cosmos;

/// <summary>One call of the port: tries until it has an answer or its time is over.</summary>
/// <remarks>
/// The SDK's own time-outs are 65 s a try and cannot be lowered in Gateway mode, so that a token ends each try. One try has less than the
/// whole time, because a write without an answer needs a second request to be settled.
/// </remarks>
internal sealed class CosmosCall(TimeProvider time, TimeSpan budget, string store)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <exception cref="StoreUnavailableException">The time is over, or the service refuses for a reason that will not pass.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = budget - time.GetElapsedTime(started);
            CosmosFault fault;
            try
            {
                return await LimitedAsync(attempt, TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, budget.Ticks * 2 / 5)), cancellationToken);
            }
            catch (Exception e) when (CosmosFault.From(e) is { } found)
            {
                cancellationToken.ThrowIfCancellationRequested();
                fault = found;
            }

            var wait = fault.RetryAfter ?? Jittered(tries);
            if (!fault.IsTransient || time.GetElapsedTime(started) + wait >= budget)
                throw new StoreUnavailableException($"The store {store} does not do its work: {fault.Message}.", fault);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> attempt, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        return await attempt(either.Token);
    }

    /// <summary>Between half and all of a wait that doubles, so that callers who failed together do not come back together.</summary>
    private static TimeSpan Jittered(int tries)
    {
        var longest = Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(tries, 10));
        return TimeSpan.FromTicks((longest / 2) + Random.Shared.NextInt64(longest / 2));
    }
}
