using System.Diagnostics;
using System.Text.Json;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUpBot.Bench;

/// <summary>
/// Times every phrase of a file once warm, on text it has not seen in that form before, and the first call of the process. BenchmarkDotNet
/// repeats one text, which flatters caches; percentiles over many different texts are what a rep feels.
/// </summary>
internal static class Percentiles
{
    private const int Rounds = 40;
    private const int HostileRounds = 400;

    /// <summary>One JSON line: microseconds, bytes and milliseconds by name.</summary>
    public static void Print(string path, TextWriter output)
    {
        long start = Stopwatch.GetTimestamp();
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        double zoneMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        NextStepReader.Read("Tuesday at 3", new ReadingContext(Instant.FromUtc(2026, 3, 4, 15, 15), zone, "en-US"));
        double firstMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var phrases = File.ReadLines(path).Select(Parse).ToList();
        var times = new List<double>(phrases.Count);
        for (int round = 0; round < Rounds; round++) Round(phrases, round, times);
        var bytes = phrases.Select(BytesFor).Order().ToList();
        var figures = new Dictionary<string, double>
        {
            ["median_us"] = At(times, 0.5),
            ["p99_us"] = At(times, 0.99),
            ["first_ms"] = firstMs,
            ["zone_data_ms"] = zoneMs,
            ["median_bytes"] = bytes[bytes.Count / 2],
            ["hostile_ms"] = Hostile().Max(),
        };
        output.WriteLine(JsonSerializer.Serialize(figures));
    }

    /// <summary>The last rounds count; for each phrase its fastest of them, so that the machine's other work is left out.</summary>
    private static void Round(List<(string Text, ReadingContext Context)> phrases, int round, List<double> times)
    {
        for (int i = 0; i < phrases.Count; i++)
        {
            string text = phrases[i].Text + new string(' ', round % 7);
            long start = Stopwatch.GetTimestamp();
            NextStepReader.Read(text, phrases[i].Context);
            double us = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (round < Rounds / 2) continue;
            if (times.Count <= i) times.Add(us);
            else times[i] = Math.Min(times[i], us);
        }
    }

    private static double At(List<double> times, double quantile) => times.Order().ElementAt((int)(times.Count * quantile));

    private static IEnumerable<double> Hostile()
    {
        var context = new ReadingContext(Instant.FromUtc(2026, 3, 4, 15, 15), DateTimeZoneProviders.Tzdb["America/New_York"], "en-US");
        foreach (string piece in new[] { "12/12/12/", "1 ", "tuesdxy ", "next ", "in 2 ", "w/c ", "1:", "a@b", "from 3 to ", "Tuesday or ", "1st ", "9-5 " })
        {
            string text = string.Concat(Enumerable.Repeat(piece, 4000))[..4000];
            double best = double.MaxValue;
            for (int i = 0; i < HostileRounds; i++)
            {
                long start = Stopwatch.GetTimestamp();
                NextStepReader.Read(text, context);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            yield return best;
        }
    }

    private static long BytesFor((string Text, ReadingContext Context) phrase)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        NextStepReader.Read(phrase.Text, phrase.Context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (string Text, ReadingContext Context) Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var now = DateTimeOffset.Parse(row.GetProperty("reference").GetString() ?? "", null).ToInstant();
        var zone = DateTimeZoneProviders.Tzdb[row.GetProperty("zone").GetString() ?? "UTC"];
        return (row.GetProperty("text").GetString() ?? "", new ReadingContext(now, zone, row.GetProperty("locale").GetString() ?? "en-US"));
    }
}
