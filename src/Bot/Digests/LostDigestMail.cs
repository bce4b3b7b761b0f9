using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
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

        if (!lost.IsNoted)
        {
            metrics.Lost(lost.Cause);
            LogLost(logger, lost.Cause);
        }

        lost = lost with { IsNoted = true };
        var channel = (await channels.FindAsync(lost.Tenant, lost.ChannelId, cancellationToken))?.Value;
        var person = await ReachedAsync(lost, channel, cancellationToken);
        if (person?.Chat is not { } chat)
            await SaveAsync(delivery.CannotReach(DeliveryText.NobodyToTell.With(lost.Cause)));
        else if (AllowedFrom(person, now) is var allowed && allowed > now)
            await SaveAsync(delivery with { DueAt = allowed });
        else
            await postman.SendAsync(Letter(chat), cancellationToken);

        Task SaveAsync(Delivery next) => postman.SaveAsync(lost.With(next), due.ETag, stored.Document.Id, cancellationToken);

        Outgoing<LostDigestDocument> Letter(ConversationReference to) =>
            new(lost, due.ETag, stored.Document.Id, to, Message.Of(Words(lost, LostDigestWords.Channel(lost.ChannelName ?? channel?.Name))), Calendar: null);
    }

    /// <summary>Whoever set it up; another manager when the bot has no chat with them, or they want no messages.</summary>
    private async Task<PersonDocument?> ReachedAsync(LostDigestDocument lost, ChannelDocument? channel, CancellationToken cancellationToken)
    {
        IEnumerable<string?> people = lost.Tell.Count > 0 ? lost.Tell : channel is null ? [] : channel.Managers.Prepend(channel.SetUpBy);
        foreach (var name in people.Distinct())
        {
            if (RepId.TryParse(name, out var rep)
                && await directory.FindAsync(lost.Tenant, rep, cancellationToken) is { Chat: not null, Preferences.StoppedAt: null } person)
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>In their working hours, and not while they are away.</summary>
    private Instant AllowedFrom(PersonDocument person, Instant now) =>
        directory.CalendarOf(person).WorkingMomentFrom(Instant.Max(now, person.Preferences.Pause?.Until ?? now));

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
