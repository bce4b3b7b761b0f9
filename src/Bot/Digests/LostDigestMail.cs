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
        var due = stored.AsDue<LostDigestDocument>();
        if (due.Delivery.State == DeliveryState.Sending)
        {
            await postman.SaveAsync(due, due.Delivery.Abandoned(until: null), cancellationToken);
            return;
        }

        if (!due.Letter.IsNoted)
        {
            metrics.Lost(due.Letter.Cause);
            LogLost(logger, due.Letter.Cause);
        }

        await TellAsync(due with { Letter = due.Letter with { IsNoted = true } }, now, cancellationToken);
    }

    private async Task TellAsync(DueLetter<LostDigestDocument> due, Instant now, CancellationToken cancellationToken)
    {
        var lost = due.Letter;
        var channel = (await channels.FindAsync(lost.Tenant, lost.ChannelId, cancellationToken))?.Value;
        var person = await ReachedAsync(lost, channel, cancellationToken);
        if (person?.Chat is not { } chat)
            await postman.SaveAsync(due, due.Delivery.CannotReach(DeliveryText.NobodyToTell.With(lost.Cause)), cancellationToken);
        else if (AllowedFrom(person, now) is var allowed && allowed > now)
            await postman.SaveAsync(due, due.Delivery with { DueAt = allowed }, cancellationToken);
        else
            await postman.SendAsync(due.To(chat, Message.Of(Words(lost, LostDigestWords.Channel(lost.ChannelName ?? channel?.Name)))), cancellationToken);
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
