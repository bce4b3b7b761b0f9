using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>What a turn costs beside the store: reading an activity of 20 KB, and making and writing the largest card.</summary>
internal static class ChannelBenchmark
{
    private const int ActivityBytes = 20 * 1024;
    private const int Rounds = 4000;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 7, 0);

    /// <summary>A Markdown table.</summary>
    /// <param name="page">The page whose table of the channel becomes this one; null for none.</param>
    public static void Print(TextWriter output, string? page)
    {
        var activity = Activity();
        var contents = Stalled();
        byte[] Card() => JsonSerializer.SerializeToUtf8Bytes(Message.Of(DigestCard.Of(contents, rows: 15), DigestCard.Title(contents)), TeamsJson.Wire.Activity);
        var table = string.Create(CultureInfo.InvariantCulture, $"""
            | | ours | at most |
            |---|---|---|
            | reading an activity of {activity.Length / 1024} KB | {Median(() => ActivityReader.Parse(activity)):0} µs | 100 µs |
            | making and writing the largest card (a digest of 15 deals, {Card().Length / 1024} KB) | {Median(Card):0} µs | 200 µs |
            """);
        output.WriteLine(table);
        if (page is not null)
            Tables.Write(page, "channel", table);
    }

    /// <summary>After a warm-up of the same length.</summary>
    private static double Median(Func<object?> work)
    {
        var times = new List<double>(Rounds);
        for (int round = 0; round < 2 * Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            if (round >= Rounds) times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        times.Sort();
        return times[Rounds / 2];
    }

    /// <summary>A press on a card with long answers, as Teams writes it.</summary>
    private static byte[] Activity()
    {
        var data = new JsonObject { ["deal"] = "contoso-renewal", ["reminder"] = "reminder:meeting-118", ["version"] = "1" };
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = "f:1700000000002",
            ["timestamp"] = "2026-03-09T07:00:00.123Z",
            ["serviceUrl"] = "https://smba.trafficmanager.net/emea/",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:rep", ["name"] = "Lee", ["aadObjectId"] = "1fa3d8c2-5b8e-4c0a-9a53-0c4e7f6b2d11" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:rep", ["conversationType"] = "personal", ["tenantId"] = "5f0e8c1a-92b4-4c6f-8d3a-71c2b9e4a001" },
            ["value"] = new JsonObject { ["trigger"] = "manual", ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "save", ["data"] = data } },
        };
        for (int field = 0; Encoding.UTF8.GetByteCount(activity.ToJsonString()) < ActivityBytes; field++)
            data[$"field{field}"] = "They want out of spreadsheets before the auditors come back in April; nobody could explain the figures.";
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private static DigestContents Stalled()
    {
        var calendar = WorkingCalendar.Usual(Zone);
        var rows = Enumerable.Range(0, 15)
            .Select(n => Deal.New(
                $"deal-{n}",
                new DealFacts($"Tailspin rollout {n} in the warehouses of the northern region", RepId.Parse("meganb@example.com"), DealStatus.Open, 1, 42_000 + n, "EUR", "Proposal", null, null),
                Now - Duration.FromDays(60)) with
            { LastMeetingAt = Now - Duration.FromDays(30 + n) })
            .Select(deal => StallJudge.Judge(deal, new StallSettings(), calendar, Now))
            .OfType<StalledDeal>()
            .Select(stalled => new DigestRow(stalled, "Megan Bowen"))
            .ToList();
        return new DigestContents(rows, Now, Zone);
    }
}
