using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What is pressed in the personal chat, by the card it stands on: settings, one's own deals, a follow-up. A card that refreshes itself is a follow-up's.</summary>
public sealed class PersonalPresses(SettingPresses settings, OwnMends mends, CardTurns cards)
{
    public async Task<InvokeResponse> HandleAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        if (!press.IsAutomatic && MendVerbs.Contains(press.Verb))
            return await mends.PressAsync(person, press, now, cancellationToken);
        if (!press.IsAutomatic && await settings.HandleAsync(person, press, now, cancellationToken) is { } set)
            return set;
        return await cards.HandleAsync(person, press, Place.Personal, now, cancellationToken);
    }
}
