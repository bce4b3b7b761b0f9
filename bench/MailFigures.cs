using System.Diagnostics;
using System.Globalization;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>How long after its moment a reminder is with the Connector, and what sending many costs ourselves.</summary>
internal static class MailFigures
{
    private const int Spread = 200;
    private const int Burst = 10_000;
    private const int Tenants = 500;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder) => [.. await LagAsync(folder), .. await BurstAsync(folder)];

    /// <summary>Ten reminders a second fall due, each for another rep.</summary>
    private static async Task<IReadOnlyList<Figure>> LagAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(Path.Combine(folder, "lag.db"), sendsMail: true);
        var first = SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(5);
        var due = Enumerable.Range(0, Spread).ToDictionary(i => i, i => first + Duration.FromMilliseconds(i * 100));
        foreach (var (number, at) in due)
        {
            await CreateAsync(host.Store, host.Person(BenchHost.Tenant, number));
            var (partition, writes, _) = BenchHost.Deal(BenchHost.Tenant, number, number, Delivery.Schedule(at));
            await host.Store.BatchAsync(partition, writes, CancellationToken.None);
        }

        await UntilAsync(host, Spread, TimeSpan.FromSeconds(90));
        var lag = due.Where(reminder => host.Accepted.ContainsKey(reminder.Key)).Select(reminder => (host.Accepted[reminder.Key] - reminder.Value).TotalMilliseconds).ToList();
        return
        [
            new("from due to accepted, no backlog, p50", Figure.Ms(Figure.At(lag, 0.5)), "1,000 ms"),
            new("from due to accepted, no backlog, p99", Figure.Ms(Figure.At(lag, 0.99)), "5,000 ms"),
        ];
    }

    /// <summary>Over so many tenants that no limit of the platform holds the mail back: what is left is our own work.</summary>
    private static async Task<IReadOnlyList<Figure>> BurstAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(Path.Combine(folder, "burst.db"), sendsMail: false);
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var number = 0; number < Burst; number++)
        {
            var tenant = $"tenant-{number % Tenants}";
            await CreateAsync(host.Store, host.Person(tenant, number));
            var (partition, writes, _) = BenchHost.Deal(tenant, number, number, Delivery.Schedule(now - Duration.FromMinutes(1)));
            await host.Store.BatchAsync(partition, writes, CancellationToken.None);
        }

        var run = host.Services.GetRequiredService<MailRun>();
        var begun = Stopwatch.GetTimestamp();
        while (host.Accepted.Count < Burst && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(10))
            await run.OnceAsync(SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun);
        return
        [
            new(
                "10,000 due at once, our own time a send (disk and loopback included)",
                string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds / Math.Max(host.Accepted.Count, 1):0.00} ms ({host.Accepted.Count:N0} sent)"),
                "2 ms"),
        ];
    }

    private static async Task UntilAsync(BenchHost host, int count, TimeSpan most)
    {
        var begun = Stopwatch.GetTimestamp();
        while (host.Accepted.Count < count && Stopwatch.GetElapsedTime(begun) < most)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
    }

    private static Task<BatchResult> CreateAsync(IDocumentStore store, Document document) =>
        store.BatchAsync(document.Partition, [new DocumentWrite.Create(document)], CancellationToken.None);
}
