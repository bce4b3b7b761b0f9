using System.Diagnostics;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>What a weekly card costs: a team of ten with 500 open deals of 30 events each, read from SQLite, judged, compared and written as JSON.</summary>
internal static class DigestFigures
{
    private const int Deals = 500;
    private const int Reps = 10;
    private const int Rounds = 60;

    /// <summary>The first rounds measure the compiler.</summary>
    private const int WarmUp = 20;

    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(Path.Combine(folder, "digest.db"), sendsMail: false);
        var random = new Random(7);
        for (var number = 0; number < Deals; number++)
        {
            var deal = StallBench.Deal(number, random);
            var owned = (deal with { Facts = deal.Facts with { Owner = RepId.Parse(BenchHost.ObjectId(number % Reps)) } }).ToDocument(BenchHost.Tenant);
            await host.Store.BatchAsync(owned.Partition, [new DocumentWrite.Create(owned)], CancellationToken.None);
        }

        var reading = host.Services.GetRequiredService<DigestReading>();
        var took = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            var contents = await reading.ReadAsync(Channel(), Now, CancellationToken.None);
            DigestCard.Of(contents, rows: 7);
            if (round >= WarmUp)
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return
        [
            new("weekly card of a team with 500 open deals, with the read, p50", Figure.Ms(Figure.At(took, 0.5)), "200 ms"),
            new("the same, p99", Figure.Ms(Figure.At(took, 0.99)), "200 ms"),
        ];
    }

    private static ChannelDocument Channel() => new()
    {
        Tenant = BenchHost.Tenant,
        ChannelId = "19:bench@thread.tacv2",
        Place = new ConversationReference("https://smba.trafficmanager.net/emea/", "19:bench@thread.tacv2", "28:bot"),
        ZoneId = "Europe/Berlin",
        Day = IsoDayOfWeek.Monday,
        Time = new LocalTime(8, 0),
        Managers = [],
        NextAt = Now,
        Roster = [.. Enumerable.Range(0, Reps).Select(number => new RosterMember(BenchHost.ObjectId(number), $"29:{number}", $"Rep {number}", null, null))],
    };
}
