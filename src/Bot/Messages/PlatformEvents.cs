using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What Teams itself tells of. Kinds of events that nobody has heard of are taken and left alone (teams rule 18).</summary>
public sealed class PlatformEvents(Installations installations, Places places, MeetingEnds meetings)
{
    /// <returns>What there is to say to it; null for nothing.</returns>
    public async Task<Activity?> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        switch (activity)
        {
            case { Type: ActivityTypes.InstallationUpdate }:
                return await installations.HandleAsync(activity, now, cancellationToken);
            case { Type: ActivityTypes.ConversationUpdate }:
                await places.HandleAsync(activity, now, cancellationToken);
                return null;
            case { Type: ActivityTypes.Event, Name: MeetingEnded.EventName }:
                await meetings.HandleAsync(activity, now, cancellationToken);
                return null;
            default:
                return null;
        }
    }
}
