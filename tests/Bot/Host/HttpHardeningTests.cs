using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FollowUpBot.Storage;
using FollowUpBot.Tests.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class HttpHardeningTests
{
    [Fact]
    [Trait("row", "SEC34")]
    public async Task Nothing_is_open_but_the_ways_in_and_health()
    {
        await using var bot = await RehearsedBot.StartAsync();

        var open = bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}");

        Assert.Equal(
            ["GET /admin/stuck", "GET /calendar/{token}", "GET /health/live", "GET /health/ready", "GET /privacy", "GET /terms", "POST /api/activities", "POST /api/meetings", "POST /api/messages", "PUT /api/deals/{id}"],
            open.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TRACE", "/api/messages", 405)]
    [InlineData("GET", "/api/messages", 405)]
    [InlineData("OPTIONS", "/api/messages", 405)]
    [InlineData("DELETE", "/api/deals/d", 405)]
    [InlineData("TRACE", "/health/live", 405)]
    [InlineData("POST", "/calendar/x", 405)]
    [InlineData("HEAD", "/calendar/x", 405)]
    [InlineData("GET", "/calendar/x", 404)]
    [InlineData("GET", "/calendar/", 404)]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/swagger/index.html", 404)]
    [InlineData("GET", "/metrics", 404)]
    [InlineData("GET", "/admin", 404)]
    [Trait("row", "SEC41")]
    [Trait("row", "SEC34")]
    public async Task Every_other_method_and_path_is_closed_and_no_header_tells_of_the_server(string method, string path, int status)
    {
        await using var bot = await RehearsedBot.StartAsync();

        var answer = await RawAsync(bot, $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-Canary: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-Powered-By", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Canary", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("row", "SEC41")]
    public async Task Plain_http_is_not_led_elsewhere()
    {
        await using var bot = await RehearsedBot.StartAsync();

        var answer = await RawAsync(bot, "GET /health/live HTTP/1.1\r\nHost: bot.example.com\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Location:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Strict-Transport", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("row", "SEC25")]
    public async Task What_is_too_large_too_deep_or_too_much_is_the_callers_mistake()
    {
        await using var bot = await RehearsedBot.StartAsync();
        var token = "Bearer " + bot.Token();
        var large = new string(' ', 300 * 1024);

        Assert.Equal(413, await StatusAsync(bot, new StringContent(large), token));
        Assert.Equal(413, await StatusAsync(bot, new StreamContent(new EndlessStream(Encoding.UTF8.GetBytes(large))), token));
        Assert.Equal(400, await StatusAsync(bot, new StringContent(new string('[', 100_000)), token));
        Assert.Equal(400, await StatusAsync(bot, new StringContent(""), token));
        Assert.Equal(401, await StatusAsync(bot, new StringContent(large), null)); // and the body is not even read
        var headers = string.Concat(Enumerable.Range(0, 101).Select(n => $"X-{n}: 1\r\n"));
        Assert.StartsWith("HTTP/1.1 431 ", await RawAsync(bot, $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"), StringComparison.Ordinal);
        var limits = bot.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.NotNull(limits.MinRequestBodyDataRate);
    }

    [Fact]
    [Trait("row", "SEC32")]
    public async Task What_goes_wrong_is_one_line_and_a_reference_that_stands_in_the_log()
    {
        await using var bot = await RehearsedBot.StartAsync();
        bot.Store.Before = (_, _) => throw new InvalidOperationException("disk /secret/path failed");

        var reply = await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email));

        Assert.Equal(500, reply.Status);
        var text = reply.Text ?? "";
        Assert.Matches("^That did not work. Reference [0-9a-f]{8}\\.$", text);
        Assert.Contains(bot.Log.Lines, line => line.Contains($"reference {text[^9..^1]}", StringComparison.Ordinal) && line.Contains("/secret/path", StringComparison.Ordinal));
        using var said = await bot.PostAsync(bot.Said().ToJsonString(), "Bearer " + bot.Token());
        Assert.Equal(HttpStatusCode.InternalServerError, said.StatusCode);
        Assert.Empty(await said.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("row", "SEC33")]
    public async Task When_the_store_cannot_be_asked_nobody_is_let_in_and_nothing_is_said()
    {
        await using var bot = await RehearsedBot.StartAsync();
        bot.Store.Before = (_, _) => throw new StoreUnavailableException("away");

        using var said = await bot.PostAsync(bot.Said("my deals").ToJsonString(), "Bearer " + bot.Token());
        var logged = await bot.Crm.LogsAsync(Crm.Meeting(bot.Rosa.Email));

        Assert.Equal(HttpStatusCode.InternalServerError, said.StatusCode);
        Assert.Equal(503, logged.Status);
        Assert.Empty(bot.Teams.Presented);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.Http.GetAsync(new Uri(bot.Address, "health/ready"))).StatusCode);
    }

    [Fact]
    [Trait("row", "SEC42")]
    public async Task The_address_that_a_stranger_claims_is_not_believed()
    {
        await using var bot = await RehearsedBot.StartAsync(("ForwardedHeaders_Enabled", "true"));

        Assert.Equal(429, await GuessesUntilAsync(bot));
    }

    [Fact]
    [Trait("row", "SEC42")]
    public async Task The_address_that_a_trusted_proxy_names_is_believed()
    {
        await using var bot = await RehearsedBot.StartAsync(("Http:TrustedProxies:0", "127.0.0.0/8"));

        Assert.Equal(401, await GuessesUntilAsync(bot));
    }

    [Fact]
    [Trait("row", "SEC42")]
    public async Task Behind_a_trusted_proxy_the_word_of_another_is_not_believed()
    {
        await using var bot = await RehearsedBot.StartAsync(("Http:TrustedProxies:0", "169.254.0.0/16"));

        Assert.Equal(429, await GuessesUntilAsync(bot));
    }

    /// <summary>The answer to the last of 120 false signatures, each said to come from another address.</summary>
    private static async Task<int> GuessesUntilAsync(RehearsedBot bot)
    {
        var last = 0;
        for (var n = 1; n <= 120; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "api/meetings")) { Content = new StringContent("{}") };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{n}:4711");
            using var answer = await bot.Http.SendAsync(request);
            last = (int)answer.StatusCode;
        }

        return last;
    }

    private static async Task<int> StatusAsync(RehearsedBot bot, HttpContent content, string? token)
    {
        using var answer = await bot.SendAsync(HttpMethod.Post, "api/messages", content, token);
        return (int)answer.StatusCode;
    }

    private static async Task<string> RawAsync(RehearsedBot bot, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(bot.Address.Host, bot.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Does not tell its length, so it is sent in chunks.</summary>
    private sealed class EndlessStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
