using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>People whose addresses Teams did not name when they came are asked for again, until it does.</summary>
public sealed class AddressSearch(Introductions introductions) : IDueHandler
{
    public string Kind => PersonDocument.Kind;

    public Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken) =>
        introductions.AskAgainAsync(stored.As(BotJson.Default.PersonDocument), now, cancellationToken);
}
