using FollowUpBot.Bot.Host;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Sqlite;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.CommandLine;

/// <summary><c>backup</c>: copies the configured SQLite store to a new file, also while the bot runs on it.</summary>
public static class BackupCommand
{
    private const string UsageLine = "Usage: backup FILE [--Storage:Path=...]";

    /// <param name="args">What stands after <c>backup</c>: the new file, then configuration.</param>
    /// <returns>0 when the copy is whole and on the disk, 1 when the store or the disk refuses, 2 when the command was not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (args is not [var target, .. var settings] || target.StartsWith('-'))
        {
            await error.WriteLineAsync($"backup needs the name of a new file. {UsageLine}");
            return 2;
        }

        try
        {
            var builder = WebApplication.CreateSlimBuilder(settings);
            builder.Services.AddSingleton<IClock>(SystemClock.Instance);
            builder.Services.AddStore();
            await using var app = builder.Build();
            return await CopyAsync(app.Services, Path.GetFullPath(target), output, error, cancellationToken);
        }
        catch (Exception e) when (e is OptionsValidationException or StoreUnavailableException)
        {
            await error.WriteLineAsync($"There is no backup: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> CopyAsync(
        IServiceProvider services, string target, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Kind is not StoreKind.Sqlite)
        {
            await error.WriteLineAsync("There is no backup: the account makes its own (docs/storage.md).");
            return 1;
        }

        var path = StoreChoice.FilePath(services);
        if (!File.Exists(path))
            throw new StoreUnavailableException($"The store {path} does not exist.");
        await using var store = SqliteDocumentStore.Open(new SqliteOptions { Path = path }, services.GetRequiredService<IClock>());
        await store.BackupAsync(target, cancellationToken);
        await output.WriteLineAsync($"Copied {path} to {target}: {new FileInfo(target).Length / 1024:N0} KB, checked.");
        return 0;
    }
}
