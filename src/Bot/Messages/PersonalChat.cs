using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>A typed message in the personal chat: about when the bot may speak, or about deals.</summary>
public sealed class PersonalChat(PeopleDirectory directory, Introductions introductions, SettingTurns settings, EditTurns edits, PersonalTurns deals)
{
    /// <returns>The reply; null when the message was taken before.</returns>
    public async Task<Activity?> HandleAsync(PersonDocument person, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        var heard = person.Asked is { } question ? await CompletedAsync(person, question, activity, now, cancellationToken) : activity;
        return await settings.HandleAsync(person, heard.SpokenText(), now, cancellationToken)
            ?? await edits.HandleAsync(new Hand(person, now, activity.Id), heard.SpokenText(), cancellationToken)
            ?? await deals.HandleAsync(person, heard, now, cancellationToken);
    }

    /// <summary>They were asked until when, or for the mail to check: what answers it completes the command, and anything else lets the question go.</summary>
    private async Task<Activity> CompletedAsync(
        PersonDocument person, OpenQuestion question, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        await introductions.ChangeAsync(person, known => known with { Asked = null }, cancellationToken);
        var context = directory.ReadingOf(person, now);
        if (question.About == QuestionTopic.Mail)
            return PersonalCommand.Parse(activity.SpokenText()) is PersonalCommand.Answer && MailWords.IsMail(activity.SpokenText()) ? activity with { Text = $"check {activity.SpokenText()}" } : activity;
        var command = question.About == QuestionTopic.Snooze ? "snooze" : "pause";
        return TimeAnswer.Complete(command, activity.SpokenText(), context) is { } whole ? activity with { Text = whole } : activity;
    }
}
