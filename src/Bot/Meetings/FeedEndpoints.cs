using FollowUpBot.Bot.Access;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>Where a CRM posts its meetings and deals (docs/feed.md).</summary>
public static class FeedEndpoints
{
    public static IServiceCollection AddFeed(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>()
            .Bind(configuration.GetSection(FeedOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedOptions>, FeedOptionsCheck>();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<RequestPace>();
        return services.AddSingleton<FeedTokens>().AddSingleton<FeedGate>();
    }

    public static void MapFeed(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/meetings", LogAsync);
        endpoints.MapPut("/api/deals/{id}", PutDealAsync);
        endpoints.MapPost("/api/activities", LogTouchAsync);
    }

    private static Task<IResult> LogAsync(HttpContext context, FeedGate gate, Intake intake) =>
        gate.PassAsync(context, async (body, errors) => MeetingPayload.TryRead(body.Bytes, errors, out var logged)
            ? await intake.LogAsync(body.Delivery, logged.Deal, logged.Meeting, body.ReceivedAt, context.RequestAborted)
            : null);

    private static Task<IResult> PutDealAsync(HttpContext context, string id, FeedGate gate, Intake intake) =>
        gate.PassAsync(context, async (body, errors) => DealPayload.TryRead(body.Bytes, id, errors, out var update)
            ? await intake.PutDealAsync(body.Delivery, update.Id, update.Facts, body.ReceivedAt, context.RequestAborted)
            : null);

    private static Task<IResult> LogTouchAsync(HttpContext context, FeedGate gate, TouchIntake intake) =>
        gate.PassAsync(context, async (body, errors) => TouchPayload.TryRead(body.Bytes, errors, out var touch)
            ? await intake.LogAsync(body.Delivery, touch, errors, body.ReceivedAt, context.RequestAborted)
            : null);
}
