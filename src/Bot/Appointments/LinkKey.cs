using System.Security.Cryptography;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Appointments;

/// <summary>The key of the bot's signed links: made at its first use, kept in the store, read once a process.</summary>
public sealed class LinkKey(IDocumentStore store)
{
    private const int KeyBytes = 32;

    private volatile byte[]? known;

    /// <exception cref="StoreUnavailableException">The store does not answer, and the key was not read before.</exception>
    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken) => known ??= await ReadAsync(cancellationToken);

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.FindAsync(Keys.LinkKeyPartition, LinkKeyDocument.Kind, BotJson.Default.LinkKeyDocument, cancellationToken) is { } stored)
                return Convert.FromBase64String(stored.Value.Key);
            var made = new LinkKeyDocument(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
            await store.BatchAsync(Keys.LinkKeyPartition, [new DocumentWrite.Create(made.ToDocument())], cancellationToken);
        }
    }
}
