using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FollowUpBot.Tests.Hygiene;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Kills;

/// <summary>
/// A few runs each time; <c>KILL_RUNS=40 dotnet test --filter category=kill</c> makes 40 a store, and
/// <c>KILL_SEED=17</c> plays one again. <c>KILL_BOT</c> names the published bot's assembly; by default it is the one built beside the tests.
/// The counts go to artifacts/proofs.
/// </summary>
public abstract class KillRunTests(ITestOutputHelper output, string store)
{
    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("KILL_RUNS") ?? "3", CultureInfo.InvariantCulture);

    /// <summary>A run waits for the disk and for other processes about half its time.</summary>
    private const int AtOnce = 2;

    private static int? Seed =>
        Environment.GetEnvironmentVariable("KILL_SEED") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    [Fact]
    [Trait("category", "kill")]
    [Trait("row", "FM1")]
    [Trait("row", "FM2")]
    [Trait("row", "FM10")]
    [Trait("row", "FM11")]
    [Trait("row", "FM12")]
    [Trait("row", "FM13")]
    [Trait("row", "FM31")]
    [Trait("row", "FM32")]
    public async Task A_kill_at_any_request_loses_nothing_and_sends_nothing_twice()
    {
        var watch = Stopwatch.StartNew();
        var played = new ConcurrentBag<KillOutcome>();
        await Parallel.ForEachAsync(
            Seed is { } one ? [one] : Enumerable.Range(0, Runs),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (seed, _) => played.Add(await KillRun.PlayAsync(seed, onCosmos: store == "Cosmos")));
        List<KillOutcome> outcomes = [.. played.OrderBy(outcome => outcome.Seed)];
        Report(outcomes, watch.Elapsed);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsClean, outcome.ToString()));
    }

    [Fact]
    [Trait("category", "kill")]
    [Trait("row", "FM40")]
    public async Task Asked_to_stop_while_it_sends_it_leaves_nothing_uncertain_and_loses_nothing()
    {
        var outcome = await KillRun.PlayAsync(seed: 1, KillPhase.Stopping, onCosmos: store == "Cosmos");
        Assert.True(outcome.IsClean, outcome.ToString());
        Assert.Equal((12, 0), (outcome.Posts, outcome.Uncertain));
    }

    private void Report(List<KillOutcome> outcomes, TimeSpan took)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{store}: {outcomes.Count} kills in {took.TotalSeconds:0} s; {outcomes.Sum(outcome => outcome.Posts)} posts, {outcomes.Sum(outcome => outcome.Uncertain)} uncertain; lost {outcomes.Sum(outcome => outcome.Lost.Count)}, twice {outcomes.Sum(outcome => outcome.Twice.Count)}, answers lost {outcomes.Sum(outcome => outcome.AnswersLost.Count)}");
        var points = outcomes.CountBy(outcome => outcome.Point).OrderBy(point => point.Key, StringComparer.Ordinal).Select(point => $"  {point.Value,3}  {point.Key}");
        var report = string.Join('\n', points.Prepend(line));
        output.WriteLine(report);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "proofs"));
        File.WriteAllText(Path.Combine(folder.FullName, $"kill-{store}.txt"), report + "\n");
    }
}

public sealed class SqliteKillRunTests(ITestOutputHelper output) : KillRunTests(output, "SQLite");

public sealed class CosmosKillRunTests(ITestOutputHelper output) : KillRunTests(output, "Cosmos");
