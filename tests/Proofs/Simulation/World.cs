using NodaTime;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>
/// Time and order for one simulated run: one thread, one random source, no real clock. What is ready runs in order; when nothing is,
/// time jumps to the next moment at which something happens. The same seed gives the same run.
/// </summary>
public sealed class World(int seed, Instant start) : IClock
{
    private const int MostSteps = 2_000_000;

    private readonly Queue<Action> ready = [];
    private readonly PriorityQueue<Action, (Instant At, long Order)> later = new();
    private readonly List<string> trace = [];
    private long order;
    private int steps;

    public Random Random { get; } = new(seed);

    public Instant Now { get; private set; } = start;

    public Instant StartedAt { get; } = start;

    public IReadOnlyList<string> Trace => trace;

    /// <summary>Processes that stood still for a while. What they held back goes out at once when they wake; no pace can prevent it.</summary>
    public HashSet<string> Paused { get; } = [];

    public Instant GetCurrentInstant() => Now;

    public void Say(string what) => trace.Add($"{(Now - StartedAt).ToTimeSpan():d\\.hh\\:mm\\:ss\\.fff}  {what}");

    public void Soon(Action action) => ready.Enqueue(action);

    public void At(Instant moment, Action action) => later.Enqueue(action, (moment, order++));

    public void In(Duration wait, Action action) => At(Now + wait, action);

    public bool Chance(double of) => Random.NextDouble() < of;

    public Duration Between(double fromSeconds, double toSeconds) =>
        Duration.FromSeconds(fromSeconds + (Random.NextDouble() * (toSeconds - fromSeconds)));

    public T One<T>(IReadOnlyList<T> of) => of[Random.Next(of.Count)];

    /// <summary>Runs until that moment. <paramref name="nextPoll"/> is asked, when nothing is ready, for work that waits for no timer.</summary>
    public void RunUntil(Instant end, Func<(Instant At, Action Run)?> nextPoll)
    {
        while (true)
        {
            while (ready.TryDequeue(out var action))
                Step(action);
            var timer = later.TryPeek(out _, out var first) ? first.At : Instant.MaxValue;
            var poll = nextPoll();
            if (Instant.Min(timer, poll?.At ?? Instant.MaxValue) > end)
                break;
            if (poll is { } due && due.At < timer)
            {
                Now = Instant.Max(Now, due.At);
                Step(due.Run);
            }
            else
            {
                Now = Instant.Max(Now, timer);
                Step(later.Dequeue());
            }
        }

        Now = end;
    }

    private void Step(Action action)
    {
        if (++steps > MostSteps)
            throw new InvalidOperationException($"Seed {seed} does not come to rest.");
        action();
    }
}
