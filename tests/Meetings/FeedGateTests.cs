using System.Net;
using System.Text.Json.Nodes;
using FollowUpBot.Bot.Meetings;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Tests.Meetings;

public sealed class FeedGateTests
{
    private static readonly byte[] Body = Payloads.Bytes(Payloads.Full);

    [Fact]
    public async Task A_signed_meeting_is_accepted_with_the_time_of_its_reminder()
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Body);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"result":"accepted","reminderDue":"2026-03-02T15:34:05Z"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(new FeedDelivery("tenant-a", "crm", Signed.Id), Assert.Single(server.Taken).Delivery);
    }

    [Fact]
    public async Task A_repeat_is_200_and_nobody_reminded_is_null()
    {
        await using var server = await FeedServer.StartAsync();
        server.Answer = () => new IntakeAnswer(IsRepeat: true, ReminderDue: null);

        using var response = await server.PostAsync(Body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"result":"repeat","reminderDue":null}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("row", "FM4")]
    public async Task When_the_store_does_not_answer_the_sender_is_asked_to_come_again()
    {
        await using var server = await FeedServer.StartAsync();
        server.Answer = () => throw new StoreUnavailableException("disk full at /secret/path");

        using var response = await server.PostAsync(Body);

        await IsProblemAsync(HttpStatusCode.ServiceUnavailable, response);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_fields_are_named_in_problem_details()
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Payloads.Bytes("""{"id":"m","revision":-1,"deal":{"id":"d","name":"D","amount":"5"},"rep":"Lee"}"""));

        var problem = await IsProblemAsync(HttpStatusCode.BadRequest, response);
        Assert.Equal("urn:followupbot:wrong-fields", (string?)problem["type"]);
        Assert.Equal(
            ["deal.amount", "end", "kind", "rep", "revision", "start"],
            problem["errors"]?.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("must be a number, not text.", (string?)problem["errors"]?["deal.amount"]?[0]);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [Trait("row", "SEC32")]
    [InlineData(WebhookSignature.IdHeader, null)]
    [InlineData(WebhookSignature.IdHeader, "another")]
    [InlineData(WebhookSignature.TimestampHeader, "1614265330")]
    [InlineData(WebhookSignature.SignatureHeader, "v1,AAAA")]
    public async Task What_is_not_signed_is_401_and_the_answer_does_not_say_why(string header, string? value)
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Body, request =>
        {
            request.Headers.Remove(header);
            if (value is not null)
                request.Headers.Add(header, value);
        });

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
        Assert.Equal(
            """{"type":"about:blank","title":"The request is not signed as it should be.","status":401}""",
            await response.Content.ReadAsStringAsync());
        Assert.Empty(server.Taken);
    }

    [Fact]
    [Trait("row", "SEC12")]
    public async Task A_header_that_comes_twice_or_a_compressed_body_is_401()
    {
        await using var server = await FeedServer.StartAsync();

        using var twice = await server.PostAsync(Body, request => request.Headers.TryAddWithoutValidation(WebhookSignature.IdHeader, Signed.Id));
        using var compressed = await server.PostAsync(Body, request => request.Content?.Headers.ContentEncoding.Add("gzip"));

        await IsProblemAsync(HttpStatusCode.Unauthorized, twice);
        await IsProblemAsync(HttpStatusCode.Unauthorized, compressed);
    }

    [Fact]
    public async Task The_signature_is_checked_before_the_body_is_read_as_JSON()
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Payloads.Bytes("{"), request => request.Headers.Remove(WebhookSignature.SignatureHeader));

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
    }

    [Theory]
    [Trait("row", "SEC25")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_64_KB_is_413_whether_or_not_it_says_its_length(bool isChunked)
    {
        await using var server = await FeedServer.StartAsync();
        var framing = isChunked ? 100 : 0; // the server counts the marks between chunks too

        using var largest = await server.PostAsync(Padded(FeedGate.BodyLimit - framing), Chunked);
        using var larger = await server.PostAsync(Padded(FeedGate.BodyLimit + 1), Chunked);

        Assert.Equal(HttpStatusCode.Accepted, largest.StatusCode);
        await IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, larger);
        Assert.Single(server.Taken);

        static byte[] Padded(int length) => [.. Body, .. Enumerable.Repeat((byte)' ', length - Body.Length)];
        void Chunked(HttpRequestMessage request) => request.Headers.TransferEncodingChunked = isChunked;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_415(string? type)
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Body, request => SetType(request, type));

        await IsProblemAsync(HttpStatusCode.UnsupportedMediaType, response);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task JSON_may_name_its_charset(string type)
    {
        await using var server = await FeedServer.StartAsync();

        using var response = await server.PostAsync(Body, request => SetType(request, type));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    [Trait("row", "SEC33")]
    public async Task Without_a_source_the_feed_is_off()
    {
        await using var server = await FeedServer.StartAsync(secrets: []);

        using var response = await server.PostAsync(Body);

        Assert.Equal("The feed is not configured.", (string?)(await IsProblemAsync(HttpStatusCode.NotFound, response))["title"]);
    }

    [Fact]
    [Trait("row", "SEC11")]
    public async Task A_request_signed_before_the_window_is_401()
    {
        await using var server = await FeedServer.StartAsync();
        var late = Signed.Headers(Body, at: Signed.Now - Duration.FromMinutes(6));

        using var response = await server.PostAsync(Body, request =>
        {
            request.Headers.Clear();
            foreach (var (name, value) in late)
                request.Headers.Add(name, value.ToString());
        });

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
    }

    private static void SetType(HttpRequestMessage request, string? type)
    {
        request.Content?.Headers.Remove("Content-Type");
        if (type is not null)
            request.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
    }

    private static async Task<JsonNode> IsProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)status, (int?)problem?["status"]);
        return problem ?? throw new InvalidOperationException("The problem is null.");
    }
}
