using System.Diagnostics;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

/// <summary>What a reading costs. Times are measured by bench/; here only memory and the shape of growth, which no busy machine blurs.</summary>
[Collection(nameof(CostTests))]
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public class CostTests(ITestOutputHelper output)
{
    private static readonly ReadingContext Context = Say.At("2026-03-04T10:15", "America/New_York");

    public static TheoryData<string> HostilePieces =>
    [
        "1/", "12/12/12/", "9-", "1 ", "1:", "1.", "tuesdxy ", "a@b", "at at at ", "from 3 to ", "Tuesday or ", "next ", "(", "the ", "in 2 ",
        "3pm-", "\u200B", "２", "tomorrow\n", "half past ", "monday.com ", "http://", "&nbsp;", "first ", "w/c ", "mid-", "-", "a.m. ", "'s",
        "10, 11 or ", "moved from 3 to ", "2 or 3 ", "3 ET ", "sent for ", "last day of ", "3-18-", "week from ", "2pm ET, ", "quarter of an ",
    ];

    [Fact]
    public void A_phrase_takes_at_most_one_kibibyte()
    {
        var phrases = LabelledPhrase.All;
        foreach (var phrase in phrases) NextStepReader.Read(phrase.Text, phrase.Context);
        var bytes = phrases.Select(BytesFor).Order().ToList();
        long median = bytes[bytes.Count / 2];
        output.WriteLine($"allocation a phrase: median {median} bytes, p99 {bytes[bytes.Count * 99 / 100]} bytes (median at most 1024)");
        Assert.True(median <= 1024);
    }

    [Theory]
    [MemberData(nameof(HostilePieces))]
    [Trait("row", "SEC45")]
    public void Reading_grows_no_faster_than_the_text(string piece)
    {
        // A busy machine stretches single runs, so the fastest of up to ten batches counts.
        double small = double.MaxValue, large = double.MaxValue;
        for (int batch = 0; batch < 10 && (batch == 0 || large >= (small * 8 * 3) + 0.5); batch++)
        {
            small = Math.Min(small, FastestOf(Repeat(piece, 500)));
            large = Math.Min(large, FastestOf(Repeat(piece, 4_000)));
        }

        output.WriteLine($"'{piece}': 500 characters {small:0.000} ms, 4,000 characters {large:0.000} ms");
        Assert.True(large < (small * 8 * 3) + 0.5, $"{small} ms grew to {large} ms for eight times the text");
    }

    private static long BytesFor(LabelledPhrase phrase)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        NextStepReader.Read(phrase.Text, phrase.Context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

    private static double FastestOf(string text)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 60; i++)
        {
            long start = Stopwatch.GetTimestamp();
            NextStepReader.Read(text, Context);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
