using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>
/// A loopback server that Microsoft's SDK takes for Azure Cosmos DB for NoSQL in Gateway mode, as strict as the service in what the product
/// relies on: keys, ETags, atomic batches, time-to-live by the test's clock, sessions, sizes. What it does not know it refuses.
/// </summary>
public sealed class CosmosStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly StandInAccount account;
    private readonly ConcurrentQueue<StandInRequest> requests = new();
    private readonly Lock numbering = new();
    private readonly CancellationTokenSource closing = new();
    private bool isClosed;

    static CosmosStandIn()
    {
        // The SDK then asks no cloud where it runs.
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
    }

    private CosmosStandIn(WebApplication app, IClock clock)
    {
        this.app = app;
        account = new(clock);
        app.Run(HandleAsync);
    }

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    public string Key { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes("the key of a stand-in, worth nothing at all, on loopback"));

    /// <summary>What makes a bot keep its documents here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Storage:Kind"] = "Cosmos",
        ["Storage:Cosmos:Endpoint"] = Endpoint.ToString(),
        ["Storage:Cosmos:Key"] = Key,
    };

    /// <summary>What a test's own credential hands out instead of the key.</summary>
    public string Token { get; } = "stand-in-token";

    /// <summary>Chosen for each request before it is carried out; null answers as usual.</summary>
    public Func<StandInRequest, StandInFault?> Inject { get; set; } = _ => null;

    /// <summary>At most so many rows come in a page, whatever the client asks for.</summary>
    public int LargestPage { get; set; } = 1000;

    /// <summary>The first page of each query is empty and says that more follow, as the service may.</summary>
    public bool EmptyFirstPage { get; set; }

    public string Consistency
    {
        set => account.Consistency = value;
    }

    public IReadOnlyList<StandInRequest> Requests => [.. requests];

    public static async Task<CosmosStandIn> StartAsync(IClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = 16 << 20;
        });
        var standIn = new CosmosStandIn(builder.Build(), clock);
        await standIn.app.StartAsync();
        standIn.Endpoint = new(standIn.app.Urls.Single());
        return standIn;
    }

    public int Count(StandInOperation operation) => requests.Count(request => request.Operation == operation);

    public void Forget() => requests.Clear();

    /// <summary>From now on readers without a newer session token see the containers as they are now, as on a replica that lags.</summary>
    public void Freeze()
    {
        foreach (var container in account.Containers)
            container.Freeze();
    }

    public async ValueTask DisposeAsync()
    {
        if (isClosed)
            return;
        isClosed = true;
        await closing.CancelAsync();
        await app.DisposeAsync();
        closing.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        StandInAnswer answer;
        var fault = default(StandInFault);
        try
        {
            var body = await ReadAsync(context.Request.Body);
            var route = new StandInRoute(context);
            route.Authorize(Key, Token);
            var request = Numbered(route);
            fault = Inject(request);
            await (fault?.Before ?? Task.CompletedTask);
            answer = fault is { Applies: false } ? StandInAnswer.Empty(200) : Carry(route, body, fault);
            fault?.Applied();
        }
        catch (StandInRefusal refusal)
        {
            answer = Refuse(refusal);
        }

        await (fault?.After ?? Task.CompletedTask);
        await EndAsync(context, answer, fault);
    }

    private StandInRequest Numbered(StandInRoute route)
    {
        lock (numbering)
        {
            var request = new StandInRequest(route.Operation, Count(route.Operation) + 1, route.Path);
            requests.Enqueue(request);
            return request;
        }
    }

    private async Task EndAsync(HttpContext context, StandInAnswer answer, StandInFault? fault)
    {
        if (fault?.Ending is StandInEnding.Status)
            answer = Refuse(new(fault.Status, "Injected.", fault.SubStatus) { RetryAfter = fault.RetryAfter });
        if (fault?.Ending is StandInEnding.Hang)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (fault?.Ending is StandInEnding.Reset or StandInEnding.Hang)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Body.Length == 0)
            return;
        context.Response.ContentLength = answer.Body.Length;
        var isCut = fault?.Ending is StandInEnding.Cut;
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, isCut ? answer.Body.Length / 2 : answer.Body.Length));
        if (isCut)
            context.Abort();
    }

    private StandInAnswer Carry(StandInRoute route, byte[] body, StandInFault? fault) => route.Operation switch
    {
        StandInOperation.ReadAccount => StandInAnswer.Json(200, account.Describe(Endpoint)),
        StandInOperation.CreateDatabase => StandInAnswer.Json(201, account.CreateDatabase(Encoding.UTF8.GetString(body))),
        StandInOperation.ReadDatabase => StandInAnswer.Json(200, account.Database(route.Database)),
        StandInOperation.CreateContainer => StandInAnswer.Json(
            201, account.CreateContainer(route.Database, Encoding.UTF8.GetString(body)).Properties.ToJsonString()),
        StandInOperation.ReadContainer => StandInAnswer.Json(200, account.Container(route.Database, route.Container).Properties.ToJsonString()),
        StandInOperation.ReadRanges => Ranges(route),
        StandInOperation.QueryPlan => StandInAnswer.Json(200, QueryPlan.Of(Encoding.UTF8.GetString(body))),
        _ => Items(route, account.Container(route.Database, route.Container), body, fault),
    };

    private StandInAnswer Items(StandInRoute route, StandInContainer container, byte[] body, StandInFault? fault)
    {
        var text = route.Operation is StandInOperation.Batch ? "" : Encoding.UTF8.GetString(body);
        var answer = route.Operation switch
        {
            StandInOperation.Query => Query(route, container, text),
            StandInOperation.Batch => Batch(route, container, body, fault),
            StandInOperation.Read => Item(200, container.Read(Pk(route), route.ItemId, route.Session)),
            StandInOperation.Create => Item(201, container.Create(Pk(route), text, isUpsert: false, null)),
            StandInOperation.Upsert => Item(200, container.Create(Pk(route), text, isUpsert: true, route.Header("if-match"))),
            StandInOperation.Replace => Item(200, container.Replace(Pk(route), route.ItemId, text, route.Header("if-match"))),
            _ => Deleted(route, container),
        };
        answer.Headers["x-ms-request-charge"] = "1";
        answer.Headers["x-ms-content-path"] = container.Rid;
        answer.Headers["x-ms-session-token"] = string.Create(CultureInfo.InvariantCulture, $"0:-1#{container.Sequence}");
        return answer;
    }

    private static StandInAnswer Deleted(StandInRoute route, StandInContainer container)
    {
        container.Delete(Pk(route), route.ItemId, route.Header("if-match"));
        return StandInAnswer.Empty(204);
    }

    private static StandInAnswer Batch(StandInRoute route, StandInContainer container, byte[] body, StandInFault? fault)
    {
        if (body.Length > 2 << 20)
            throw new StandInRefusal(413, "Request size is too large.");
        if (!route.Has("x-ms-cosmos-batch-atomic"))
            throw new StandInRefusal(501, "Bulk execution is not known here.");
        var operations = BatchRows.Read(body);
        if (operations.Count is 0 or > 100)
            throw new StandInRefusal(400, "A batch has 1 to 100 operations.");
        var results = container.Batch(Pk(route), operations, index => fault?.Operation == index
            ? new StandInRefusal(fault.Status, "Injected.") { RetryAfter = fault.RetryAfter }
            : null);
        return new(results.Any(result => result.Status >= 400) ? 207 : 200, BatchRows.Write(results));
    }

    private StandInAnswer Query(StandInRoute route, StandInContainer container, string body)
    {
        if (route.Header("x-ms-documentdb-partitionkey") is null && !route.Has("x-ms-documentdb-query-enablecrosspartition"))
            throw new StandInRefusal(400, "Cross partition query is required but disabled.");
        var token = route.Header("x-ms-continuation");
        var skip = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var wanted = int.Parse(route.Header("x-ms-max-item-count") ?? "-1", CultureInfo.InvariantCulture);
        var most = EmptyFirstPage && token is null ? 0 : Math.Min(wanted < 1 ? 100 : wanted, LargestPage);
        var (rows, hasMore) = container.Query(
            route.Header("x-ms-documentdb-partitionkey") is null ? null : Pk(route), SqlQuery.Parse(body), route.Session, skip, most);
        var answer = StandInAnswer.Json(200, new JsonObject
        {
            ["_rid"] = container.Rid,
            ["Documents"] = new JsonArray([.. rows.Select(row => row?.DeepClone())]),
            ["_count"] = rows.Count,
        }.ToJsonString());
        if (hasMore)
            answer.Headers["x-ms-continuation"] = (skip + rows.Count).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    private StandInAnswer Ranges(StandInRoute route)
    {
        var container = account.Container(route.Database, route.Container);
        var answer = route.Header("if-none-match") == "\"1\""
            ? StandInAnswer.Empty(304)
            : StandInAnswer.Json(200, $$"""
                {"_rid":"{{container.Rid}}","PartitionKeyRanges":[{"_rid":"{{container.RangeRid}}","id":"0","_etag":"\"1\"","minInclusive":"",
                "maxExclusive":"FF","ridPrefix":0,"_self":"dbs/x/colls/{{container.Rid}}/pkranges/{{container.RangeRid}}/",
                "throughputFraction":1,"status":"online","parents":[],"_ts":1}],"_count":1}
                """);
        answer.Headers["etag"] = "\"1\"";
        return answer;
    }

    private static StandInAnswer Item(int status, StandInItem item)
    {
        var answer = StandInAnswer.Json(status, item.Json.ToJsonString());
        answer.Headers["etag"] = item.ETag;
        return answer;
    }

    private static StandInAnswer Refuse(StandInRefusal refusal)
    {
        var text = new JsonObject { ["code"] = $"{refusal.Status}", ["message"] = refusal.Message };
        var answer = StandInAnswer.Json(refusal.Status, text.ToJsonString());
        if (refusal.SubStatus != 0)
            answer.Headers["x-ms-substatus"] = refusal.SubStatus.ToString(CultureInfo.InvariantCulture);
        if (refusal.RetryAfter is { } wait)
            answer.Headers["x-ms-retry-after-ms"] = wait.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    /// <summary>The header is a JSON array of one text.</summary>
    private static string Pk(StandInRoute route) =>
        JsonNode.Parse(route.Header("x-ms-documentdb-partitionkey") ?? "null") is JsonArray { Count: 1 } key && key[0] is JsonValue value
            ? value.GetValue<string>()
            : throw new StandInRefusal(400, "The partition key supplied in x-ms-partitionkey header is missing or wrong.");

    private static async Task<byte[]> ReadAsync(Stream body)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
