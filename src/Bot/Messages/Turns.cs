using FollowUpBot.Bot.Access;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Routes what arrives from Teams by its type and place. What is to be kept is durable before the reply goes out.</summary>
public sealed partial class Turns(WordTurns words, PressTurns presses, PlatformEvents events, IConnector connector, ILogger<Turns> logger)
{
    /// <returns>The answer to an invoke; null for everything else.</returns>
    public async Task<InvokeResponse?> HandleAsync(Activity activity, Instant now, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityTypes.Invoke)
        {
            return CardSubmission.From(activity) is { } press
                ? await presses.HandleAsync(activity, press, PlaceOf(activity), now, cancellationToken)
                : UnofferedInvokes.Answer(activity.Name);
        }

        if (await ReplyToAsync(activity, now, cancellationToken) is { } reply)
            await SendAsync(activity, reply, cancellationToken);
        return null;
    }

    private async Task<Activity?> ReplyToAsync(Activity activity, Instant now, CancellationToken cancellationToken) => activity switch
    {
        { Type: ActivityTypes.Message } when CardSubmission.From(activity) is { } press =>
            AsMessage(await presses.HandleAsync(activity, press, PlaceOf(activity), now, cancellationToken)),
        { Type: ActivityTypes.Message } => await words.HandleAsync(activity, PlaceOf(activity), now, cancellationToken),
        _ => await events.HandleAsync(activity, now, cancellationToken),
    };

    private async Task SendAsync(Activity activity, Activity reply, CancellationToken cancellationToken)
    {
        if (activity.Reference() is not { } here)
            return;
        var result = await connector.SendAsync(here, reply, cancellationToken);
        if (result is not SendResult.Accepted)
            LogReplyLost(logger, result.GetType().Name);
    }

    /// <summary>For clients that send a press as a message, the answer is a message too.</summary>
    private static Activity AsMessage(InvokeResponse response) => response.Shown is { } card
        ? Activity.OfCard(card)
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
