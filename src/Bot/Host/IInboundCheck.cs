using System.Net;

namespace FollowUpBot.Bot.Host;

/// <summary>Who may call <c>/api/messages</c>. Asked before a byte of the body is read.</summary>
public interface IInboundCheck
{
    bool Admits(HttpContext http);
}

/// <summary>Development without credentials: only callers on this machine, over a loopback address.</summary>
public sealed class LoopbackOnly : IInboundCheck
{
    public bool Admits(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && http.Connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local);
}
