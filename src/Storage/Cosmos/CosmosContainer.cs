using Microsoft.Azure.Cosmos;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>How the container must be made, and what differs in the one that is there.</summary>
internal static class CosmosContainer
{
    private const string KeyPath = "/pk";
    private const string BodyPath = "/body/*";
    private const int KeptUntilDeleted = -1;

    private static readonly string[] QueriedFields = ["kind", "owner", "due", "sort"];

    public static ContainerProperties Wanted(string name)
    {
        var wanted = new ContainerProperties(name, KeyPath)
        {
            DefaultTimeToLive = KeptUntilDeleted,
            PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
        };
        wanted.IndexingPolicy.IncludedPaths.Add(new() { Path = "/*" });
        wanted.IndexingPolicy.ExcludedPaths.Add(new() { Path = BodyPath });
        return wanted;
    }

    /// <summary>One line for each thing that would make the store wrong, slow or dear; none for a container that fits.</summary>
    public static IEnumerable<string> Differences(AccountProperties account, ContainerProperties container)
    {
        if (account.Consistency.DefaultConsistencyLevel is ConsistencyLevel.Eventual or ConsistencyLevel.ConsistentPrefix)
            yield return $"The account's consistency is {account.Consistency.DefaultConsistencyLevel}: it must be Session or stronger.";
        var paths = string.Join(", ", container.PartitionKeyPaths);
        if (paths != KeyPath)
            yield return $"The partition key is {paths}: it must be {KeyPath}.";
        if (container.PartitionKeyDefinitionVersion is not PartitionKeyDefinitionVersion.V2)
            yield return "The partition key is of version 1, for keys of up to 100 bytes: it must be of version 2.";
        if (container.DefaultTimeToLive != KeptUntilDeleted)
            yield return $"The default time-to-live is {container.DefaultTimeToLive?.ToString() ?? "off"}: it must be -1 (on, no default).";
        foreach (var line in IndexDifferences(container.IndexingPolicy))
            yield return line;
    }

    private static IEnumerable<string> IndexDifferences(IndexingPolicy policy)
    {
        if (policy.IndexingMode is not IndexingMode.Consistent || !policy.Automatic)
            yield return $"The index is {policy.IndexingMode}, automatic {policy.Automatic}: it must be Consistent and automatic.";
        var included = policy.IncludedPaths.Select(path => path.Path).ToHashSet();
        var excluded = policy.ExcludedPaths.Select(path => path.Path).ToHashSet();
        foreach (var field in QueriedFields)
        {
            string[] own = [$"/{field}/?", $"/{field}/*"];
            if (own.Any(excluded.Contains) || !(included.Contains("/*") || own.Any(included.Contains)))
                yield return $"The index leaves out /{field}: include /{field}/?.";
        }

        if (included.Contains("/*") && !excluded.Contains(BodyPath))
            yield return $"The index includes the bodies, which makes each write dearer: exclude {BodyPath}.";
    }
}
