using System.Reflection;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using Microsoft.Azure.Cosmos;

namespace FollowUpBot.Tests.Storage;

/// <summary>The contract on a real account or Microsoft's emulator, when one is configured.</summary>
public sealed class CosmosAccountTests
{
    private const string EndpointName = "FOLLOWUPBOT_TEST_COSMOS_ENDPOINT";
    private const string KeyName = "FOLLOWUPBOT_TEST_COSMOS_KEY";

    /// <summary>Time cannot be moved there.</summary>
    private static readonly string[] ByTheClock =
    [
        nameof(DocumentStoreContract.What_has_expired_is_invisible_at_once),
        nameof(DocumentStoreContract.What_has_expired_can_be_created_again_but_not_changed),
        nameof(DocumentStoreContract.A_time_to_live_counts_from_the_last_write),
        nameof(DocumentStoreContract.A_random_history_ends_as_it_does_in_memory),
    ];

    public static TheoryData<string> Promises => new(typeof(DocumentStoreContract).GetMethods()
        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
        .Select(method => method.Name)
        .Except(ByTheClock));

    [AccountTheory]
    [MemberData(nameof(Promises))]
    public async Task A_real_account_keeps_the_contract(string promise)
    {
        var method = typeof(DocumentStoreContract).GetMethod(promise) ?? throw new InvalidOperationException($"No promise {promise}.");
        var rows = method.GetCustomAttributes<Xunit.Sdk.DataAttribute>().SelectMany(attribute => attribute.GetData(method)).DefaultIfEmpty([]);
        foreach (var row in rows)
        {
            var contract = new OnAccount();
            await contract.InitializeAsync();
            try
            {
                await (method.Invoke(contract, row) as Task ?? Task.CompletedTask);
            }
            finally
            {
                await contract.DisposeAsync();
            }
        }
    }

    /// <summary>A container of its own for each promise, deleted behind it.</summary>
    private sealed class OnAccount : DocumentStoreContract
    {
        private readonly CosmosOptions options = new()
        {
            Endpoint = new(Environment.GetEnvironmentVariable(EndpointName) ?? ""),
            Key = Environment.GetEnvironmentVariable(KeyName),
            Container = $"contract-{Guid.NewGuid():N}",
            LimitToEndpoint = true,
            CreateMissing = true,
            Timeout = TimeSpan.FromMinutes(1),
        };

        private CosmosDocumentStore? opened;

        protected override async Task<IDocumentStore> OpenAsync() =>
            opened = await CosmosDocumentStore.OpenAsync(options, TimeProvider.System, null, CancellationToken.None);

        protected override async Task CloseAsync()
        {
            using var client = new CosmosClient(
                options.Endpoint.ToString(), options.Key, new() { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
            await client.GetContainer(options.Database, options.Container).DeleteContainerAsync();
            if (opened is not null)
                await opened.DisposeAsync();
        }
    }

    private sealed class AccountTheoryAttribute : TheoryAttribute
    {
        public AccountTheoryAttribute()
        {
            if (Environment.GetEnvironmentVariable(EndpointName) is null || Environment.GetEnvironmentVariable(KeyName) is null)
                DisplayName = Skip = $"The store contract was not run on a real Cosmos DB account or emulator: set {EndpointName} and {KeyName}.";
        }
    }
}
