using Azure.Core;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Tests.Azure;
using Microsoft.Azure.Cosmos;
using Newtonsoft.Json;
using static FollowUpBot.Tests.Storage.Documents;

namespace FollowUpBot.Tests.Storage;

public sealed class CosmosStartTests : CosmosStoreTest
{
    [Fact]
    public async Task A_container_that_the_store_makes_is_one_that_it_accepts()
    {
        await Open();
        var store = await Open(Options with { CreateMissing = false });
        await store.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_container_of_the_cloud_template_is_one_that_the_store_accepts()
    {
        var resource = AzureTemplate.Properties("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")?["resource"]?.AsObject() ?? [];
        resource = resource.DeepClone().AsObject();
        resource["id"] = AzureTemplate.Text(resource["id"]);
        await Make(JsonConvert.DeserializeObject<ContainerProperties>(resource.ToJsonString()) ?? throw new InvalidOperationException("No container."));
        Service.Consistency =
            (string?)AzureTemplate.Properties("Microsoft.DocumentDB/databaseAccounts")?["consistencyPolicy"]?["defaultConsistencyLevel"] ?? "";

        var store = await Open(Options with { CreateMissing = false });
        await store.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_missing_container_is_refused_where_the_store_may_not_make_it()
    {
        var refusal = await Refusal(Options with { CreateMissing = false });
        Assert.Equal("The store 127.0.0.1/followupbot/documents does not do its work: the database or container is missing (404/1003).", refusal);
    }

    [Fact]
    public async Task Everything_that_differs_in_the_container_is_said_at_once()
    {
        Service.Consistency = "Eventual";
        var properties = new ContainerProperties("documents", "/tenant")
        {
            PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V1,
            DefaultTimeToLive = 3600,
        };
        properties.IndexingPolicy.IncludedPaths.Add(new() { Path = "/kind/?" });
        properties.IndexingPolicy.IncludedPaths.Add(new() { Path = "/owner/*" });
        properties.IndexingPolicy.ExcludedPaths.Add(new() { Path = "/*" });
        properties.IndexingPolicy.Automatic = false;
        await Make(properties);

        Assert.Equal(
            """
            The container documents is not as azuredeploy.json makes it:
            The account's consistency is Eventual: it must be Session or stronger.
            The partition key is /tenant: it must be /pk.
            The partition key is of version 1, for keys of up to 100 bytes: it must be of version 2.
            The default time-to-live is 3600: it must be -1 (on, no default).
            The index is Consistent, automatic False: it must be Consistent and automatic.
            The index leaves out /due: include /due/?.
            The index leaves out /sort: include /sort/?.
            """,
            await Refusal(Options with { CreateMissing = false }));
    }

    [Fact]
    public async Task A_container_without_time_to_live_and_with_indexed_bodies_is_refused()
    {
        await Make(new("documents", "/pk") { PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2 });

        Assert.Equal(
            """
            The container documents is not as azuredeploy.json makes it:
            The default time-to-live is off: it must be -1 (on, no default).
            The index includes the bodies, which makes each write dearer: exclude /body/*.
            """,
            await Refusal(Options with { CreateMissing = false }));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var key = Convert.ToBase64String(new byte[64]);
        Assert.EndsWith("the key or token is not accepted (401).", await Refusal(Options with { Key = key }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_refused_within_the_time_of_a_call()
    {
        await Service.DisposeAsync();
        Assert.Contains("does not do its work", await Refusal(Options with { Timeout = TimeSpan.FromSeconds(2) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_store_signs_in_with_an_identity()
    {
        await Open();
        await using var store = await CosmosDocumentStore.OpenAsync(
            Options with { Key = null, CreateMissing = false }, TimeProvider.System, new FixedCredential(Service.Token), CancellationToken.None);
        await store.Create(A("f1"));
        Assert.NotNull(await store.Get("f1"));
    }

    private async Task<string> Refusal(CosmosOptions options) =>
        (await Assert.ThrowsAsync<StoreUnavailableException>(() => Open(options))).Message;

    private async Task Make(ContainerProperties properties)
    {
        using var client = Client();
        var database = await client.CreateDatabaseAsync("followupbot");
        await database.Database.CreateContainerAsync(properties);
    }

    private sealed class FixedCredential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
