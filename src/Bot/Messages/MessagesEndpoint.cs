using System.Security.Cryptography;
using FollowUpBot.Bot.Host;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// <c>POST /api/messages</c>: who calls is checked before the body is read. 200 for everything that was dealt with; 5xx only for a message
/// that could not be, so that Teams brings it again.
/// </summary>
public static partial class MessagesEndpoint
{
    /// <summary>Teams gives up on a turn after 15 s (teams rule 47); what is not done by then is better tried again.</summary>
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(10);

    public static void MapMessages(this IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", HandleAsync);

    private static async Task HandleAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<IInboundCheck>().Admits(http))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        switch (await ActivityReader.ReadAsync(http.Request.Body, http.RequestAborted))
        {
            case ActivityRead.TooLarge:
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                break;
            case ActivityRead.Malformed:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case ActivityRead.Read { Activity: var activity } when services.GetRequiredService<ServiceUrls>().Accept(activity.ServiceUrl) is null:
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            case ActivityRead.Read { Activity: var activity }:
                await TurnAsync(http, activity);
                break;
        }
    }

    private static async Task TurnAsync(HttpContext http, Activity activity)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(TurnLimit);
        var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        InvokeResponse? answer;
        try
        {
            answer = await http.RequestServices.GetRequiredService<Turns>().HandleAsync(activity, now, limit.Token);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            answer = Fail(http, activity, e);
        }

        if (answer is not null)
            await http.Response.WriteAsJsonAsync(answer, TeamsJson.Default.InvokeResponse, contentType: null, http.RequestAborted);
    }

    /// <summary>The rep sees a reference number that stands in the log too; an invoke keeps what was typed on the card.</summary>
    private static InvokeResponse? Fail(HttpContext http, Activity activity, Exception exception)
    {
        var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
        LogFailed(http.RequestServices.GetRequiredService<ILogger<Turns>>(), exception, activity.Type, reference);
        if (activity.Type == ActivityTypes.Invoke)
            return InvokeResponse.Failed(Replies.Failed(reference));
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return null;
    }

    [LoggerMessage(1, LogLevel.Error, "A turn of type {Type} failed, reference {Reference}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string? type, string reference);
}
