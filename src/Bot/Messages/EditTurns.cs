using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// Changes to answers that were given: "edit Contoso", "change the date to Wednesday at 10", "call off Contoso", "back", and a bare day after an
/// answer without a step.
/// </summary>
public sealed class EditTurns(PeopleDirectory directory, Introductions introductions, FollowUpLedger followUps, GivenAnswers given, TakenReplies replies)
{
    private const int MostBeside = 30;

    /// <returns>Null when the message changes nothing.</returns>
    public async Task<Activity?> HandleAsync(Hand hand, string text, CancellationToken cancellationToken) => EditCommand.Parse(text) switch
    {
        EditCommand.Back => await BackAsync(hand, cancellationToken),
        EditCommand.Open open => await OpenAsync(hand, open.DealName, cancellationToken),
        EditCommand.Change change => await ChangeAsync(hand, change, cancellationToken),
        EditCommand.CallOff off => await CallOffAsync(hand, off.DealName, cancellationToken),
        _ => await LateStepAsync(hand, text, cancellationToken),
    };

    /// <summary>The follow-up that is being answered for the first time, when its last question got an answer and the next one stands.</summary>
    public async Task<ReminderDocument?> JustAnsweredAsync(PersonDocument person) => await given.OpenQuestionAsync(person) switch
    {
        { SavedAt: null, Interview: { Asked: Question.Urgency, Reason: not null } } urgency => urgency,
        { SavedAt: null, Interview: { Asked: Question.NextStep, Urgency: not null, Reasks: 0 } } step => step,
        _ => null,
    };

    public async Task<Activity?> BackAsync(Hand hand, CancellationToken cancellationToken)
    {
        var open = await given.OpenQuestionAsync(hand.Person);
        if (open is null && await given.LastAsync(hand, dealName: null, cancellationToken) is { } answered && GivenAnswers.IsFresh(answered, hand.Now))
            return await AskAgainAsync(answered, Question.NextStep, hand, cancellationToken);
        open ??= await given.OnlyOpenAsync(hand.Person);
        if (open is null || await followUps.OpenAsync(hand.Person.Tenant, open.Pointer, cancellationToken) is not { } opened)
            return Message.Of(Replies.NothingBefore);
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Back(opened.Reminder.Value.Interview, context));
        return await TakenAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<Activity?> OpenAsync(Hand hand, string? dealName, CancellationToken cancellationToken)
    {
        if (await given.LastAsync(hand, dealName, cancellationToken) is not { } answered)
            return Message.Of(dealName is null ? Replies.NothingToEdit : Replies.NothingToEditFor(dealName));
        if (await followUps.EditAsync(answered, Question.NextStep, hand, cancellationToken) is not { } reopened)
            return Message.Of(Replies.NotHere);
        await FocusAsync(hand, reopened, cancellationToken);
        var card = ReminderCards.Of(reopened.Reminder.Value, reopened.Deal.Value, directory.CalendarOf(hand.Person), hand.Now);
        return Message.Of(card, card.FallbackText);
    }

    /// <returns>Null when no such answer is known: the words may be an answer themselves ("change the process to lean").</returns>
    private async Task<Activity?> ChangeAsync(Hand hand, EditCommand.Change change, CancellationToken cancellationToken)
    {
        if (change.What == Question.NextStep && Read(hand, change.Text).Kind == ReadingKind.None)
            return null;
        var open = await given.OpenQuestionAsync(hand.Person);
        if (change.DealName is null && open is not null)
            return change.What == Question.NextStep && open.Interview.Asked == Question.NextStep ? await AnswerAsync(hand, open.Pointer, change.Text, cancellationToken) : null;
        if (await given.LastAsync(hand, change.DealName, cancellationToken) is not { } answered)
            return open is not null || change.DealName is not null || change.IsPlain ? null : Message.Of(Replies.NothingToEdit);
        if (change.IsPlain && (answered.AwaitsOutcome(hand.Now) || !await given.IsTheOneAsync(answered, hand)))
            return null;
        return await followUps.EditAsync(answered, change.What, hand, cancellationToken) is { } reopened
            ? await AnswerAsync(hand, reopened.Reminder.Value.Pointer, change.Text, cancellationToken, change.What)
            : Message.Of(Replies.NotHere);
    }

