using Microsoft.Azure.Cosmos;

namespace FollowUpBot.Storage.Cosmos;

/// <summary>Which Azure Cosmos DB for NoSQL account holds the documents, and how it is reached.</summary>
public sealed record CosmosOptions
{
    /// <summary>Such as <c>https://followupbot.documents.azure.com:443/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The account's key, for Development and the emulator; null signs in with the managed identity.</summary>
    public string? Key { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the system-assigned one. Not used with a key.</summary>
    public string? ManagedIdentityClientId { get; init; }

    public string Database { get; init; } = "followupbot";

    public string Container { get; init; } = "documents";

    /// <summary>Gateway needs port 443 alone; Direct is faster and needs ports 10000 to 20000.</summary>
    public ConnectionMode ConnectionMode { get; init; } = ConnectionMode.Gateway;

    /// <summary>Only asks <see cref="Endpoint"/>, never the account's other regions; needed for the emulator.</summary>
    public bool LimitToEndpoint { get; init; }

    /// <summary>Makes the database and the container when they are missing; needs a key, as no data-plane role may do so.</summary>
    public bool CreateMissing { get; init; }

    /// <summary>What the first query may take, for which the SDK loads a good part of itself.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What one call may take, retries and waiting for a throttled account included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
