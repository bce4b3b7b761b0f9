using FollowUpBot.Bot.Digests;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can read and write its store; asked as <c>/health/ready?schedules</c> from
/// this machine, it adds the heartbeat of every weekly card, a line each. Others get the one word (SEC34).
/// </summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, IDocumentStore store, Heartbeats heartbeats, IClock clock)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            await store.CheckAsync(limit.Token);
            if (!http.Request.Query.ContainsKey("schedules") || !LoopbackOnly.IsOfThisMachine(http))
                return Results.Text("ready");
            var beats = await heartbeats.ReadAsync(clock.GetCurrentInstant(), limit.Token);
            return Results.Text(string.Join('\n', beats.Select(Line).Prepend("ready")));
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            return Results.Text("The store does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string Line(Heartbeat beat) =>
        $"{beat.Schedule} {beat.State}{(beat.IsOverdue ? " OVERDUE" : "")}, tried {Moment(beat.LastTriedAt)}, posted {Moment(beat.LastPostedAt)}, next {Moment(beat.NextAt)}";

    private static string Moment(Instant? at) => at?.ToString("uuuu-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "never";
}
