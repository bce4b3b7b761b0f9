using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;

namespace FollowUpBot.Bot.Meetings;

/// <summary>What the feed answers: RFC 9457 problem details when it refuses, in lines that tell a stranger nothing.</summary>
public static class FeedResults
{
    public const string ProblemContentType = "application/problem+json";

    /// <summary>The problem type of wrong fields; every other problem is its status and nothing more (<c>about:blank</c>).</summary>
    public const string WrongFieldsType = "urn:followupbot:wrong-fields";

    public static IResult Off => Problem(StatusCodes.Status404NotFound, "The feed is not configured.");

    public static IResult TooLarge => Problem(StatusCodes.Status413PayloadTooLarge, $"The body must not be larger than {FeedGate.BodyLimit / 1024} KB.");

    public static IResult WrongType => Problem(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json in UTF-8.");

    public static IResult Forbidden => Problem(StatusCodes.Status403Forbidden, "This application may not send here.");

    public static IResult TooMany => Problem(StatusCodes.Status429TooManyRequests, "Too many requests. Send it again later.");

    public static IResult Unbelieved => Problem(StatusCodes.Status401Unauthorized, "The request is not signed as it should be.");

    public static IResult Unavailable => Problem(StatusCodes.Status503ServiceUnavailable, "The delivery could not be stored now. Send it again later.");

    public static IResult Broken(int status) => Problem(status, "The request could not be read.");

    public static IResult WrongFields(FieldErrors errors) =>
        Problem(new FeedProblem(WrongFieldsType, "Some fields are wrong; nothing was stored.", StatusCodes.Status400BadRequest, errors.ByPath()));

    public static IResult Taken(IntakeAnswer answer) => TypedResults.Json(
        new FeedAnswer(
            answer.IsRepeat ? "repeat" : "accepted",
            answer.ReminderDue is { } due ? InstantPattern.General.Format(due) : null),
        FeedJson.Default.FeedAnswer,
        contentType: null,
        answer.IsRepeat ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);

    private static JsonHttpResult<FeedProblem> Problem(int status, string title) => Problem(new FeedProblem("about:blank", title, status, null));

    private static JsonHttpResult<FeedProblem> Problem(FeedProblem problem) =>
        TypedResults.Json(problem, FeedJson.Default.FeedProblem, ProblemContentType, problem.Status);
}
