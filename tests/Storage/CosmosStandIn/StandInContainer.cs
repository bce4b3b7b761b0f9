using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>An item as it was stored: its JSON with the service's own fields, and what the service reads of it.</summary>
internal sealed record StandInItem(string Pk, string Id, long Number, string ETag, Instant? ExpiresAt, JsonObject Json);

/// <summary>The items of one container, one writer at a time, with the service's refusals.</summary>
internal sealed class StandInContainer(int database, int number, JsonObject properties, IClock clock)
{
    private const int LargestItem = 2 << 20;

    private readonly Lock gate = new();
    private ImmutableDictionary<(string Pk, string Id), StandInItem> items = ImmutableDictionary<(string, string), StandInItem>.Empty;
    private ImmutableDictionary<(string Pk, string Id), StandInItem>? stale;
    private long staleSince;
    private long lastNumber;

    public string Rid { get; } = ResourceId.Container(database, number);

    public string RangeRid { get; } = ResourceId.Range(database, number);

    public JsonObject Properties { get; } = properties;

    /// <summary>The number of the last write, which is the session token.</summary>
    public long Sequence { get; private set; }

    /// <summary>From now on readers without a newer session token see the container as it is now.</summary>
    public void Freeze() => (stale, staleSince) = (items, Sequence);

    public StandInItem Read(string pk, string id, long session)
    {
        lock (gate)
            return Find(Visible(session), pk, id) ?? throw Missing();
    }

    public StandInItem Create(string pk, string body, bool isUpsert, string? ifMatch)
    {
        lock (gate)
        {
            var json = Parsed(pk, body);
            var id = CheckedId(json);
            var existing = Find(items, pk, id);
            if (existing is not null && !isUpsert)
                throw new StandInRefusal(409, "Entity with the specified id already exists in the system.");
            if (existing is not null && !Fits(ifMatch, existing))
                throw Changed();
            return Store(pk, id, existing?.Number ?? ++lastNumber, json);
        }
    }

    public StandInItem Replace(string pk, string id, string body, string? ifMatch)
    {
        lock (gate)
        {
            var json = Parsed(pk, body);
            if (CheckedId(json) != id)
                throw new StandInRefusal(400, "The id in the body is not that of the path.");
            var existing = Find(items, pk, id) ?? throw Missing();
            if (!Fits(ifMatch, existing))
                throw Changed();
            return Store(pk, id, existing.Number, json);
        }
    }

    public void Delete(string pk, string id, string? ifMatch)
    {
        lock (gate)
        {
            var existing = Find(items, pk, id) ?? throw Missing();
            if (!Fits(ifMatch, existing))
                throw Changed();
            Sequence++;
            items = items.Remove((pk, id));
        }
    }

    /// <summary>Every operation, or none: after the first failure all is as it was, and the others are marked 424.</summary>
    public List<BatchOperationResult> Batch(string pk, List<BatchOperation> operations, Func<int, StandInRefusal?> injected)
    {
        lock (gate)
        {
            var (before, sequence) = (items, Sequence);
            var results = new List<BatchOperationResult>();
            for (var index = 0; index < operations.Count; index++)
            {
                try
                {
                    results.Add(injected(index) is { } refusal ? throw refusal : Apply(pk, operations[index]));
                }
                catch (StandInRefusal refusal)
                {
                    (items, Sequence) = (before, sequence);
                    return [.. operations.Select((_, other) => other == index
                        ? new BatchOperationResult(refusal.Status, refusal.SubStatus, null, null, refusal.RetryAfter)
                        : new BatchOperationResult(424, 0, null, null, null))];
                }
            }

            return results;
        }
    }

