using System.Diagnostics;

namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>What a range of seeds came to, in numbers that can be printed.</summary>
public sealed record Report(int Seeds, TimeSpan Took, int Posts, IReadOnlyDictionary<Fault, int> Faults, int FewestFaults, IReadOnlyList<Outcome> Broken)
{
    /// <summary>Runs a range of seeds on all cores; soon after the first that breaks an invariant, no more are begun.</summary>
    public static Report Of(int from, int to)
    {
        var clock = Stopwatch.StartNew();
        var gate = new Lock();
        var broken = new List<Outcome>();
        var faults = new Dictionary<Fault, int>();
        var (seeds, posts, fewest) = (0, 0, int.MaxValue);
        Parallel.For(from, to + 1, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seed, loop) =>
        {
            var outcome = Simulation.Run(seed);
            lock (gate)
            {
                foreach (var (fault, count) in outcome.Faults)
                    faults[fault] = faults.GetValueOrDefault(fault) + count;
                (seeds, posts, fewest) = (seeds + 1, posts + outcome.Posts, Math.Min(fewest, outcome.Faults.Values.Sum()));
                if (outcome.Broken.Count > 0)
                    broken.Add(outcome);
            }

            if (outcome.Broken.Count > 0)
                loop.Break();
        });
        return new Report(seeds, clock.Elapsed, posts, faults, fewest, [.. broken.OrderBy(outcome => outcome.Seed)]);
    }

    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"simulation: {Seeds} seeds in {Took.TotalSeconds:0.0} s, 3 replicas, {Posts} posts, {Faults.Values.Sum()} faults (at least {FewestFaults} a seed)";
        yield return "  " + string.Join(", ", Faults.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value}"));
        foreach (var outcome in Broken)
            yield return $"seed {outcome.Seed}: {string.Join("; ", outcome.Broken)}\n  its story: dotnet run --project tests/Proofs/hunt -- {outcome.Seed}";
    }
}
