using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>The typed conversation about follow-ups: answers, and which deal they are about; later, cancel and undo.</summary>
public sealed class AnswerTurns(
    PeopleDirectory directory, Introductions introductions, FollowUpLedger followUps, OutcomeTurns outcomes, TakenReplies replies)
{
    private const int LongestAnswer = 1000;

    public async Task<Activity?> CancelAsync(Hand hand, CancellationToken cancellationToken)
    {
        var answerable = await AnswerableAsync(hand.Person);
        var isFocused = answerable.Any(stored => stored.Value.Pointer == hand.Person.Focus);
        if (!isFocused && hand.Person.HeldText is null && !answerable.Any(stored => stored.Value.Interview.Asked is not null))
            return Message.Of(Replies.NothingToCancel);
        await introductions.ChangeAsync(hand.Person, known => known with { Focus = null, HeldText = null }, cancellationToken);
        return Message.Of(Replies.Cancelled);
    }

    /// <summary>What "undo" takes back among the answers; null when there is none.</summary>
    public Task<ReminderDocument?> LastSavedAsync(PersonDocument person) => directory.LastSavedAsync(person);

    /// <param name="saved">As <see cref="LastSavedAsync"/> found it.</param>
    public async Task<Activity?> UndoAsync(Hand hand, ReminderDocument? saved, CancellationToken cancellationToken)
    {
        var pointer = saved?.Pointer;
        if (pointer is null
            || await followUps.OpenAsync(hand.Person.Tenant, pointer, cancellationToken) is not { Reminder.Value.CanUndo: true } opened
            || await followUps.UndoAsync(opened, hand, cancellationToken) is not { } undone)
        {
            return Message.Of(Replies.NothingToUndo);
        }

        var isOutcome = !undone.Reminder.Value.IsOpen;
        await introductions.ChangeAsync(
            hand.Person,
            known => isOutcome ? known with { UndoneAt = hand.Now, AskedAbout = [.. known.AskedAbout, pointer] } : known with { UndoneAt = hand.Now, Focus = pointer },
            cancellationToken);
        var name = undone.Deal.Value.Facts.Name;
        return Message.Of(isOutcome ? OutcomeWords.TakenBack(name) : Replies.Undone(name));
    }

    public async Task<Activity?> RewordAsync(Hand hand, CancellationToken cancellationToken)
    {
        if (await directory.LastSavedAsync(hand.Person) is not { } saved
            || await followUps.OpenAsync(hand.Person.Tenant, saved.Pointer, cancellationToken) is not { Wording: { } wording } opened)
        {
            return Message.Of(Replies.NothingToReword);
        }

        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Reword(opened.Reminder.Value.Interview, wording, context));
        return await followUps.TakeAsync(opened, turn, hand, cancellationToken) is { } taken
            ? await replies.ToAsync(taken, turn.Message, hand, cancellationToken)
            : Message.Of(Replies.NotHere);
    }

    public async Task<Activity?> LaterAsync(Hand hand, string? when, CancellationToken cancellationToken)
    {
        if (await FocusedAsync(hand.Person) is not { } reminder)
            return Message.Of(Replies.NothingWaiting);
        var calendar = directory.CalendarOf(hand.Person);
        if (when is null || UntilReader.Read(when, calendar, directory.LocaleOf(hand.Person), hand.Now) is not { } until)
        {
            var question = new OpenQuestion(QuestionTopic.Snooze, hand.Now);
            await introductions.ChangeAsync(hand.Person, known => known with { Asked = question }, cancellationToken);
            return Message.Of(Replies.LaterWhen);
        }

        if (await followUps.OpenAsync(hand.Person.Tenant, reminder.Pointer, cancellationToken) is not { } opened
            || await followUps.PostponeAsync(opened, until, hand, cancellationToken) is null)
        {
            return Message.Of(Replies.NotHere);
        }

        return Message.Of(Replies.Postponed(until.InZone(calendar.Zone)));
    }

    /// <returns>The reply; null when the message was taken before.</returns>
    public async Task<Activity?> AnswerAsync(Hand hand, string text, CancellationToken cancellationToken)
    {
        if (hand.MessageId is not null && hand.Person.LastMessageId == hand.MessageId)
            return null;
        if (text.Length > LongestAnswer)
            return Message.Of(Replies.TooLong);
        var answerable = await AnswerableAsync(hand.Person);
        if (hand.Person.HeldText is { } held)
        {
            return await ChosenAsync(hand, text, answerable, cancellationToken) is { } chosen
                ? await AnswerAsync(hand, chosen, held, cancellationToken)
                : await AskWhichAsync(hand, held, answerable, cancellationToken);
        }

        if (answerable.Count > 0 && Addressee.At(text, await NamesAsync(hand.Person.Tenant, answerable, cancellationToken)) is (var place, var about) && (answerable.Count > 1 || about.Length == 0))
            return about.Length > 0 ? await AnswerAsync(hand, answerable[place].Value, about, cancellationToken) : await TurnToAsync(hand, answerable[place].Value, cancellationToken);
        var focused = Focused(hand.Person, answerable);
        if (focused is not { Interview.Asked: not null }
            && await outcomes.TakeAsync(hand, text, nothingElseWaits: answerable.Count == 0, cancellationToken) is { } told)
        {
            return told.Taken is { } stored
                ? await replies.ToAsync(stored, told.Message, hand, cancellationToken)
                : Message.Of(told.Message);
        }

        if (focused is not null && Aside.In(text) is { Deal: { } meant })
            return await OtherDealAsync(hand.Person.Tenant, focused, meant, answerable, cancellationToken);
        if (focused is not null)
            return await AnswerAsync(hand, focused, text, cancellationToken);
        return answerable.Count == 0 ? Message.Of(Replies.NothingWaitingFor(text)) : await AskWhichAsync(hand, text, answerable, cancellationToken);
    }

    /// <summary>How an answer that was given here gets to the deal that was meant. Nothing is moved: what was meant may be more than the last of it.</summary>
    private async Task<Activity?> OtherDealAsync(
        string tenant, ReminderDocument focused, string meant, IReadOnlyList<Stored<ReminderDocument>> answerable, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(tenant, answerable, cancellationToken);
        var here = names[answerable.ToList().FindIndex(stored => stored.Value == focused)];
        return Message.Of(Addressee.Named(meant, names) is { } place ? Say.OtherDeal(here, names[place], isAskedAbout: true) : Say.OtherDeal(here, meant, isAskedAbout: false));
    }

    private async Task<Activity?> AskWhichAsync(
        Hand hand, string held, IReadOnlyList<Stored<ReminderDocument>> answerable, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReminderPointer> choices = [.. answerable.Select(stored => stored.Value.Pointer)];
        await introductions.ChangeAsync(
            hand.Person, known => known with { HeldText = held, HeldChoices = choices, HeldAt = hand.Now }, cancellationToken);
        var names = await NamesAsync(hand.Person.Tenant, answerable, cancellationToken);
        return Message.Of(hand.Person.HeldText is null ? Replies.WhichDeal(names) : Replies.WhichDealAgain(names));
    }

    private async Task<Activity?> AnswerAsync(Hand hand, ReminderDocument reminder, string text, CancellationToken cancellationToken)
    {
        if (await followUps.OpenAsync(hand.Person.Tenant, reminder.Pointer, cancellationToken) is not { Reminder.Value.IsOpen: true } opened)
            return Message.Of(Replies.NotHere);
        if (hand.MessageId is not null && opened.Reminder.Value.LastMessageId == hand.MessageId)
            return null;
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Answer(opened.Reminder.Value.Interview, text, context));
        if (await followUps.TakeAsync(opened, turn, hand, cancellationToken) is not { } taken)
            return await AnswerAsync(hand, reminder, text, cancellationToken);
        return await ToldAsync(hand, taken, turn.Message, cancellationToken);
    }

    /// <summary>Only its name was said: its question is put again, and what comes next is about it.</summary>
    private async Task<Activity?> TurnToAsync(Hand hand, ReminderDocument reminder, CancellationToken cancellationToken)
    {
        if (await followUps.OpenAsync(hand.Person.Tenant, reminder.Pointer, cancellationToken) is not { Reminder.Value.IsOpen: true } opened)
            return Message.Of(Replies.NotHere);
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Begin(opened.Reminder.Value.Interview, context));
        if (await followUps.TakeAsync(opened, turn, hand, cancellationToken) is not { } taken)
            return await TurnToAsync(hand, reminder, cancellationToken);
        return await ToldAsync(hand, taken, turn.Message, cancellationToken);
    }

    private async Task<Activity?> ToldAsync(Hand hand, OpenedFollowUp taken, string message, CancellationToken cancellationToken)
    {
        var pointer = taken.Reminder.Value.Pointer;
        await introductions.ChangeAsync(
            hand.Person,
            known => known with
            {
                Focus = taken.Reminder.Value.IsOpen ? pointer : known.Focus == pointer ? null : known.Focus,
                HeldText = null,
                LastMessageId = hand.MessageId,
            },
            cancellationToken);
        return await replies.ToAsync(taken, message, hand, cancellationToken);
    }

    /// <summary>The follow-up that typed answers are about; null when that is not clear.</summary>
    public async Task<ReminderDocument?> FocusedAsync(PersonDocument person) => Focused(person, await AnswerableAsync(person));

    private static ReminderDocument? Focused(PersonDocument person, IReadOnlyList<Stored<ReminderDocument>> answerable) =>
        answerable.FirstOrDefault(stored => stored.Value.Id == person.Focus?.ReminderId && stored.Value.DealId == person.Focus.DealId)?.Value
        ?? (answerable.Count == 1 ? answerable[0].Value : null);

    /// <summary>The follow-ups that wait for an answer, the oldest meeting first.</summary>
    public async Task<IReadOnlyList<Stored<ReminderDocument>>> AnswerableAsync(PersonDocument person) =>
        [.. (await directory.OpenRemindersOfAsync(person)).Where(stored => stored.Value.IsAnswerable).OrderBy(stored => stored.Value.Meeting.End)];

    /// <summary>The follow-up of the list as it was shown that is named by its number or its name, if it still waits.</summary>
    private async Task<ReminderDocument?> ChosenAsync(
        Hand hand, string text, IReadOnlyList<Stored<ReminderDocument>> answerable, CancellationToken cancellationToken) =>
        Chosen(text, hand.Person.HeldChoices, answerable)
        ?? (Addressee.Named(text, await NamesAsync(hand.Person.Tenant, answerable, cancellationToken)) is { } place ? answerable[place].Value : null);

    /// <summary>The follow-up behind a number of the list as it was shown, if it still waits.</summary>
    private static ReminderDocument? Chosen(
        string text, IReadOnlyList<ReminderPointer> choices, IReadOnlyList<Stored<ReminderDocument>> answerable) =>
        int.TryParse(text.Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= choices.Count
                ? answerable.FirstOrDefault(stored => stored.Value.Pointer == choices[number - 1])?.Value
                : null;

    private async Task<IReadOnlyList<string>> NamesAsync(
        string tenant, IReadOnlyList<Stored<ReminderDocument>> reminders, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var reminder in reminders)
        {
            var opened = await followUps.OpenAsync(tenant, reminder.Value.Pointer, cancellationToken);
            names.Add(opened?.Deal.Value.Facts.Name ?? reminder.Value.Meeting.Title ?? reminder.Value.DealId);
        }

        return names;
    }
}
