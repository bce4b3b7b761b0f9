using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Tells whoever set a weekly card up, in their own chat and once, that it did not come, why, and what to do; and the operators, in log and metrics.</summary>
public sealed partial class LostDigestMail(Channels channels, PeopleDirectory directory, Postman postman, ScheduleMetrics metrics, ILogger<LostDigestMail> logger)
    : IDueHandler
{
    public string Kind => LostDigestDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.LostDigestDocument);
        var (lost, delivery) = (due.Value, due.Value.Delivery);
        if (delivery.State == DeliveryState.Sending)
        {
            await postman.SaveAsync(lost.With(delivery.Abandoned(until: null)), due.ETag, stored.Document.Id, cancellationToken);
            return;
        }

        if (delivery.Attempts == 0)
        {
            metrics.Lost(lost.Cause);
            LogLost(logger, lost.Cause);
        }

        var channel = (await channels.FindAsync(lost.Tenant, lost.ChannelId, cancellationToken))?.Value;
        if (await ReachedAsync(lost, channel, cancellationToken) is { } chat)
        {
            var message = Message.Of(Words(lost, LostDigestWords.Channel(lost.ChannelName ?? channel?.Name)));
            await postman.SendAsync(new Outgoing<LostDigestDocument>(lost, due.ETag, stored.Document.Id, chat, message, Calendar: null), cancellationToken);
        }
        else
        {
            var untold = delivery.CannotReach($"{lost.Cause}: nobody who manages the card has a chat with the bot.");
            await postman.SaveAsync(lost.With(untold), due.ETag, stored.Document.Id, cancellationToken);
        }
    }

    /// <summary>The chat of whoever set it up; of another manager when the bot has none with them.</summary>
    private async Task<ConversationReference?> ReachedAsync(LostDigestDocument lost, ChannelDocument? channel, CancellationToken cancellationToken)
    {
        IEnumerable<string?> people = lost.Tell.Count > 0 ? lost.Tell : channel is null ? [] : channel.Managers.Prepend(channel.SetUpBy);
        foreach (var name in people.Distinct())
        {
            if (RepId.TryParse(name, out var person) && (await directory.FindAsync(lost.Tenant, person, cancellationToken))?.Chat is { } chat)
                return chat;
        }

        return null;
    }

    private static string Words(LostDigestDocument lost, string channel) => lost.Cause switch
    {
        LostDigest.NotInTeam => LostDigestWords.NotInTeam(channel),
        LostDigest.ChannelGone => LostDigestWords.ChannelGone(channel),
        LostDigest.Refused => LostDigestWords.Refused(channel, lost.Detail),
        LostDigest.NotTaken => LostDigestWords.NotTaken(channel),
        LostDigest.InDoubt => LostDigestWords.InDoubt(channel),
        LostDigest.Missed => LostDigestWords.Missed(channel, lost.Cards),
        _ => throw new NotSupportedException($"No words for {lost.Cause}."),
    };

    [LoggerMessage(1, LogLevel.Warning, "A weekly digest was missed: {Cause}.")]
    private static partial void LogLost(ILogger logger, LostDigest cause);
}
