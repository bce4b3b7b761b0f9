using System.Globalization;
using FollowUpBot.Tests.Proofs.Simulation;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Proofs;

/// <summary>Thousands of seeds of the deterministic simulation; <c>SIMULATION_SEEDS=20000</c> runs so many.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int UsualSeeds = 2000;

    [Fact]
    [Trait("row", "FM12")]
    [Trait("row", "FM13")]
    [Trait("row", "FM17")]
    [Trait("row", "FM18")]
    [Trait("row", "FM26")]
    [Trait("row", "FM27")]
    [Trait("row", "FM28")]
    public void No_seed_breaks_a_promise()
    {
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEEDS"), CultureInfo.InvariantCulture, out var many) ? many : UsualSeeds;
        var report = Report.Of(1, seeds);
        output.WriteLine(report.ToString());
        Console.WriteLine(report);
        Assert.True(report.Broken.Count == 0, report.ToString());
        Assert.True(report.FewestFaults >= 5, report.ToString());
        Assert.All(Enum.GetValues<Fault>(), fault => Assert.Contains(fault, report.Faults.Keys));
    }

    [Fact]
    public void The_same_seed_tells_the_same_story() =>
        Assert.Equal(Simulation.Simulation.Run(7).Trace, Simulation.Simulation.Run(7).Trace);
}
