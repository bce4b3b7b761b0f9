using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;

namespace FollowUpBot.Tests.Storage;

/// <summary>The contract through Microsoft's SDK, against the stand-in.</summary>
public sealed class CosmosDocumentStoreTests : DocumentStoreContract
{
    private CosmosStandIn.CosmosStandIn? service;
    private CosmosDocumentStore? opened;

    protected override async Task<IDocumentStore> OpenAsync()
    {
        service = await CosmosStandIn.CosmosStandIn.StartAsync(Clock);
        return opened = await CosmosDocumentStore.OpenAsync(
            new()
            {
                Endpoint = service.Endpoint,
                Key = service.Key,
                LimitToEndpoint = true,
                CreateMissing = true,
                Timeout = TimeSpan.FromMinutes(1),
            },
            TimeProvider.System,
            null,
            CancellationToken.None);
    }

    protected override async Task CloseAsync()
    {
        if (opened is not null)
            await opened.DisposeAsync();
        if (service is not null)
            await service.DisposeAsync();
    }
}
