using System.Diagnostics;
using FollowUpBot.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>A body that may be believed.</summary>
public sealed record SignedBody(FeedDelivery Delivery, ReadOnlyMemory<byte> Bytes, Instant ReceivedAt);

/// <summary>
/// What every request of the feed goes through, in this order: is the feed on (404), size (413), content type (415), signature (401),
/// fields (400). Only what is whole reaches the store; when that does not answer, the sender is asked to come again (503).
/// </summary>
public sealed partial class FeedGate(IOptions<FeedOptions> options, IClock clock, ILogger<FeedGate> log)
{
    public const int BodyLimit = 64 * 1024;

    private const int RetryAfterSeconds = 30;

    private readonly FeedSource[] _sources = [.. options.Value.Sources.Select(FeedSource.From)];

    /// <param name="take">Reads the body and hands it on: the answer, or null when mistakes were noted.</param>
    public async Task<IResult> PassAsync(HttpContext context, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
        var request = context.Request;
        if (_sources.Length == 0)
            return FeedResults.Off;
        if (request.ContentLength > BodyLimit)
            return FeedResults.TooLarge;
        if (!IsJson(request))
            return FeedResults.WrongType;
        try
        {
            var bytes = await ReadAsync(context);
            var now = clock.GetCurrentInstant();
            return WebhookSignature.Verify(request.Headers, bytes.Span, _sources, now) switch
            {
                SignatureCheck.Valid valid => await TakeAsync(context.Response, new SignedBody(DeliveryOf(valid), bytes, now), take),
                SignatureCheck.Refused refused => Unbelieved(refused.Fault),
                _ => throw new UnreachableException(),
            };
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? FeedResults.TooLarge : FeedResults.Broken(broken.StatusCode);
        }
    }

    private static FeedDelivery DeliveryOf(SignatureCheck.Valid signed) => new(signed.Source.Tenant, signed.Source.Name, signed.Id);

    private IResult Unbelieved(SignatureFault fault)
    {
        LogUnbelieved(fault);
        return FeedResults.Unbelieved;
    }

    private async Task<IResult> TakeAsync(HttpResponse response, SignedBody body, Func<SignedBody, FieldErrors, Task<IntakeAnswer?>> take)
    {
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
            response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            return FeedResults.Unavailable;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery of feed source {Source} had {Fields} wrong fields")]
    private partial void LogWrongFields(string source, int fields);

    [LoggerMessage(Level = LogLevel.Information, Message = "A delivery of feed source {Source} was taken; repeat: {IsRepeat}")]
    private partial void LogTaken(string source, bool isRepeat);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take a delivery; the sender was asked to come again")]
    private partial void LogStoreUnavailable(Exception unavailable);
}
