using System.Text.Json.Nodes;
using FollowUpBot.Bot.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUpBot.Tests.Demo;

/// <summary>A bot that keeps what it is told and answers as a test says, to test the stand-in alone.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly List<JsonObject> received = [];

    private EchoBot(WebApplication server) => this.server = server;

    /// <summary>The body of the answer to an invoke.</summary>
    public string InvokeAnswer { get; set; } = "{}";

    public int Status { get; set; } = 200;

    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (received)
                return [.. received];
        }
    }

    public static async Task<EchoBot> StartAsync(TeamsStandIn teams)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bot = new EchoBot(builder.Build());
        bot.server.MapPost("/api/messages", bot.TakeAsync);
        await bot.server.StartAsync();
        teams.BotAddress = new Uri(bot.server.Urls.First());
        return bot;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext call)
    {
        var activity = await JsonNode.ParseAsync(call.Request.Body) as JsonObject ?? [];
        lock (received)
            received.Add(activity);
        call.Response.StatusCode = Status;
        if ((string?)activity["type"] == "invoke")
            await call.Response.WriteAsync(InvokeAnswer);
    }
}
