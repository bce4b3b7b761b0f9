using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>A typed message in the personal chat: about when the bot may speak, or about deals.</summary>
public sealed class PersonalChat(PeopleDirectory directory, Introductions introductions, SettingTurns settings, PersonalTurns deals)
{
    /// <returns>The reply; null when the message was taken before.</returns>
    public async Task<Activity?> HandleAsync(PersonDocument person, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        var heard = person.Asked is { } question ? await CompletedAsync(person, question, activity, now, cancellationToken) : activity;
        return await settings.HandleAsync(person, heard.SpokenText(), now, cancellationToken)
            ?? await deals.HandleAsync(person, heard, now, cancellationToken);
    }

    /// <summary>They were asked until when: a bare time completes the command, and anything else lets the question go.</summary>
    private async Task<Activity> CompletedAsync(
        PersonDocument person, OpenTimeQuestion question, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        await introductions.ChangeAsync(person.Tenant, person.ObjectId, known => known with { Asked = null }, cancellationToken);
        var context = new ReadingContext(now, directory.ZoneOf(person), directory.LocaleOf(person));
        var command = question.About == TimeQuestion.Snooze ? "snooze" : "pause";
        return TimeAnswer.Complete(command, activity.SpokenText(), context) is { } whole ? activity with { Text = whole } : activity;
    }
}
