using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Privacy;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>What somebody asks in the personal chat that is about no follow-up: their records, their holidays, the week to come.</summary>
public sealed class AskingTurns(PeopleDirectory directory, PrivacyTurns privacy, PreviewTurns previews, HolidayChoice holidays)
{
    public Task<Activity?> HandleAsync(Hand hand, PersonalCommand command, CancellationToken cancellationToken) => command switch
    {
        PersonalCommand.ExportMe export => privacy.ExportAsync(hand, export.Part, cancellationToken),
        PersonalCommand.ForgetMe forget => privacy.ForgetAsync(hand, forget.IsSure, cancellationToken),
        PersonalCommand.EraseDeal erase => privacy.EraseAsync(hand, erase.Name, erase.IsSure, cancellationToken),
        PersonalCommand.Holidays asked => HolidaysAsync(hand, asked.Country, cancellationToken),
        PersonalCommand.Preview asked => PreviewAsync(hand, asked.Week, cancellationToken),
        _ => throw new NotSupportedException($"No answer to {command.GetType().Name}."),
    };

    private async Task<Activity?> PreviewAsync(Hand hand, PreviewWeek week, CancellationToken cancellationToken) =>
        await previews.PersonAsync(hand.Person, week, directory.ZoneOf(hand.Person), hand.Now, cancellationToken);

    private async Task<Activity?> HolidaysAsync(Hand hand, string? country, CancellationToken cancellationToken) =>
        Message.Of(await holidays.ChooseAsync(hand.Person, country, hand.Now, cancellationToken));
}
