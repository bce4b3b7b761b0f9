using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Meetings;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Scenarios;

/// <summary>What came back from the feed.</summary>
public sealed record FeedReply(int Status, JsonNode? Body)
{
    /// <summary>The body when it is no JSON.</summary>
    public string? Text { get; init; }

    public string? RetryAfter { get; init; }

    public Instant? ReminderDue => Body?["reminderDue"]?.GetValue<string>() is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
}

/// <summary>A CRM that signs what it posts.</summary>
public sealed class Crm(Func<Uri> bot, IClock clock)
{
    public const string Secret = "whsec_c2NlbmFyaW8tdGVzdHMtb25seS1zZWNyZXQ=";

    private static readonly HttpClient Http = new();

    private int deliveries;

    /// <summary>A video meeting with Dana at Contoso that Rosa held from 9:00 to 9:30 in Berlin today; change what matters.</summary>
    public static JsonObject Meeting(string rep, Action<JsonObject>? change = null)
    {
        var meeting = new JsonObject
        {
            ["id"] = "m-1",
            ["revision"] = 1,
            ["deal"] = new JsonObject
            {
                ["id"] = "contoso",
                ["name"] = "Contoso renewal",
                ["amount"] = 42000,
                ["currency"] = "EUR",
                ["stage"] = "Discovery",
            },
            ["rep"] = rep,
            ["buyers"] = new JsonArray(new JsonObject { ["name"] = "Dana Reed", ["role"] = "CFO" }),
            ["kind"] = "video",
            ["start"] = "2026-12-01T09:00:00+01:00",
            ["end"] = "2026-12-01T09:30:00+01:00",
            ["title"] = "Renewal call",
        };
        change?.Invoke(meeting);
        return meeting;
    }

    public Task<FeedReply> LogsAsync(JsonObject meeting, string? deliveryId = null, string secret = Secret) =>
        SendAsync(HttpMethod.Post, "api/meetings", meeting, deliveryId, secret);

    public Task<FeedReply> PutsDealAsync(string id, JsonObject deal) => SendAsync(HttpMethod.Put, $"api/deals/{id}", deal, deliveryId: null, Secret);

    public Task<FeedReply> LogsTouchAsync(JsonObject touch) => SendAsync(HttpMethod.Post, "api/activities", touch, deliveryId: null, Secret);

    private async Task<FeedReply> SendAsync(HttpMethod method, string path, JsonObject body, string? deliveryId, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var id = deliveryId ?? $"msg_{Interlocked.Increment(ref deliveries)}";
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(method, new Uri(bot(), path)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSecret.Parse(secret).Sign(id, timestamp, bytes));
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
        return new FeedReply((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null)
        {
            Text = isJson ? null : text,
            RetryAfter = response.Headers.RetryAfter?.ToString(),
        };
    }
}
