using System.Net;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Host;

/// <summary>
/// Only callers on this machine, over a loopback address and under a loopback name: neither a tunnel nor a web page that was given
/// this machine's address by its name server gets in.
/// </summary>
public sealed class LoopbackOnly(ServiceUrls serviceUrls) : IInboundCheck
{
    private static readonly Admission.Refused Stranger = new(StatusCodes.Status401Unauthorized, "not from this machine");

    public ValueTask<Admission> AdmitAsync(HttpContext http) =>
        ValueTask.FromResult<Admission>(IsOfThisMachine(http) ? new Admission.Admitted(Objection) : Stranger);

    /// <summary>A reverse proxy on this machine calls from it too, but says for whom.</summary>
    public static bool IsOfThisMachine(HttpContext http) =>
        IsLoopback(http.Connection.RemoteIpAddress) && IsLoopback(http.Connection.LocalIpAddress)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var named) && IsLoopback(named)))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private Admission.Refused? Objection(Activity activity) => serviceUrls.Accept(activity.ServiceUrl) is null
        ? new Admission.Refused(StatusCodes.Status403Forbidden, "a serviceUrl that is not the Connector's")
        : null;
}
