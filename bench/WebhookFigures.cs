using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bench;

/// <summary>
/// Signed deliveries over HTTP at a fixed rate, whether or not the ones before were answered. Each time is counted from the moment at which
/// the delivery was due to be sent, so that a slow answer delays nobody's clock (no coordinated omission).
/// </summary>
internal static class WebhookFigures
{
    private const int Seconds = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder)
    {
        await using var host = await BenchHost.StartAsync(Path.Combine(folder, "webhook.db"), sendsMail: false);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = host.Address };
        await SendAsync(http, rate: 100, first: 0);
        var (calm, calmTaken) = await SendAsync(http, rate: 200, first: 100_000);
        var (busy, busyTaken) = await SendAsync(http, rate: 500, first: 200_000);
        var stored = await StoredAsync(host.Store, 200_000, 500 * Seconds);
        return
        [
            new("webhook, durable answer at 200/s, p50", Figure.Ms(Figure.At(calm, 0.5)), ""),
            new("webhook, durable answer at 200/s, p99", Figure.Ms(Figure.At(calm, 0.99)), "50 ms"),
            new("webhook at 200/s, taken of sent", string.Create(CultureInfo.InvariantCulture, $"{calmTaken} of {200 * Seconds}"), "all"),
            new("webhook at 500/s, p99", Figure.Ms(Figure.At(busy, 0.99)), ""),
            new("webhook at 500/s, taken and stored of sent", string.Create(CultureInfo.InvariantCulture, $"{busyTaken} and {stored} of {500 * Seconds}"), "all"),
        ];
    }

    private static async Task<(IReadOnlyCollection<double> Ms, int Taken)> SendAsync(HttpClient http, int rate, int first)
    {
        var times = new ConcurrentBag<double>();
        var taken = 0;
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task>();
        for (var i = 0; i < rate * Seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            if (due - Stopwatch.GetElapsedTime(begun) is { TotalMilliseconds: > 1 } wait)
                await Task.Delay(wait, TimeProvider.System);
            var number = first + i;
            sending.Add(Task.Run(async () =>
            {
                using var request = Request(number);
                using var response = await http.SendAsync(request);
                times.Add((Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds);
                if (response.IsSuccessStatusCode)
                    Interlocked.Increment(ref taken);
            }));
        }

        await Task.WhenAll(sending);
        return (times, taken);
    }

    private static HttpRequestMessage Request(int number)
    {
        var body = Encoding.UTF8.GetBytes($$"""
            {"id":"m-{{number}}","revision":1,"deal":{"id":"d-{{number}}","name":"Deal {{number}}.","amount":42000,"currency":"EUR"},
            "rep":"{{BenchHost.ObjectId(1)}}","kind":"video","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:30:00Z"}
            """);
        var timestamp = SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "api/meetings") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.IdHeader, $"msg-{number}");
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSecret.Development.Sign($"msg-{number}", timestamp, body));
        return request;
    }

    private static async Task<int> StoredAsync(IDocumentStore store, int first, int count)
    {
        var stored = 0;
        for (var number = first; number < first + count; number++)
            stored += await store.GetAsync(Keys.DealPartition(BenchHost.Tenant, $"d-{number}"), Keys.Meeting($"m-{number}"), CancellationToken.None) is null ? 0 : 1;
        return stored;
    }
}
