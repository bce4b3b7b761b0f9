using BenchmarkDotNet.Attributes;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Outcomes;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>The readers of the talk on one short message and on 4,000 characters; each may take 5 ms.</summary>
[MemoryDiagnoser]
public class TalkBenchmark
{
    private const string Message = "Tyre sheets are on cardboard, pretty urgent, lease ends 30 June. Demo with Lars Tuesday at 3. ";

    private readonly ReadingContext _context = new(
        Instant.FromUtc(2026, 3, 4, 15, 15), DateTimeZoneProviders.Tzdb["America/New_York"], "en-US");

    private string _text = "";

    [Params(94, 4000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Fill() => _text = string.Concat(Enumerable.Repeat(Message, 50))[..Characters];

    [Benchmark]
    public ReasonGrade Reason() => ReasonGrader.Grade(_text);

    [Benchmark]
    public IReadOnlyList<ContactFinding> Contact() => ContactCheck.Read(_text);

    [Benchmark]
    public OutcomeReading Outcome() => OutcomeReader.Read(_text);

    [Benchmark]
    public Capture Capture() => CaptureReader.Read(_text, _context);
}
