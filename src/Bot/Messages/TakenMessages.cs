using System.Security.Cryptography;
using System.Text;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// Teams brings a message again when the answer was slow, with the same id after about 15 s and sometimes later under a new one
/// (pitfall P3). What was dealt with is noted before the reply goes out; a process that dies before that takes the message again, and
/// the steps themselves refuse what they have stored.
/// </summary>
public sealed class TakenMessages(IDocumentStore store)
{
    public async Task<Activity?> OnceAsync(Activity activity, Instant now, Func<Task<Activity?>> take, CancellationToken cancellationToken)
    {
        if (activity is not { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation } || activity.TenantId() is not { } tenant)
            return await take();
        var partition = Keys.ConversationPartition(tenant, conversation);
        var message = new TakenMessage(Short(id), activity.Timestamp is { } sent ? Short($"{activity.From?.Id}|{sent}|{activity.Text}") : null, now);
        var known = await store.FindAsync(partition, Keys.Taken, BotJson.Default.TakenDocument, cancellationToken);
        if (known?.Value.Has(message) ?? false)
            return null;
        var reply = await take();
        await RememberAsync(partition, message, known, cancellationToken);
        return reply;
    }

    private async Task RememberAsync(string partition, TakenMessage message, Stored<TakenDocument>? known, CancellationToken cancellationToken)
    {
        var noted = (known?.Value ?? TakenDocument.None).With(message);
        while (await store.BatchAsync(partition, [noted.ToDocument(partition).Over(known)], cancellationToken) is BatchResult.Refused)
        {
            known = await store.FindAsync(partition, Keys.Taken, BotJson.Default.TakenDocument, cancellationToken);
            noted = (known?.Value ?? TakenDocument.None).With(message);
        }
    }

    /// <summary>Enough to tell messages apart, and nothing of what was said.</summary>
    private static string Short(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
