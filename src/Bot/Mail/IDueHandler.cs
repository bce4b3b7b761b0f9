using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Moves due documents of one kind on.</summary>
public interface IDueHandler
{
    string Kind { get; }

    Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken);
}
