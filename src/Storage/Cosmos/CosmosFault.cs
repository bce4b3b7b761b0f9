using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;
using static System.FormattableString;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>A request without the answer it asked for, in whichever of its forms the SDK told of it.</summary>
internal sealed class CosmosFault : Exception
{
    private const int SessionNotAvailable = 1002;

    private CosmosFault(HttpStatusCode? status, int subStatus, TimeSpan? retryAfter, string message, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        SubStatus = subStatus;
        RetryAfter = retryAfter;
    }

    /// <summary>Null when no answer came at all.</summary>
    public HttpStatusCode? Status { get; }

    public TimeSpan? RetryAfter { get; }

    /// <summary>The same request may succeed a moment later.</summary>
    public bool IsTransient => Status switch
    {
        null => true,
        HttpStatusCode.NotFound => SubStatus == SessionNotAvailable,
        HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or HttpStatusCode.TooManyRequests => true,
        (HttpStatusCode)449 => true,
        var status => (int)status >= 500,
    };

    /// <summary>The service says for certain that it did nothing.</summary>
    public bool IsRefused => Status is HttpStatusCode.TooManyRequests || !IsTransient;

    private int SubStatus { get; }

    /// <summary>Null when the exception tells of something else than a request.</summary>
    public static CosmosFault? From(Exception e) => e switch
    {
        CosmosFault fault => fault,
        CosmosException answer => new(
            answer.StatusCode, answer.SubStatusCode, answer.RetryAfter, Line(answer.StatusCode, answer.SubStatusCode), answer),
        HttpRequestException or IOException => new(null, 0, null, "the connection broke", e),
        OperationCanceledException => new(null, 0, null, "no answer in time", e),
        _ => null,
    };

    /// <summary>Null when the answer is there, or says that there is no such item.</summary>
    public static CosmosFault? From(ResponseMessage response)
    {
        var subStatus = SubStatusIn(response.Headers);
        return response.IsSuccessStatusCode || (response.StatusCode is HttpStatusCode.NotFound && subStatus == 0)
            ? null
            : new(response.StatusCode, subStatus, RetryAfterIn(response.Headers), Line(response.StatusCode, subStatus));
    }

    /// <summary>Null when the batch was applied, or was refused because of what one of its writes found.</summary>
    public static CosmosFault? From(TransactionalBatchResponse response)
    {
        var subStatus = SubStatusIn(response.Headers);
        var isAboutAWrite = subStatus == 0
            && response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound;
        return response.IsSuccessStatusCode || isAboutAWrite
            ? null
            : new(response.StatusCode, subStatus, LongestWait(response), Line(response.StatusCode, subStatus));
    }

    private static TimeSpan? LongestWait(TransactionalBatchResponse response) =>
        response.Select(result => result.RetryAfter).Append(RetryAfterIn(response.Headers) ?? TimeSpan.Zero).Max() is { Ticks: > 0 } wait
            ? wait
            : null;

    private static TimeSpan? RetryAfterIn(Headers headers) =>
        headers.TryGetValue("x-ms-retry-after-ms", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var wait)
            ? TimeSpan.FromMilliseconds(wait)
            : null;

    private static int SubStatusIn(Headers headers) =>
        headers.TryGetValue("x-ms-substatus", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var status)
            ? status
            : 0;

    private static string Line(HttpStatusCode status, int subStatus) => status switch
    {
        HttpStatusCode.Unauthorized => "the key or token is not accepted (401)",
        HttpStatusCode.Forbidden => Invariant($"access is denied (403/{subStatus}): check the data-plane role and the firewall"),
        HttpStatusCode.NotFound => Invariant($"the database or container is missing (404/{subStatus})"),
        HttpStatusCode.TooManyRequests => "the account is throttled (429): raise its throughput",
        _ => Invariant($"answer {(int)status}/{subStatus}"),
    };
}
