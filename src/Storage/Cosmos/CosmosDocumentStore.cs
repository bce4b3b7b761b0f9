using System.Net;
using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using NodaTime;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>The port on one container of Azure Cosmos DB for NoSQL, for any number of servers. The service tells what has expired.</summary>
public sealed class CosmosDocumentStore : IDocumentStore, IAsyncDisposable
{
    private const string Due = "SELECT TOP @limit * FROM c WHERE c.due <= @now ORDER BY c.due";
    private const string Owned = "SELECT TOP @limit * FROM c WHERE c.owner = @owner AND c.kind = @kind AND c.sort > @after ORDER BY c.sort";
    private const string InPartition = "SELECT TOP @limit * FROM c WHERE c.kind = @kind AND c.sort > @after ORDER BY c.sort";

    private readonly CosmosClient client;
    private readonly Container container;
    private readonly CosmosCall call;

    private CosmosDocumentStore(CosmosClient client, CosmosOptions options, TimeProvider time)
    {
        this.client = client;
        container = client.GetContainer(options.Database, options.Container);
        call = new(time, options.Timeout, PlaceOf(options));
    }

    /// <summary>Connects, and checks that the container is as the store needs it.</summary>
    /// <param name="time">Measures time-outs and waits; what has expired is told by the service.</param>
    /// <param name="identity">Signs in when there is no key; null for the managed identity.</param>
    /// <exception cref="StoreUnavailableException">
    /// The account does not answer, or one line for each thing that differs in its container.
    /// </exception>
    public static async Task<CosmosDocumentStore> OpenAsync(
        CosmosOptions options, TimeProvider time, TokenCredential? identity, CancellationToken cancellationToken)
    {
        var store = new CosmosDocumentStore(Connect(options, identity), options, time);
        try
        {
            if (options.CreateMissing)
                await store.call.RunAsync(token => store.CreateAsync(options, token), cancellationToken);
            await store.RefuseDifferentAsync(cancellationToken);
            await store.WarmUpAsync(options, time, cancellationToken);
            return store;
        }
        catch
        {
            store.client.Dispose();
            throw;
        }
    }

