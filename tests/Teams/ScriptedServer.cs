using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FollowUpBot.Tests.Teams;

/// <summary>One request as the server read it.</summary>
public sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A loopback server that answers each request with the next scripted bytes, however wrong; the last answer repeats.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>Reads the request, then closes the connection without a word.</summary>
    public const string HangUp = "hang up";

    /// <summary>Reads the request and never answers.</summary>
    public const string Silence = "silence";

    /// <summary>Answers byte by byte, and never comes to an end.</summary>
    public const string Drip = "drip";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly string[] answers;
    private readonly Task accepting;
    private int next = -1;

    public ScriptedServer(params string[] answers)
    {
        this.answers = answers;
        listener.Start();
        accepting = AcceptAsync();
    }

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public static string Answer(int status, string body = "", params string[] headers) =>
        $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
        + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n" + body;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    Seen.Enqueue(request);
                    var answer = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
                    if (answer == HangUp)
                    {
                        return;
                    }

                    if (answer == Silence)
                    {
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token);
                    }

                    if (answer == Drip)
                    {
                        await DripAsync(stream);
                    }

                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), stopping.Token);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // the client has gone or the test has ended
            }
        }
    }

    private async Task DripAsync(NetworkStream stream)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), stopping.Token);
        while (true)
        {
            await stream.WriteAsync("x"u8.ToArray(), stopping.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stopping.Token);
        }
    }

    private async Task<SeenRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, stopping.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stopping.Token);
        return new SeenRequest(lines[0], headers, Encoding.UTF8.GetString(body));
    }
}