    /// <returns>Null when nothing that lies ahead is meant: then it tells of a meeting that was, or is an answer.</returns>
    private async Task<Activity?> CallOffAsync(Hand hand, string? dealName, CancellationToken cancellationToken)
    {
        if (await given.LastAsync(hand, dealName, cancellationToken) is not { } answered || answered.Deal.Value.NextStepStanding?.At <= hand.Now)
            return null;
        if (answered.Deal.Value.NextStepStanding is null)
            return dealName is null ? null : Message.Of(Replies.NothingToCallOff(answered.Deal.Value.Facts.Name));
        if (dealName is null && (await given.IsAnyOpenAsync(hand.Person) || !await given.IsTheOneAsync(answered, hand)))
            return null;
        if (await followUps.EditAsync(answered, Question.NextStep, hand, cancellationToken) is not { } reopened)
            return Message.Of(Replies.NotHere);
        var turn = await followUps.TurnAsync(reopened, hand, context => Interview.CallOff(reopened.Reminder.Value.Interview, context));
        return await TakenAsync(reopened, turn, hand, cancellationToken);
    }

    /// <summary>"tuesday" after an answer that left no step: it is the step that was missing.</summary>
    private async Task<Activity?> LateStepAsync(Hand hand, string text, CancellationToken cancellationToken)
    {
        if (PersonalCommand.Parse(text) is not PersonalCommand.Answer)
            return null;
        var reading = Read(hand, text);
        if (reading.Kind is not (ReadingKind.Firm or ReadingKind.Range or ReadingKind.Vague) || text.Length - reading.Span.Length > MostBeside || reading.Span.Length == 0)
            return null;
        if (hand.Person.HeldText is not null || await given.IsAnyOpenAsync(hand.Person))
            return null;
        if (await given.LastAsync(hand, dealName: null, cancellationToken) is not { Deal.Value.FollowUp.NextStep: null } answered || !GivenAnswers.IsFresh(answered, hand.Now))
            return null;
        return await followUps.EditAsync(answered, Question.NextStep, hand, cancellationToken) is { } reopened
            ? await AnswerAsync(hand, reopened.Reminder.Value.Pointer, text, cancellationToken)
            : null;
    }

    private async Task<Activity?> AskAgainAsync(OpenedFollowUp answered, Question question, Hand hand, CancellationToken cancellationToken)
    {
        if (await followUps.EditAsync(answered, question, hand, cancellationToken) is not { } reopened)
            return Message.Of(Replies.NotHere);
        await FocusAsync(hand, reopened, cancellationToken);
        return Message.Of(Say.Ask(question, reopened.Deal.Value.Facts.Name, reopened.Reminder.Value.Meeting.BuyersFirstName));
    }

    private async Task<Activity?> AnswerAsync(Hand hand, ReminderPointer pointer, string text, CancellationToken cancellationToken, Question changed = Question.NextStep)
    {
        if (await followUps.OpenAsync(hand.Person.Tenant, pointer, cancellationToken) is not { Reminder.Value.IsOpen: true } opened)
            return Message.Of(Replies.NotHere);
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Answer(opened.Reminder.Value.Interview, text, context));
        if (turn.Outcome is { } said && Say.Changed(changed, said) is { } told)
            turn = turn with { Message = told };
        return await TakenAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<Activity?> TakenAsync(OpenedFollowUp opened, Turn turn, Hand hand, CancellationToken cancellationToken)
    {
        if (await followUps.TakeAsync(opened, turn, hand, cancellationToken) is not { } taken)
            return Message.Of(Replies.NotHere);
        await FocusAsync(hand, taken, cancellationToken);
        return await replies.ToAsync(taken, turn.Message, hand, cancellationToken);
    }

    private Task FocusAsync(Hand hand, OpenedFollowUp taken, CancellationToken cancellationToken)
    {
        var pointer = taken.Reminder.Value.Pointer;
        return introductions.ChangeAsync(
            hand.Person,
            known => known with { Focus = taken.Reminder.Value.IsOpen ? pointer : known.Focus == pointer ? null : known.Focus, LastMessageId = hand.MessageId },
            cancellationToken);
    }

    private Reading Read(Hand hand, string text) => NextStepReader.Read(text, directory.ReadingOf(hand.Person, hand.Now));
}
