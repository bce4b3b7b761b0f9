using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Whose press on a card it is. A card that refreshes itself tells at most that it arrived, not that the person was seen (teams rule 53).</summary>
public sealed class PressTurns(Introductions introductions, PeopleDirectory directory, PersonalPresses personal, ChannelPresses channels)
{
    public async Task<InvokeResponse> HandleAsync(
        Activity activity, CardSubmission press, Place place, Instant now, CancellationToken cancellationToken)
    {
        if (place == Place.Channel)
            return await channels.HandleAsync(activity, press, now, cancellationToken);
        if (place != Place.Personal)
            return InvokeResponse.Message(Replies.NotHere);
        if (press.IsAutomatic)
            return await RefreshAsync(activity, press, now, cancellationToken);
        return await introductions.MeetAsync(activity, now, cancellationToken) is { } person
            ? await personal.HandleAsync(person, press, now, cancellationToken)
            : InvokeResponse.Message(Replies.NoIdentity);
    }

    private async Task<InvokeResponse> RefreshAsync(Activity activity, CardSubmission press, Instant now, CancellationToken cancellationToken) =>
        activity.TenantId() is { } tenant && RepId.TryParse(activity.ActorId(), out var rep)
        && await directory.FindAsync(tenant, rep, cancellationToken) is { } person
            ? await personal.HandleAsync(person, press, now, cancellationToken)
            : InvokeResponse.Message(Replies.NotHere);
}
