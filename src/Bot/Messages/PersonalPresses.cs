using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What a person presses in their own chat: on a deal to mend it, on their settings, and on a follow-up.</summary>
public sealed class PersonalPresses(OwnMends mends, SettingPresses settings, CardTurns cards)
{
    public async Task<InvokeResponse> HandleAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken) =>
        MendVerbs.Contains(press.Verb)
            ? await mends.PressAsync(person, press, now, cancellationToken)
            : await settings.HandleAsync(person, press, now, cancellationToken) ?? await cards.HandleAsync(person, press, Place.Personal, now, cancellationToken);
}
