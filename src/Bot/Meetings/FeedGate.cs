using System.Diagnostics;
using System.Security.Cryptography;
using FollowUpBot.Bot.Access;
using FollowUpBot.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A body that may be believed.</summary>
public sealed record SignedBody(FeedDelivery Delivery, ReadOnlyMemory<byte> Bytes, Instant ReceivedAt);

/// <summary>
/// What every request of the feed goes through, in this order: is the feed on (404), too many mistakes from its address (429), size
/// (413), content type (415), app token or signature (401, 403), too many deliveries of its source (429), fields (400). Only what is
/// whole reaches the store; when that does not answer, the sender is asked to come again (503).
/// </summary>
public sealed partial class FeedGate(IOptions<FeedOptions> options, FeedTokens tokens, RequestPace pace, IClock clock, ILogger<FeedGate> log)
{
    public const int BodyLimit = 64 * 1024;

    private const int RetryAfterSeconds = 30;

    private readonly FeedSource[] _sources = [.. options.Value.Sources.Select(FeedSource.From)];

    /// <param name="take">Reads the body and hands it on: the answer, or null when mistakes were noted.</param>
    public async Task<IResult> PassAsync(HttpContext context, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
        if (_sources.Length == 0 && !tokens.AreOn)
            return FeedResults.Off;
        if (pace.Wait(context.Connection.RemoteIpAddress, clock.GetCurrentInstant()) is var wait && wait > Duration.Zero)
            return TooMany(context.Response, wait);
        if (context.Request.ContentLength > BodyLimit)
            return FeedResults.TooLarge;
        if (!IsJson(context.Request))
            return FeedResults.WrongType;
        try
        {
            return context.Request.Headers.Authorization.Count > 0
                ? await PassWithTokenAsync(context, take)
                : await PassSignedAsync(context, take);
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? FeedResults.TooLarge : FeedResults.Broken(broken.StatusCode);
        }
    }

    /// <summary>A token speaks for the caller and not for the body, so it is judged before the body is read.</summary>
    private async Task<IResult> PassWithTokenAsync(HttpContext context, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
        var check = await tokens.CheckAsync(context.Request, context.RequestAborted);
        if (check is not AppTokenCheck.Valid valid)
            return Unbelieved(context, (AppTokenCheck.Refused)check);
        var bytes = await ReadAsync(context);
        var delivery = new FeedDelivery(valid.Tenant, valid.Source, DeliveryId(context.Request, bytes.Span));
        return await TakeAsync(context.Response, new SignedBody(delivery, bytes, clock.GetCurrentInstant()), take);
    }

    private async Task<IResult> PassSignedAsync(HttpContext context, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
        var bytes = await ReadAsync(context);
        var now = clock.GetCurrentInstant();
        return WebhookSignature.Verify(context.Request.Headers, bytes.Span, _sources, now) switch
        {
            SignatureCheck.Valid valid => await TakeAsync(context.Response, new SignedBody(DeliveryOf(valid), bytes, now), take),
            SignatureCheck.Refused refused => Unbelieved(context, refused.Fault),
            _ => throw new UnreachableException(),
        };
    }

    private static FeedDelivery DeliveryOf(SignatureCheck.Valid signed) => new(signed.Source.Tenant, signed.Source.Name, signed.Id);

    /// <summary>Without an id of the sender's own, the same bytes are the same delivery: revisions tell changes apart.</summary>
    private static string DeliveryId(HttpRequest request, ReadOnlySpan<byte> body) =>
        request.Headers[WebhookSignature.IdHeader] is [{ } id] && WebhookSignature.IsId(id) ? id : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(body))}";

    private IResult Unbelieved(HttpContext context, SignatureFault fault)
    {
        pace.Mistake(context.Connection.RemoteIpAddress, clock.GetCurrentInstant());
        LogUnbelieved(fault);
        return FeedResults.Unbelieved;
    }

    private IResult Unbelieved(HttpContext context, AppTokenCheck.Refused refused)
    {
        LogTokenRefused(refused.Status, refused.Reason);
        if (refused.Status == StatusCodes.Status503ServiceUnavailable)
            return Unavailable(context.Response);
        pace.Mistake(context.Connection.RemoteIpAddress, clock.GetCurrentInstant());
        return refused.Status == StatusCodes.Status403Forbidden ? FeedResults.Forbidden : FeedResults.Unbelieved;
    }

    private static IResult Unavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return FeedResults.Unavailable;
    }

    private static IResult TooMany(HttpResponse response, Duration wait)
    {
        response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
        return FeedResults.TooMany;
    }

    private async Task<IResult> TakeAsync(HttpResponse response, SignedBody body, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
        if (pace.TakeDelivery(body.Delivery.Tenant, body.Delivery.Source, body.ReceivedAt) is var wait && wait > Duration.Zero)
            return TooMany(response, wait);
        var errors = new FieldErrors();
        try
        {
            if (await take(body, errors) is { } answer)
            {
                LogTaken(body.Delivery.Source, answer.IsRepeat);
                return FeedResults.Taken(answer);
            }

            LogWrongFields(body.Delivery.Source, errors.ByPath().Count);
            return FeedResults.WrongFields(errors);
        }
        catch (StoreUnavailableException unavailable)
        {
            LogStoreUnavailable(unavailable);
            return Unavailable(response);
        }
    }

    /// <summary>The server itself stops a longer body, also one that does not say its length.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BodyLimit;
        using var bytes = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.ToArray();
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A feed request was not believed: {Fault}")]
    private partial void LogUnbelieved(SignatureFault fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token of a feed request was answered with {Status}: {Reason}")]
    private partial void LogTokenRefused(int status, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery of feed source {Source} had {Fields} wrong fields")]
    private partial void LogWrongFields(string source, int fields);

    [LoggerMessage(Level = LogLevel.Information, Message = "A delivery of feed source {Source} was taken; repeat: {IsRepeat}")]
    private partial void LogTaken(string source, bool isRepeat);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take a delivery; the sender was asked to come again")]
    private partial void LogStoreUnavailable(Exception unavailable);
}
