using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can read and write its store.</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await store.CheckAsync(limit.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            return Results.Text("The store does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
