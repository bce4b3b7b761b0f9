using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>What somebody asks in the personal chat that is about no deal: their holidays, and the week to come.</summary>
public sealed class AskingTurns(PeopleDirectory directory, PreviewTurns previews, HolidayChoice holidays)
{
    public async Task<Activity?> PreviewAsync(Hand hand, PreviewWeek week, CancellationToken cancellationToken) =>
        await previews.PersonAsync(hand.Person, week, directory.ZoneOf(hand.Person), hand.Now, cancellationToken);

    public async Task<Activity?> HolidaysAsync(Hand hand, string? country, CancellationToken cancellationToken) =>
        Message.Of(await holidays.ChooseAsync(hand.Person, country, hand.Now, cancellationToken));
}
