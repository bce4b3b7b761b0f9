using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>
/// How the service tells the SDK to run a query over all partitions: the SDK asks for that on Linux, where it has no planner of its own
/// unless told to load one, which takes seconds.
/// </summary>
internal static partial class QueryPlan
{
    /// <summary>Where the SDK puts the condition with which it goes on after a page.</summary>
    private const string ResumeFilter = "{documentdb-formattableorderbyquery-filter}";

    public static string Of(string body)
    {
        var query = SqlQuery.Parse(body);
        var parts = Shape().Match(JsonNode.Parse(body)?["query"]?.GetValue<string>() ?? "");
        if (!parts.Success)
            throw new StandInRefusal(400, "This stand-in plans only SELECT * with TOP, WHERE and ORDER BY one path.");
        var isOrdered = parts.Groups["path"].Success;
        return new JsonObject
        {
            ["partitionedQueryExecutionInfoVersion"] = 2,
            ["queryInfo"] = new JsonObject
            {
                ["distinctType"] = "None",
                ["top"] = query.Top,
                ["orderBy"] = isOrdered ? new JsonArray(query.IsDescending ? "Descending" : "Ascending") : [],
                ["orderByExpressions"] = isOrdered ? new JsonArray(parts.Groups["path"].Value) : [],
                ["groupByExpressions"] = new JsonArray(),
                ["groupByAliases"] = new JsonArray(),
                ["aggregates"] = new JsonArray(),
                ["groupByAliasToAggregateType"] = new JsonObject(),
                ["rewrittenQuery"] = isOrdered ? Rewritten(parts) : "",
                ["hasSelectValue"] = false,
            },
            ["queryRanges"] = new JsonArray(new JsonObject
            {
                ["min"] = "",
                ["max"] = "FF",
                ["isMinInclusive"] = true,
                ["isMaxInclusive"] = false,
            }),
        }.ToJsonString();
    }

    private static string Rewritten(Match parts)
    {
        var path = parts.Groups["path"].Value;
        var condition = parts.Groups["where"].Success ? parts.Groups["where"].Value : $"IS_DEFINED({path})";
        return $$"""
            SELECT {{parts.Groups["top"].Value}}c._rid, [{"item": {{path}}}] AS orderByItems, c AS payload
            FROM c
            WHERE (({{condition}}) AND ({{ResumeFilter}}))
            ORDER BY {{path}}{{parts.Groups["direction"].Value}}
            """;
    }

    [GeneratedRegex(
        @"^SELECT (?<top>TOP \S+ )?\* FROM c( WHERE (?<where>.+?))?( ORDER BY (?<path>c(\.\w+)+)(?<direction> (ASC|DESC))?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