    /// <summary>The rows from <paramref name="skip"/> on, and whether more follow.</summary>
    public (List<JsonNode?> Rows, bool HasMore) Query(string? pk, SqlQuery query, long session, int skip, int most)
    {
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            var found = Visible(session).Values
                .Where(item => (pk is null || item.Pk == pk) && IsAlive(item, now) && query.Where(item.Json))
                .OrderBy(item => item.Number)
                .ToList();
            if (query.OrderBy is { } key)
            {
                var order = Comparer<StandInItem>.Create((x, y) =>
                    SqlQuery.Compare(key(x.Json), key(y.Json)) is var first and not 0 ? first : x.Number.CompareTo(y.Number));
                found.Sort(query.IsDescending ? Comparer<StandInItem>.Create((x, y) => order.Compare(y, x)) : order);
            }

            var wanted = found.Take(query.Top ?? int.MaxValue).Skip(skip).ToList();
            return ([.. wanted.Take(most).Select(item => query.Project(item.Json))], wanted.Count > most);
        }
    }

    private BatchOperationResult Apply(string pk, BatchOperation operation)
    {
        var id = operation.Id ?? "";
        switch (operation.Kind)
        {
            case BatchOperationKind.Delete:
                Delete(pk, id, operation.IfMatch);
                return new(204, 0, null, null, null);
            case BatchOperationKind.Read:
                var read = Find(items, pk, id) ?? throw Missing();
                return new(200, 0, read.ETag, Encoding.UTF8.GetBytes(read.Json.ToJsonString()), null);
            case BatchOperationKind.Replace:
                return new(200, 0, Replace(pk, id, operation.Body ?? "", operation.IfMatch).ETag, null, null);
            default:
                var isUpsert = operation.Kind is BatchOperationKind.Upsert;
                return new(201, 0, Create(pk, operation.Body ?? "", isUpsert, operation.IfMatch).ETag, null, null);
        }
    }

    private StandInItem Store(string pk, string id, long document, JsonObject json)
    {
        var rid = ResourceId.Document(database, number, document);
        var now = clock.GetCurrentInstant();
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"00000000-0000-0000-{number:x4}-{++Sequence:x12}\"");
        json["_rid"] = rid;
        json["_self"] = $"dbs/{ResourceId.Database(database)}/colls/{Rid}/docs/{rid}/";
        json["_etag"] = etag;
        json["_attachments"] = "attachments/";
        json["_ts"] = now.ToUnixTimeSeconds();
        var item = new StandInItem(pk, id, document, etag, Expiry(json, now), json);
        items = items.SetItem((pk, id), item);
        return item;
    }

    private Instant? Expiry(JsonObject json, Instant now)
    {
        var byDefault = Properties["defaultTtl"]?.GetValue<int>();
        var own = json["ttl"]?.GetValue<int>() ?? byDefault;
        return byDefault is null || own is null or -1 ? null : Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + own.Value);
    }

    private static JsonObject Parsed(string pk, string body)
    {
        if (Encoding.UTF8.GetByteCount(body) > LargestItem)
            throw new StandInRefusal(413, "Request size is too large.");
        if (JsonNode.Parse(body) is not JsonObject json)
            throw new StandInRefusal(400, "An item is a JSON object.");
        if (json["pk"] is not JsonValue key || key.GetValueKind() is not JsonValueKind.String || key.GetValue<string>() != pk)
            throw new StandInRefusal(400, "PartitionKey extracted from document doesn't match the one specified in the header.", 1001);
        if (json["ttl"] is { } ttl && !IsTimeToLive(ttl))
            throw new StandInRefusal(400, "The ttl must be -1 or a positive 32-bit integer.");
        return json;
    }

    private static bool IsTimeToLive(JsonNode ttl) =>
        ttl.GetValueKind() is JsonValueKind.Number && ttl.AsValue().TryGetValue(out int seconds) && seconds is -1 or > 0;

    private static string CheckedId(JsonObject json)
    {
        if (json["id"] is not JsonValue value || value.GetValueKind() is not JsonValueKind.String)
            throw new StandInRefusal(400, "An item needs an id that is text.");
        var id = value.GetValue<string>();
        if (id.Length == 0 || Encoding.UTF8.GetByteCount(id) > 1023 || id.AsSpan().ContainsAny(@"/\?#"))
            throw new StandInRefusal(400, "The id is empty, too long or has one of / \\ ? #.");
        return id;
    }

    private ImmutableDictionary<(string Pk, string Id), StandInItem> Visible(long session) =>
        stale is { } old && session <= staleSince ? old : items;

    private StandInItem? Find(ImmutableDictionary<(string Pk, string Id), StandInItem> among, string pk, string id) =>
        among.TryGetValue((pk, id), out var item) && IsAlive(item, clock.GetCurrentInstant()) ? item : null;

    private static bool Fits(string? ifMatch, StandInItem existing) => ifMatch is null or "" or "*" || ifMatch == existing.ETag;

    private static bool IsAlive(StandInItem item, Instant now) => item.ExpiresAt is not { } end || now < end;

    private static StandInRefusal Missing() => new(404, "Entity with the specified id does not exist in the system.");

    private static StandInRefusal Changed() => new(412, "One of the specified pre-condition is not met.");
}
