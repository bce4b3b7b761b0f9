using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using Microsoft.Azure.Cosmos;

namespace FollowUpBot.Tests.Storage;

/// <summary>A stand-in of its own for each test, and stores that talk to it through the SDK.</summary>
public abstract class CosmosStoreTest : IAsyncLifetime
{
    private readonly List<CosmosDocumentStore> opened = [];
    private CosmosStandIn.CosmosStandIn? service;

    protected MovedClock Clock { get; } = new();

    protected CosmosStandIn.CosmosStandIn Service => service ?? throw new InvalidOperationException("The stand-in is started before each test.");

    protected CosmosOptions Options => new()
    {
        Endpoint = Service.Endpoint,
        Key = Service.Key,
        LimitToEndpoint = true,
        CreateMissing = true,
        Timeout = TimeSpan.FromMinutes(1),
    };

    public async Task InitializeAsync() => service = await CosmosStandIn.CosmosStandIn.StartAsync(Clock);

    public async Task DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();
        await Service.DisposeAsync();
    }

    protected async Task<CosmosDocumentStore> Open(CosmosOptions? options = null)
    {
        var store = await CosmosDocumentStore.OpenAsync(options ?? Options, TimeProvider.System, null, CancellationToken.None);
        opened.Add(store);
        return store;
    }

    /// <summary>A store whose SDK has asked all it asks once, and whose requests are counted from here on.</summary>
    protected async Task<CosmosDocumentStore> Warm(CosmosOptions? options = null)
    {
        if (options is not null)
            await Warm();
        var store = await Open(options);
        await store.BatchAsync("t0|deal:0", [new DocumentWrite.Create(Documents.A("warm", "t0|deal:0"))], CancellationToken.None);
        await store.Get("warm", "t0|deal:0");
        Service.Forget();
        return store;
    }

    /// <summary>The first requests of an operation meet these faults, one each; later ones meet none.</summary>
    protected void Meet(StandInOperation operation, params StandInFault[] faults) =>
        Service.Inject = request => request.Operation == operation && request.Number <= faults.Length ? faults[request.Number - 1] : null;

    protected CosmosClient Client() =>
        new(Service.Endpoint.ToString(), Service.Key, new() { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
}
