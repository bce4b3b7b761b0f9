using BenchmarkDotNet.Attributes;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>The recogniser on a few typical answers and on the text that stops others.</summary>
[InProcess]
[MemoryDiagnoser]
public class NextStepBenchmark
{
    private readonly ReadingContext _context = new(
        Instant.FromUtc(2026, 3, 4, 15, 15), DateTimeZoneProviders.Tzdb["America/New_York"], "en-US");

    [Params("Tuesday at 3", "Sent contract on 3/2. Legal review call 3/10 at 11am ET.", "they'll get back to me", Hostile)]
    public string Text { get; set; } = "";

    private const string Hostile = "4,000 hostile characters";
    private string _text = "";

    [GlobalSetup]
    public void Fill() => _text = Text == Hostile ? string.Concat(Enumerable.Repeat("12/12/12/", 445))[..4000] : Text;

    [Benchmark]
    public Reading Read() => NextStepReader.Read(_text, _context);
}
