using System.Net;

namespace FollowUpBot.Teams;

/// <summary>
/// The hosts the bot may speak to, and hand its token to: on by default, https on port 443, no redirects (teams rule 12).
/// Ask when a service URL is kept and again when it is used: what was stored may be older than the list.
/// </summary>
/// <param name="hosts">Exact host names, or <c>*.example.com</c> for every host below one.</param>
/// <param name="allowLoopback">Whether this machine is allowed too, with plain http and on any port: Development only.</param>
public sealed class ServiceUrls(IEnumerable<string> hosts, bool allowLoopback)
{
    private const int MaxLength = 2048;

    private readonly string[] hosts = [.. hosts.Select(host => host.Trim().ToLowerInvariant())];

    /// <summary>The Connector's hosts in the public cloud, GCC and GCC High (teams rules 8 and 12).</summary>
    public static IReadOnlyList<string> MicrosoftHosts { get; } =
    [
        "smba.trafficmanager.net", // exact: anybody may rent a name below trafficmanager.net
        "*.botframework.com",
        "teams.microsoft.com",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
    ];

    /// <summary>Where tenants of the US Government's community cloud are (teams rules 8 and 34); used only when its host is on the list.</summary>
    public string Government { get; init; } = "https://smba.infra.gcc.teams.microsoft.com/gcc";

    /// <summary>The address, when the bot may call it; null when it may not.</summary>
    public Uri? Accept(string? serviceUrl)
    {
        if (serviceUrl is not { Length: > 0 and <= MaxLength } || !serviceUrl.All(IsPlain)
            || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url))
        {
            return null;
        }

        // A host that was not written as it is understood (decimal addresses, user names, escapes) is a trick.
        var asWritten = serviceUrl.StartsWith($"{url.Scheme}://{url.Host}", StringComparison.OrdinalIgnoreCase);
        if (!asWritten || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            return null;
        }

        return IsListed(url) || (allowLoopback && IsThisMachine(url)) ? url : null;
    }

    private static bool IsPlain(char c) => char.IsAscii(c) && !char.IsControl(c) && c is not (' ' or '\\' or '"' or '<' or '>');

    private bool IsListed(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.Port == 443 && url.HostNameType == UriHostNameType.Dns
        && hosts.Any(listed => listed.StartsWith("*.", StringComparison.Ordinal)
            ? url.Host.Length >= listed.Length && url.Host.EndsWith(listed[1..], StringComparison.Ordinal)
            : url.Host == listed);

    private static bool IsThisMachine(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address)));
}
