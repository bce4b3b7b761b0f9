using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>The account's databases and containers.</summary>
internal sealed class StandInAccount(IClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> databases = [];
    private readonly Dictionary<(int Database, string Name), StandInContainer> containers = [];

    /// <summary>Session, unless a test makes the account weaker than the product needs.</summary>
    public string Consistency { get; set; } = "Session";

    public IEnumerable<StandInContainer> Containers
    {
        get
        {
            lock (gate)
                return [.. containers.Values];
        }
    }

    public string Describe(Uri endpoint) => new JsonObject
    {
        ["_self"] = "",
        ["id"] = "stand-in",
        ["_rid"] = "stand-in",
        ["media"] = "//media/",
        ["addresses"] = "//addresses/",
        ["_dbs"] = "//dbs/",
        ["writableLocations"] = Locations(endpoint),
        ["readableLocations"] = Locations(endpoint),
        ["enableMultipleWriteLocations"] = false,
        ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = Consistency },
        ["queryEngineConfiguration"] = """
            {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,
            "maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,
            "maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,
            "sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,
            "sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,
            "sqlDisableOptimizationFlags":0,"sqlDisableQueryILOptimization":false,"sqlEnableParameterExpansionCheck":true}
            """,
    }.ToJsonString();

    public string CreateDatabase(string body)
    {
        lock (gate)
        {
            var name = Name(body, out _);
            if (!databases.TryAdd(name, databases.Count + 1))
                throw new StandInRefusal(409, "The database exists.");
            return Database(name);
        }
    }

    public string Database(string name)
    {
        var rid = ResourceId.Database(NumberOf(name));
        return new JsonObject { ["id"] = name, ["_rid"] = rid, ["_self"] = $"dbs/{rid}/", ["_etag"] = "\"1\"", ["_colls"] = "colls/", ["_ts"] = 1 }
            .ToJsonString();
    }

    public StandInContainer CreateContainer(string database, string body)
    {
        lock (gate)
        {
            var parent = NumberOf(database);
            var name = Name(body, out var properties);
            var container = new StandInContainer(parent, containers.Count + 1, properties, clock);
            if (!containers.TryAdd((parent, name), container))
                throw new StandInRefusal(409, "The container exists.");
            IndexEverythingByDefault(properties);
            properties["_rid"] = container.Rid;
            properties["_self"] = $"dbs/{ResourceId.Database(parent)}/colls/{container.Rid}/";
            properties["_etag"] = "\"1\"";
            properties["_ts"] = 1;
            properties["_docs"] = "docs/";
            return container;
        }
    }

    /// <summary>By name, or by the service's own ids, which the SDK uses for the ranges.</summary>
    public StandInContainer Container(string database, string container)
    {
        lock (gate)
        {
            var parent = NumberOf(database);
            return containers.GetValueOrDefault((parent, container))
                ?? containers.Values.FirstOrDefault(found => found.Rid == container)
                ?? throw new StandInRefusal(404, "Owner resource does not exist.", 1003);
        }
    }

    private int NumberOf(string database)
    {
        lock (gate)
        {
            return databases.TryGetValue(database, out var number)
                ? number
                : databases.Values.FirstOrDefault(candidate => ResourceId.Database(candidate) == database) is > 0 and var byRid
                    ? byRid
                    : throw new StandInRefusal(404, "Owner resource does not exist.", 1003);
        }
    }

    private static void IndexEverythingByDefault(JsonObject properties)
    {
        if (properties["indexingPolicy"]?["includedPaths"] is JsonArray { Count: > 0 })
            return;
        properties["indexingPolicy"] = new JsonObject
        {
            ["indexingMode"] = "consistent",
            ["automatic"] = true,
            ["includedPaths"] = new JsonArray(new JsonObject { ["path"] = "/*" }),
            ["excludedPaths"] = new JsonArray(new JsonObject { ["path"] = "/\"_etag\"/?" }),
        };
    }

    private static string Name(string body, out JsonObject properties)
    {
        properties = JsonNode.Parse(body) as JsonObject ?? throw new StandInRefusal(400, "A JSON object is needed.");
        return properties["id"]?.GetValue<string>() ?? throw new StandInRefusal(400, "An id is needed.");
    }

    private static JsonArray Locations(Uri endpoint) =>
        [new JsonObject { ["name"] = "here", ["databaseAccountEndpoint"] = endpoint.ToString() }];
}
