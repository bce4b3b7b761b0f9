using FollowUpBot.Bot.Host;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Storage.Sqlite;
using FollowUpBot.Tests.Storage;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Host;

public sealed class StoreChoiceTests : CosmosStoreTest
{
    private const string GoodEndpoint = "https://followupbot.documents.azure.com:443/";

    [Fact]
    public async Task Nothing_but_a_setting_chooses_the_database()
    {
        using var folder = new ScratchFolder();
        await using var file = Host(("Storage:Path", folder.File("a.db")));
        Assert.IsType<SqliteDocumentStore>(file.Services.GetRequiredService<IDocumentStore>());
        Assert.Equal(folder.File("a.db"), StoreChoice.Place(file.Services));

        await using var account = Host([.. Service.Settings.Select(setting => (setting.Key, setting.Value ?? ""))]);
        Assert.IsType<CosmosDocumentStore>(account.Services.GetRequiredService<IDocumentStore>());
        Assert.Equal($"{Service.Endpoint.ToString().TrimEnd('/')}/followupbot/documents", StoreChoice.Place(account.Services));
    }

    [Fact]
    public async Task A_container_that_differs_stops_the_start_with_a_line_for_each_difference()
    {
        using (var client = Client())
        {
            var database = await client.CreateDatabaseAsync("followupbot");
            await database.Database.CreateContainerAsync(new ContainerProperties("documents", "/tenant"));
        }

        await using var host = Host([.. Service.Settings.Select(setting => (setting.Key, setting.Value ?? ""))]);
        var refusal = Assert.ThrowsAny<Exception>(host.Services.GetRequiredService<IDocumentStore>);

        Assert.Contains("is not as azuredeploy.json makes it:\n", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\nThe partition key is /tenant: it must be /pk.\n", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:Path must name the SQLite file.", "Storage:Path", " ")]
    [InlineData("Storage:Cosmos:Endpoint must be the account's address", "Storage:Kind", "Cosmos")]
    [InlineData("Storage:Cosmos:Endpoint must be the account's address", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", "followupbot")]
    [InlineData("Storage:Cosmos:Endpoint must begin with https.", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", "http://followupbot.documents.azure.com/")]
    [InlineData("Storage:Cosmos:Database must not be empty.", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", GoodEndpoint, "Storage:Cosmos:Database", "")]
    [InlineData("Storage:Cosmos:Container must not be empty.", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", GoodEndpoint, "Storage:Cosmos:Container", "")]
    [InlineData("Storage:Cosmos:Key is not the key of an account", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", GoodEndpoint, "Storage:Cosmos:Key", "secret!")]
    [InlineData("Storage:Cosmos:ManagedIdentityClientId is no GUID.", "Storage:Kind", "Cosmos", "Storage:Cosmos:Endpoint", GoodEndpoint, "Storage:Cosmos:ManagedIdentityClientId", "me")]
    public async Task A_wrong_setting_stops_the_start_with_a_line_that_names_it(string line, params string[] settings)
    {
        await using var host = Host([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        var mistake = Assert.Single(Mistakes(host));
        Assert.StartsWith(line, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("secret!", mistake, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "SEC40")]
    public async Task A_key_is_for_Development_only()
    {
        (string, string)[] settings = [("Storage:Kind", "Cosmos"), ("Storage:Cosmos:Endpoint", GoodEndpoint), ("Storage:Cosmos:Key", Service.Key)];
        await using var development = Host(settings);
        Assert.Empty(Mistakes(development));
        await using var production = Host(Environments.Production, settings);
        Assert.Equal(["Storage:Cosmos:Key is for Development only: remove it, and the bot signs in with its managed identity."], Mistakes(production));
    }

    private static List<string> Mistakes(WebApplication host)
    {
        try
        {
            _ = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }

    private WebApplication Host(params (string Key, string Value)[] settings) => Host(Environments.Development, settings);

    private WebApplication Host(string environment, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddStore();
        return builder.Build();
    }
}
