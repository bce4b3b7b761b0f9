using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// A meeting in Teams ended: when its title names exactly one open deal of whoever ended it, and they have met the bot, they are asked
/// about it. Everything else comes from the feed; this source is optional and never the only one (teams rule 27).
/// </summary>
public sealed class MeetingEnds(PeopleDirectory directory, MeetingLog meetings)
{
    private static readonly Duration Oldest = Duration.FromHours(12);

    public async Task HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (MeetingEnded.From(activity) is { } ended && ended.At <= now && now - ended.At <= Oldest
            && activity.TenantId() is { } tenant && RepId.TryParse(activity.ActorId(), out var rep)
            && await directory.FindAsync(tenant, rep, cancellationToken) is { Chat: not null } person)
        {
            await meetings.LogEndedAsync(new Hand(person, now, MessageId: null), ended.Title, ended.At, cancellationToken);
        }
    }
}
