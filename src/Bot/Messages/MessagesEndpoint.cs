using System.Security.Cryptography;
using FollowUpBot.Bot.Access;
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
        switch (await http.RequestServices.GetRequiredService<IInboundCheck>().AdmitAsync(http))
        {
            case Admission.Refused refused:
                Refuse(http, refused);
                break;
            case Admission.Admitted admitted:
                await ReadAsync(http, admitted);
                break;
        }
    }

    private static async Task ReadAsync(HttpContext http, Admission.Admitted admitted)
    {
        switch (await ActivityReader.ReadAsync(http.Request.Body, http.RequestAborted))
        {
            case ActivityRead.TooLarge:
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                break;
            case ActivityRead.Malformed:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case ActivityRead.Read { Activity: var activity } when admitted.Objection(activity) is { } refused:
                Refuse(http, refused);
                break;
            case ActivityRead.Read { Activity: var activity }:
                await PaceAsync(http, activity);
                break;
        }
    }

    private static void Refuse(HttpContext http, Admission.Refused refused)
    {
        LogRefused(http.RequestServices.GetRequiredService<ILogger<Turns>>(), refused.Status, refused.Reason);
        http.Response.StatusCode = refused.Status;
        if (refused.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
    }

    /// <summary>Who hammers on a button is told so, before the store is asked anything.</summary>
    private static async Task PaceAsync(HttpContext http, Activity activity)
    {
        var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var pace = http.RequestServices.GetRequiredService<RequestPace>();
        if (activity.ActorId() is not { } actor || pace.TakeTurn(activity.TenantId() ?? "", actor, now) is var wait && wait == Duration.Zero)
        {
            await TurnAsync(http, activity, now);
        }
        else if (activity.Type == ActivityTypes.Invoke)
        {
            await AnswerAsync(http, InvokeResponse.Message(Replies.TooFast));
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
        }
    }

    private static async Task TurnAsync(HttpContext http, Activity activity, Instant now)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(TurnLimit);
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
            await AnswerAsync(http, answer);
    }

    private static Task AnswerAsync(HttpContext http, InvokeResponse answer) =>
        http.Response.WriteAsJsonAsync(answer, TeamsJson.Wire.InvokeResponse, contentType: null, http.RequestAborted);

    /// <summary>The rep sees a reference number that stands in the log too; an invoke keeps what was typed on the card.</summary>
    private static InvokeResponse? Fail(HttpContext http, Activity activity, Exception exception)
    {
        var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
        LogFailed(http.RequestServices.GetRequiredService<ILogger<Turns>>(), exception, KindOf(activity), reference);
        if (activity.Type == ActivityTypes.Invoke)
            return InvokeResponse.Failed(Replies.Failed(reference));
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return null;
    }

    /// <summary>The word comes from outside: only those that are known reach the log.</summary>
    private static string KindOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => ActivityTypes.Message,
        ActivityTypes.Invoke => ActivityTypes.Invoke,
        ActivityTypes.InstallationUpdate => ActivityTypes.InstallationUpdate,
        ActivityTypes.ConversationUpdate => ActivityTypes.ConversationUpdate,
        _ => "other",
    };

    [LoggerMessage(2, LogLevel.Warning, "A call of /api/messages was answered with {Status}: {Reason}.")]
    private static partial void LogRefused(ILogger logger, int status, string reason);

    [LoggerMessage(1, LogLevel.Error, "A turn of type {Type} failed, reference {Reference}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string? type, string reference);
}
