using System.Diagnostics;
using FollowUpBot.Tests.Proofs.Year;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Proofs;

/// <summary>Four weeks of 50 reps; <c>SIMULATION_YEAR=1 dotnet test --filter YearTests</c> runs 52 weeks of 200.</summary>
public sealed class YearTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("row", "C2")]
    [Trait("row", "C4")]
    [Trait("row", "C5")]
    public async Task Nobody_is_written_to_in_quiet_hours_or_over_the_budget_and_every_meeting_is_asked_about_once_or_it_is_known_why_not()
    {
        var isFull = Environment.GetEnvironmentVariable("SIMULATION_YEAR") == "1";
        var watch = Stopwatch.StartNew();

        var year = await YearOfReps.RunAsync(isFull ? 200 : 50, isFull ? 52 : 4, seed: 1);

        var told = $"{year.Meetings} meetings, {year.Messages} messages unasked, {year.Explained} waiting with a reason at the end, {watch.Elapsed.TotalSeconds:0.0} s";
        output.WriteLine(told);
        Console.WriteLine($"year of reps: {told}");
        Assert.True(year.Meetings > 1000, told);
        Assert.True(year.Broken.Count == 0, $"{year.Broken.Count} of {told}:\n{string.Join('\n', year.Broken.Take(20))}");
    }
}