    public Task<StoredDocument?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, nameof(partition));
        DocumentRules.CheckId(id);
        return call.RunAsync(
            async token => (await CosmosItem.ReadAsync(container, partition, id, token))?.ToStored(), cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument?>> GetAllAsync(string partition, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, nameof(partition));
        DocumentRules.CheckIds(ids);
        var conditions = string.Join(" OR ", ids.Select((_, i) => $"c.id = @id{i}"));
        var query = new QueryDefinition($"SELECT * FROM c WHERE {conditions}");
        for (var i = 0; i < ids.Count; i++)
            query = query.WithParameter($"@id{i}", CosmosItem.IdOf(ids[i]));
        return call.RunAsync<IReadOnlyList<StoredDocument?>>(
            async token =>
            {
                var found = await QueryAsync(query, new PartitionKey(partition), ids.Count, token);
                return [.. ids.Select(id => found.Find(stored => stored.Document.Id == id))];
            },
            cancellationToken);
    }

    public Task<BatchResult> BatchAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        DocumentRules.CheckBatch(partition, writes);
        return call.RunAsync(new CosmosBatch(container, partition, writes).TryAsync, cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument>> DueAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckLimit(limit);
        var query = new QueryDefinition(Due).WithParameter("@limit", limit).WithParameter("@now", Json.SortableInstant.Pattern.Format(now));
        return call.RunAsync<IReadOnlyList<StoredDocument>>(
            async token => await QueryAsync(query, null, limit, token), cancellationToken);
    }

    public Task<DocumentPage> OwnedAsync(string owner, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(owner, nameof(owner));
        return PageAsync(new QueryDefinition(Owned).WithParameter("@owner", owner), null, kind, continuation, limit, cancellationToken);
    }

    public Task<DocumentPage> InPartitionAsync(
        string partition, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(partition, nameof(partition));
        return PageAsync(new(InPartition), new PartitionKey(partition), kind, continuation, limit, cancellationToken);
    }

    public Task<Instant?> CheckAsync(CancellationToken cancellationToken)
    {
        var check = new Document { Partition = "|check", Id = "check", Kind = "check", TimeToLive = Duration.FromMinutes(1), Body = "{}" };
        return call.RunAsync(
            async token =>
            {
                var item = await container.UpsertItemAsync(CosmosItem.Of(check, "check"), new PartitionKey(check.Partition), cancellationToken: token);
                return item.Resource.WrittenAt is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : (Instant?)null;
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CosmosClient Connect(CosmosOptions options, TokenCredential? identity)
    {
        var settings = new CosmosClientOptions
        {
            ApplicationName = "FollowUpBot",
            ConnectionMode = options.ConnectionMode,
            LimitToEndpoint = options.LimitToEndpoint,
            UseSystemTextJsonSerializerWithOptions = CosmosJson.Default.Options,
            MaxRetryAttemptsOnRateLimitedRequests = 0,
        };
        if (options.Key is { } key)
            return new(options.Endpoint.ToString(), key, settings);
        identity ??= new ManagedIdentityCredential(options.ManagedIdentityClientId is { } id
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned);
        return new(options.Endpoint.ToString(), identity, settings);
    }

    private async Task<bool> CreateAsync(CosmosOptions options, CancellationToken cancellationToken)
    {
        var database = await client.CreateDatabaseIfNotExistsAsync(options.Database, cancellationToken: cancellationToken);
        try
        {
            await database.Database.CreateContainerAsync(CosmosContainer.Wanted(options.Container), cancellationToken: cancellationToken);
        }
        catch (CosmosException e) when (e.StatusCode is HttpStatusCode.Conflict)
        {
            // It is there already; whether it fits is looked at next.
        }

        return true;
    }

    private async Task RefuseDifferentAsync(CancellationToken cancellationToken)
    {
        var account = await call.RunAsync(token => client.ReadAccountAsync().WaitAsync(token), cancellationToken);
        var found = await call.RunAsync(
            async token => (await container.ReadContainerAsync(cancellationToken: token)).Resource, cancellationToken);
        var differences = CosmosContainer.Differences(account, found).ToList();
        if (differences.Count > 0)
        {
            throw new StoreUnavailableException(
                string.Join('\n', differences.Prepend($"The container {found.Id} is not as azuredeploy.json makes it:")));
        }
    }

    /// <summary>
    /// The first query of a process loads the SDK's planner, which takes seconds on a small machine: longer than a call may take, so it is
    /// done before anybody waits for it.
    /// </summary>
    private async Task WarmUpAsync(CosmosOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition(Due).WithParameter("@limit", 1).WithParameter("@now", "");
        await new CosmosCall(time, options.StartTimeout, PlaceOf(options)).RunAsync(token => QueryAsync(query, null, 1, token), cancellationToken);
    }

    private static string PlaceOf(CosmosOptions options) => $"{options.Endpoint.Host}/{options.Database}/{options.Container}";

    private Task<DocumentPage> PageAsync(
        QueryDefinition query, PartitionKey? partition, string kind, string? continuation, int limit, CancellationToken cancellationToken)
    {
        DocumentRules.CheckKey(kind, nameof(kind));
        DocumentRules.CheckLimit(limit);
        var after = PageToken.Parse(continuation);
        query = query
            .WithParameter("@kind", kind)
            .WithParameter("@after", after is null ? "" : CosmosItem.SortOf(after.Id, after.Partition))
            .WithParameter("@limit", limit + 1);
        return call.RunAsync(
            async token => PageToken.Page(await QueryAsync(query, partition, limit + 1, token), limit), cancellationToken);
    }

    /// <summary>A page of the service may be short or empty although more follow, so it is asked until it has no more.</summary>
    private async Task<List<StoredDocument>> QueryAsync(
        QueryDefinition query, PartitionKey? partition, int limit, CancellationToken cancellationToken)
    {
        using var pages = container.GetItemQueryIterator<CosmosItem>(
            query, requestOptions: new() { PartitionKey = partition, MaxItemCount = limit });
        var found = new List<StoredDocument>();
        while (pages.HasMoreResults)
        {
            foreach (var item in await pages.ReadNextAsync(cancellationToken))
                found.Add(item.ToStored());
        }

        return found;
    }
}
