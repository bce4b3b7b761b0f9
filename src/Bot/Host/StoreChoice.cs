using FollowUpBot.Storage;
using FollowUpBot.Storage.Cosmos;
using FollowUpBot.Storage.Sqlite;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>Opens the database that the configuration names; nothing else in the product knows which one it is.</summary>
public static class StoreChoice
{
    public static void AddStore(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddOptions<CosmosStorageOptions>().BindConfiguration(CosmosStorageOptions.Section);
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();

        // The container makes its services synchronously; it waits here once, at the start, before anything is served.
        services.AddSingleton(provider => OpenAsync(provider, provider.GetRequiredService<IClock>(), CancellationToken.None).GetAwaiter().GetResult());
    }

    /// <param name="services">Those of a host, of which only the options and the environment are used.</param>
    /// <param name="clock">Tells what has expired in a SQLite file; an account tells it itself.</param>
    /// <exception cref="OptionsValidationException">The settings are wrong.</exception>
    /// <exception cref="StoreUnavailableException">The store refuses; each line says why and what to do.</exception>
    public static async Task<IDocumentStore> OpenAsync(IServiceProvider services, IClock clock, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Kind is StoreKind.Sqlite)
            return SqliteDocumentStore.Open(new SqliteOptions { Path = FilePath(services) }, clock);

        // A call's time-out is measured on the machine's clock, also where the bot's own clock is moved by hand.
        return await CosmosDocumentStore.OpenAsync(Account(services), TimeProvider.System, identity: null, cancellationToken);
    }

    /// <summary>A relative path counts from the content root, wherever the command was given.</summary>
    public static string FilePath(IServiceProvider services) => Path.GetFullPath(
        services.GetRequiredService<IOptions<StorageOptions>>().Value.Path,
        services.GetRequiredService<IHostEnvironment>().ContentRootPath);

    /// <summary>The file, or the account with database and container, for people to read.</summary>
    public static string Place(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Kind is StoreKind.Sqlite)
            return FilePath(services);
        var account = services.GetRequiredService<IOptions<CosmosStorageOptions>>().Value;
        return $"{account.Endpoint.TrimEnd('/')}/{account.Database}/{account.Container}";
    }

    private static CosmosOptions Account(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<CosmosStorageOptions>>().Value;
        var endpoint = new Uri(settings.Endpoint);
        return new()
        {
            Endpoint = endpoint,
            Database = settings.Database,
            Container = settings.Container,
            Key = settings.Key is { Length: > 0 } key ? key : null,
            ManagedIdentityClientId = settings.ManagedIdentityClientId is { Length: > 0 } id ? id : null,
            ConnectionMode = settings.Mode,
            LimitToEndpoint = endpoint.IsLoopback,
            CreateMissing = settings.Key.Length > 0,
        };
    }
}
