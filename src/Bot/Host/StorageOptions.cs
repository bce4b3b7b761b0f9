using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Host;

/// <summary>The databases that can keep the documents.</summary>
public enum StoreKind
{
    /// <summary>One file, for one server.</summary>
    Sqlite,

    /// <summary>Azure Cosmos DB for NoSQL, for any number of servers.</summary>
    Cosmos,
}

/// <summary>Where documents are kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    public StoreKind Kind { get; set; } = StoreKind.Sqlite;

    /// <summary>The SQLite file; its folder is created.</summary>
    public string Path { get; set; } = "data/followupbot.db";
}

/// <summary>The account that keeps them, when <see cref="StorageOptions.Kind"/> is Cosmos.</summary>
public sealed class CosmosStorageOptions
{
    public const string Section = "Storage:Cosmos";

    /// <summary>Such as <c>https://followupbot.documents.azure.com:443/</c>.</summary>
    public string Endpoint { get; set; } = "";

    public string Database { get; set; } = "followupbot";

    public string Container { get; set; } = "documents";

    /// <summary>The account's key, in Development only; without one the managed identity signs in.</summary>
    public string Key { get; set; } = "";

    /// <summary>The client id of a user-assigned identity; empty for the system-assigned one.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    public ConnectionMode Mode { get; set; } = ConnectionMode.Gateway;
}

/// <summary>Names what is wrong with the section "Storage", all at once and without a secret.</summary>
public sealed class StorageOptionsCheck(IHostEnvironment environment, IOptions<CosmosStorageOptions> account) : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var mistakes = (options.Kind is StoreKind.Cosmos ? CosmosMistakes(account.Value) : SqliteMistakes(options)).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> SqliteMistakes(StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            yield return "Storage:Path must name the SQLite file.";
    }

    private IEnumerable<string> CosmosMistakes(CosmosStorageOptions options)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            yield return "Storage:Cosmos:Endpoint must be the account's address, such as https://followupbot.documents.azure.com:443/.";
        else if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
            yield return "Storage:Cosmos:Endpoint must begin with https.";
        if (string.IsNullOrWhiteSpace(options.Database))
            yield return "Storage:Cosmos:Database must not be empty.";
        if (string.IsNullOrWhiteSpace(options.Container))
            yield return "Storage:Cosmos:Container must not be empty.";
        if (options.Key.Length > 0 && !environment.IsDevelopment())
            yield return "Storage:Cosmos:Key is for Development only: remove it, and the bot signs in with its managed identity.";
        if (options.Key.Length > 0 && !Convert.TryFromBase64String(options.Key, new byte[options.Key.Length], out _))
            yield return "Storage:Cosmos:Key is not the key of an account: those are base64.";
        if (options.ManagedIdentityClientId.Length > 0 && !Guid.TryParse(options.ManagedIdentityClientId, out _))
            yield return "Storage:Cosmos:ManagedIdentityClientId is no GUID.";
    }
}
