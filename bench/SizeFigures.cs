using System.Diagnostics;
using System.Globalization;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>The same work on stores of several sizes, each opened anew, and what the larger ones take beside the smallest.</summary>
internal static class SizeFigures
{
    private const int Operations = 1_000;
    private const int DealsOfATeam = 500;
    private const int DealsOfARep = 50;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder, int[] sizes)
    {
        var measured = new List<(int Size, Times Times)>();
        foreach (var size in sizes)
        {
            var path = Path.Combine(folder, $"size-{size}.db");
            await using (var host = await BenchHost.StartAsync(path, sendsMail: false))
                await FillAsync(host, size);
            await using var reopened = await BenchHost.StartAsync(path, sendsMail: false);
            measured.Add((size, await MeasureAsync(reopened, size)));
            File.Delete(path);
        }

        return [.. Rows("an intake", measured, times => times.Intake), .. Rows("an answer", measured, times => times.Answer), .. Rows("a look for what is due", measured, times => times.Due), Digest(measured)];
    }

    private static IEnumerable<Figure> Rows(string what, List<(int Size, Times Times)> measured, Func<Times, List<double>> of)
    {
        var smallest = Figure.At(of(measured[0].Times), 0.5);
        foreach (var (size, times) in measured)
        {
            var (median, p99) = (Figure.At(of(times), 0.5), Figure.At(of(times), 0.99));
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"{what} at {size:N0} open deals, median and p99"),
                string.Create(CultureInfo.InvariantCulture, $"{median:0.00} ms, {p99:0.00} ms ({median / smallest:0.00}×)"),
                size == measured[0].Size ? "" : "2×");
        }
    }

    private static Figure Digest(List<(int Size, Times Times)> measured) => new(
        "digest of a team with 500 open deals, in the largest store, p50", Figure.Ms(Figure.At(measured[^1].Times.Digest, 0.5)), "200 ms");

    private static async Task FillAsync(BenchHost host, int size)
    {
        for (var rep = 0; rep <= size / DealsOfARep; rep++)
            await host.Store.BatchAsync(host.Person(BenchHost.Tenant, rep).Partition, [new DocumentWrite.Create(host.Person(BenchHost.Tenant, rep))], CancellationToken.None);
        foreach (var some in Enumerable.Range(0, size).Chunk(200))
        {
            await Task.WhenAll(some.Select(number =>
            {
                var (partition, writes, _) = BenchHost.Deal(BenchHost.Tenant, number, number / DealsOfARep, Delivery.Schedule(Instant.FromUtc(2026, 3, 2, 10, 0)).Arrived("1"));
                return host.Store.BatchAsync(partition, writes, CancellationToken.None);
            }));
        }
    }

    private static async Task<Times> MeasureAsync(BenchHost host, int size)
    {
        var random = new Random(20260302);
        var times = new Times([], [], [], []);
        for (var i = -50; i < Operations; i++)
        {
            var number = random.Next(size);
            Add(times.Intake, i, await TimeAsync(() => LogAsync(host, number, i)));
            Add(times.Answer, i, await TimeAsync(() => AnswerAsync(host, number)));
            Add(times.Due, i, await TimeAsync(() => host.Store.DueAsync(Instant.FromUtc(2026, 3, 2, 9, 0), 100, CancellationToken.None)));
        }

        for (var i = -2; i < 10; i++)
            Add(times.Digest, i, await TimeAsync(() => DigestAsync(host)));
        return times;
    }

    private static void Add(List<double> times, int number, double ms)
    {
        if (number >= 0)
            times.Add(ms);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>A further meeting of a deal that is there.</summary>
    private static Task<IntakeAnswer> LogAsync(BenchHost host, int number, int again)
    {
        var (_, _, reminder) = BenchHost.Deal(BenchHost.Tenant, number, number / DealsOfARep, Delivery.Schedule(Instant.MinValue));
        var facts = new DealFacts($"Deal {number}.", reminder.Meeting.Rep, DealStatus.Open, 1, 42000, "EUR", "Proposal", CloseOn: null, Link: null);
        var meeting = reminder.Meeting with { Id = $"again-{number}-{again}" };
        var delivery = new FeedDelivery(BenchHost.Tenant, "crm", meeting.Id);
        return host.Services.GetRequiredService<Intake>().LogAsync(delivery, facts, meeting, Instant.FromUtc(2026, 3, 2, 9, 40), CancellationToken.None);
    }

    private static async Task AnswerAsync(BenchHost host, int number)
    {
        var ledger = host.Services.GetRequiredService<FollowUpLedger>();
        var person = await host.Store.FindAsync(
            Keys.PersonPartition(BenchHost.Tenant, BenchHost.ObjectId(number / DealsOfARep)), Keys.Person, BotJson.Default.PersonDocument, CancellationToken.None);
        var hand = new Hand(person?.Value ?? throw new InvalidOperationException("No such rep."), Instant.FromUtc(2026, 3, 2, 11, 0), MessageId: null);
        var opened = await ledger.OpenAsync(BenchHost.Tenant, new ReminderPointer($"d-{number}", Keys.Reminder($"m-{number}")), CancellationToken.None);
        if (opened is null)
            throw new InvalidOperationException("No such follow-up.");
        var form = new CaptureForm("They want out of spreadsheets", UrgencyLevel.High, "audit", "Demo, Tuesday at 3");
        var turn = await ledger.TurnAsync(opened, hand, context => Interview.Submit(opened.Reminder.Value.Interview, form, context));
        await ledger.TakeAsync(opened, turn, hand, CancellationToken.None);
    }

    private static async Task DigestAsync(BenchHost host)
    {
        var channel = new ChannelDocument
        {
            Tenant = BenchHost.Tenant,
            ChannelId = "c",
            TeamId = null,
            Place = new("http://127.0.0.1/", "19:c", "28:bot"),
            ZoneId = "Europe/Berlin",
            Day = IsoDayOfWeek.Monday,
            Time = LocalTime.Noon,
            Managers = [],
            Roster = [.. Enumerable.Range(0, DealsOfATeam / DealsOfARep).Select(rep => new RosterMember(BenchHost.ObjectId(rep), $"29:{rep}", $"Rep {rep}", null, null))],
            NextAt = Instant.MaxValue,
        };
        var contents = await host.Services.GetRequiredService<DigestReading>().ReadAsync(channel, Instant.FromUtc(2026, 3, 9, 7, 0), CancellationToken.None);
        DigestCard.Of(contents, rows: 7);
    }

    private sealed record Times(List<double> Intake, List<double> Answer, List<double> Due, List<double> Digest);
}
