using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Deals;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>log</c>: posts a meeting to a running bot as a CRM would, signed.</summary>
public static class LogCommand
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Misused = 2;

    private static readonly Duration Length = Duration.FromMinutes(30);

    /// <param name="args">What stands after <c>log</c>.</param>
    /// <returns>0 when the bot took the meeting, 1 when it did not, 2 when the command was not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, IClock clock, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!LogOptions.TryParse(args, now, out var options, out var mistake))
        {
            await error.WriteLineAsync($"{mistake}\n{LogOptions.Usage}");
            return Misused;
        }

        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
            using var request = Request(options, now);
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var (code, line) = Told(options, response.StatusCode, body, now);
            await (code == Done ? output : error).WriteLineAsync(line);
            return code;
        }
        catch (HttpRequestException)
        {
            await error.WriteLineAsync($"No bot answers at {options.Url}. Start it with: dotnet run --project src/Bot");
            return Refused;
        }
        catch (JsonException)
        {
            await error.WriteLineAsync($"What answers at {options.Url} is not the bot.");
            return Refused;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync($"The bot at {options.Url} did not answer in time. Look at its output, then try again.");
            return Refused;
        }
    }

    private static HttpRequestMessage Request(LogOptions options, Instant now)
    {
        var body = Body(options);
        var (id, timestamp) = ($"log-{Guid.NewGuid():N}", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url, "/api/meetings")) { Content = content };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, options.Secret.Sign(id, timestamp, body));
        return request;
    }

    private static byte[] Body(LogOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", $"log-{Guid.NewGuid():N}");
            json.WriteNumber("revision", 0);
            WriteDeal(json, options);
            json.WriteString("rep", options.Rep.Value);
            WriteBuyers(json, options.Buyers);
            json.WriteString("kind", "video");
            json.WriteString("start", InstantPattern.ExtendedIso.Format(options.Ended - Length));
            json.WriteString("end", InstantPattern.ExtendedIso.Format(options.Ended));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteDeal(Utf8JsonWriter json, LogOptions options)
    {
        json.WriteStartObject("deal");
        json.WriteString("id", options.DealId);
        json.WriteString("name", options.Deal);
        if (options.Amount is { } amount)
            json.WriteNumber("amount", amount);
        json.WriteString("currency", options.Currency);
        json.WriteString("stage", options.Stage);
        json.WriteEndObject();
    }

    private static void WriteBuyers(Utf8JsonWriter json, IReadOnlyList<Buyer> buyers)
    {
        json.WriteStartArray("buyers");
        foreach (var buyer in buyers)
        {
            json.WriteStartObject();
            json.WriteString("name", buyer.Name);
            json.WriteString("role", buyer.Role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static (int Code, string Line) Told(LogOptions options, HttpStatusCode status, byte[] body, Instant now) => status switch
    {
        HttpStatusCode.Accepted or HttpStatusCode.OK => (Done, Success(options, JsonSerializer.Deserialize(body, FeedJson.Default.FeedAnswer), now)),
        HttpStatusCode.BadRequest => (Refused, WrongFields(JsonSerializer.Deserialize(body, FeedJson.Default.FeedProblem))),
        HttpStatusCode.Unauthorized => (Refused,
            $"The bot at {options.Url} did not accept the signature. Give one of its secrets with --secret; the default one works in Development only, and the two clocks must agree within 5 minutes."),
        HttpStatusCode.NotFound => (Refused, $"The bot at {options.Url} has no feed. Configure a source under Feed:Sources (docs/feed.md)."),
        _ => (Refused, $"The bot at {options.Url} answered {(int)status}. Look at its output, then try again."),
    };

    private static string Success(LogOptions options, FeedAnswer? answer, Instant now)
    {
        if (answer?.ReminderDue is not { } text || InstantPattern.ExtendedIso.Parse(text) is not { Success: true, Value: var due })
            return $"Logged the meeting on {options.Deal}. Nobody will be reminded of it.";
        var wait = due - now;
        var when = wait < Duration.FromSeconds(1) ? "at once"
            : wait < Duration.FromMinutes(2) ? $"in {(int)wait.TotalSeconds} s"
            : $"in {(long)wait.TotalMinutes} minutes";
        return $"Logged the meeting on {options.Deal}. {options.Rep} is reminded {when} ({InstantPattern.General.Format(due)}).";
    }

    private static string WrongFields(FeedProblem? problem) =>
        problem?.Errors is { } errors
            ? string.Join('\n', errors.Select(field => $"{field.Key} {string.Join(' ', field.Value)}"))
            : "The bot could not read the request.";
}
