using System.Net;
using System.Net.Http.Headers;

namespace FollowUpBot.Teams;

/// <summary>What one request to the Connector came to, before anybody judges it.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <param name="Body">What was answered, up to <see cref="ConnectorTransport.MaxAnswerBytes"/>.</param>
    /// <param name="After">The answer's Retry-After.</param>
    public sealed record Answered(int Status, byte[] Body, TimeSpan? After) : Exchange;

    /// <summary>Not one byte of the request's content left.</summary>
    public sealed record NeverSent(string Reason) : Exchange;

    /// <summary>Bytes left, and no whole answer came back.</summary>
    public sealed record NoAnswer(string Reason) : Exchange;
}

/// <summary>One HTTP request with the bot's token: no redirects, no cookies, no retries, an end after ten seconds.</summary>
internal sealed class ConnectorTransport(IConnectorToken token, TimeSpan timeout) : IDisposable
{
    public const int MaxAnswerBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a moved DNS name is noticed
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    public void Dispose() => http.Dispose();

    /// <param name="url">Must be accepted by <see cref="ServiceUrls"/>: the token goes there.</param>
    public async Task<Exchange> SendAsync(HttpMethod method, Uri url, byte[]? body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var content = new WatchedContent(body ?? []);
        try
        {
            using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : content };
            var bearer = await token.GetAsync(limit.Token).ConfigureAwait(false);
            if (bearer is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            }

            using var response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            if (bearer is not null && (int)response.StatusCode == 401)
            {
                token.Forget(bearer);
            }

            var answer = await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false);
            return new Exchange.Answered((int)response.StatusCode, answer, RetryAfter(response));
        }
        catch (Exception e) when (IsFailedExchange(e, cancellationToken))
        {
            var reason = e is OperationCanceledException ? $"no answer within {timeout.TotalSeconds:0} s" : e.GetType().Name;
            return content.Left ? new Exchange.NoAnswer(reason) : new Exchange.NeverSent(reason);
        }
    }

    private static bool IsFailedExchange(Exception e, CancellationToken caller) => e switch
    {
        HttpRequestException or IOException or ConnectorException => true,
        OperationCanceledException => !caller.IsCancellationRequested,
        _ => false,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        // A date counts from the Connector's own clock, so that ours may be wrong.
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when response.Headers.Date is { } now => date - now,
            _ => (TimeSpan?)null,
        };
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;
    }

    /// <summary>Knows whether any of it was handed to the network: the line between "not sent" and "nobody knows".</summary>
    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent(byte[] content)
            : base(content) => Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        public bool Left { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Left = true;
            return base.SerializeToStreamAsync(stream, context);
        }
    }
}
