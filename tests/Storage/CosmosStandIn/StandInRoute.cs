using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>One request, taken apart: what it is for, on which resource, and whether its signature fits.</summary>
internal sealed class StandInRoute
{
    private readonly HttpContext context;
    private readonly string[] segments;

    public StandInRoute(HttpContext context)
    {
        this.context = context;
        Path = (context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "/").Split('?')[0];
        segments = [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        Operation = OperationOf(context.Request.Method);
    }

    public string Path { get; }

    public StandInOperation Operation { get; }

    public string Database => segments[1];

    public string Container => segments[3];

    public string ItemId => segments[5];

    public string? Header(string name) => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public bool Has(string header) => string.Equals(Header(header), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number behind the # of a token such as <c>0:-1#17</c>; 0 without a token.</summary>
    public long Session => Header("x-ms-session-token") is { } token && long.TryParse(token.Split('#')[^1], out var session) ? session : 0;

    /// <exception cref="StandInRefusal">401: the request is not signed with the account's key, nor with the token of the test.</exception>
    public void Authorize(string key, string bearer)
    {
        var authorization = Uri.UnescapeDataString(Header("authorization") ?? "");
        if (authorization == $"type=aad&ver=1.0&sig={bearer}")
            return;
        var date = Header("x-ms-date") ?? throw new StandInRefusal(401, "A request needs x-ms-date.");
        var text = $"{context.Request.Method}\n{ResourceType}\n".ToLowerInvariant() + $"{Link}\n{date.ToLowerInvariant()}\n\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text)));
        if (authorization != $"type=master&ver=1.0&sig={signature}")
            throw new StandInRefusal(401, "The input authorization token can't serve the request.");
    }

    private string ResourceType => segments.Length == 0 ? "" : segments[segments.Length - (segments.Length % 2 == 0 ? 2 : 1)];

    /// <summary>The resource, or the parent of a list; ranges are asked for by the service's ids, which are signed in lower case and alone.</summary>
    private string Link => ResourceType == "pkranges" && segments[3].EndsWith('=')
        ? segments[3].ToLowerInvariant()
        : string.Join('/', segments.Take(segments.Length / 2 * 2));

    private StandInOperation OperationOf(string method) => (method, segments.Length, segments.LastOrDefault()) switch
    {
        ("GET", 0, _) => StandInOperation.ReadAccount,
        ("POST", 1, "dbs") => StandInOperation.CreateDatabase,
        ("GET", 2, _) => StandInOperation.ReadDatabase,
        ("POST", 3, "colls") => StandInOperation.CreateContainer,
        ("GET", 4, _) => StandInOperation.ReadContainer,
        ("GET", 5, "pkranges") => StandInOperation.ReadRanges,
        ("POST", 5, "docs") when Has("x-ms-cosmos-is-batch-request") => StandInOperation.Batch,
        ("POST", 5, "docs") when Has("x-ms-cosmos-is-query-plan-request") => StandInOperation.QueryPlan,
        ("POST", 5, "docs") when Has("x-ms-documentdb-isquery") => StandInOperation.Query,
        ("POST", 5, "docs") when Has("x-ms-documentdb-is-upsert") => StandInOperation.Upsert,
        ("POST", 5, "docs") => StandInOperation.Create,
        ("GET", 6, _) => StandInOperation.Read,
        ("PUT", 6, _) => StandInOperation.Replace,
        ("DELETE", 6, _) => StandInOperation.Delete,
        _ => throw new StandInRefusal(501, $"{method} {Path} is not known here."),
    };
}
