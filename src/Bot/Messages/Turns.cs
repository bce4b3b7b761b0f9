using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// Routes what arrives from Teams by its type and place. What is to be kept is durable before the reply goes out; kinds of events
/// that nobody has heard of are taken and left alone (teams rule 18).
/// </summary>
public sealed partial class Turns(
    Introductions introductions, PersonalTurns personal, CardTurns cards, ChannelTurns channels, Installations installations, IConnector connector, ILogger<Turns> logger)
{
    /// <returns>The answer to an invoke; null for everything else.</returns>
    public async Task<InvokeResponse?> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityTypes.Invoke)
        {
            return CardSubmission.From(activity) is { } press
                ? await PressAsync(activity, press, now, cancellationToken)
                : InvokeResponse.BadRequest(Replies.NotUnderstoodCard);
        }

        if (activity.Type is ActivityTypes.ConversationUpdate)
            await installations.MembersLeftAsync(activity, now, cancellationToken);
        if (await ReplyToAsync(activity, now, cancellationToken) is { } reply)
            await SendAsync(activity, reply, cancellationToken);
        return null;
    }

    private async Task<Activity?> ReplyToAsync(Activity activity, Instant now, CancellationToken cancellationToken) => activity switch
    {
        { Type: ActivityTypes.InstallationUpdate } => await installations.HandleAsync(activity, now, cancellationToken),
        { Type: ActivityTypes.Message } when CardSubmission.From(activity) is { } press =>
            AsMessage(await PressAsync(activity, press, now, cancellationToken)),
        { Type: ActivityTypes.Message } => PlaceOf(activity) switch
        {
            Place.Personal => await PersonalAsync(activity, now, cancellationToken),
            Place.Channel => await channels.HandleAsync(activity, now, cancellationToken),
            _ => Message.Of(Replies.GroupHelp),
        },
        _ => null,
    };

    private async Task<Activity?> PersonalAsync(Activity activity, Instant now, CancellationToken cancellationToken) =>
        await introductions.MeetAsync(activity, now, cancellationToken) is { } person
            ? await personal.HandleAsync(person, activity, now, cancellationToken)
            : Message.Of(Replies.NoIdentity);

    private async Task<InvokeResponse> PressAsync(Activity activity, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        var place = PlaceOf(activity);
        if (place != Place.Personal)
            return InvokeResponse.Message(Replies.NotHere);
        return await introductions.MeetAsync(activity, now, cancellationToken) is { } person
            ? await cards.HandleAsync(person, press, place, now, cancellationToken)
            : InvokeResponse.Message(Replies.NoIdentity);
    }

    private async Task SendAsync(Activity activity, Activity reply, CancellationToken cancellationToken)
    {
        if (activity.Reference() is not { } here)
            return;
        var result = await connector.SendAsync(here, reply, cancellationToken);
        if (result is not SendResult.Accepted)
            LogReplyLost(logger, result.GetType().Name);
    }

    /// <summary>For clients that send a press as a message, the answer is a message too.</summary>
    private static Activity AsMessage(InvokeResponse response) => response.Type == Teams.Cards.Card.ContentType
        ? new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { ContentType = response.Type, Content = response.Value }] }
        : Message.Of(response.Value.GetString() ?? Replies.NotUnderstoodCard);

    private static Place PlaceOf(Activity activity) => activity.Conversation?.ConversationType switch
    {
        ConversationAccount.Channel => Place.Channel,
        ConversationAccount.GroupChat => Place.GroupChat,
        _ => Place.Personal,
    };

    [LoggerMessage(1, LogLevel.Warning, "A reply was not taken by the Connector: {Outcome}. What it told of is stored.")]
    private static partial void LogReplyLost(ILogger logger, string outcome);
}
