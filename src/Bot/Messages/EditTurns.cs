using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>Changes to answers that were given: "edit Contoso", "change the date to Wednesday at 10", "back", and a bare day after an answer without a step.</summary>
public sealed class EditTurns(PeopleDirectory directory, Introductions introductions, FollowUpLedger followUps)
{
    /// <summary>So long after an answer without a step, a bare day still belongs to it.</summary>
    private static readonly Duration StillThere = Duration.FromHours(12);

    private const int MostBeside = 30;

    /// <returns>Null when the message changes nothing.</returns>
    public async Task<Activity?> HandleAsync(Hand hand, string text, CancellationToken cancellationToken) => EditCommand.Parse(text) switch
    {
        EditCommand.Back => await BackAsync(hand, cancellationToken),
        EditCommand.Open open => await OpenAsync(hand, open.DealName, cancellationToken),
        EditCommand.Change change => await ChangeAsync(hand, change, cancellationToken),
        _ => await LateStepAsync(hand, text, cancellationToken),
    };

    /// <summary>The follow-up that is being answered for the first time, when its last question got an answer and the next one stands.</summary>
    public async Task<ReminderDocument?> JustAnsweredAsync(PersonDocument person) => await OpenQuestionAsync(person) switch
    {
        { SavedAt: null, Interview: { Asked: Question.Urgency, Reason: not null } } urgency => urgency,
        { SavedAt: null, Interview: { Asked: Question.NextStep, Urgency: not null, Reasks: 0 } } step => step,
        _ => null,
    };

    public async Task<Activity?> BackAsync(Hand hand, CancellationToken cancellationToken)
    {
        var open = await OpenQuestionAsync(hand.Person);
        if (open is null && await LastAnsweredAsync(hand, dealName: null, cancellationToken) is { } answered && IsFresh(answered, hand.Now))
            return await AskAgainAsync(answered, Question.NextStep, hand, cancellationToken);
        open ??= await OnlyOpenAsync(hand.Person);
        if (open is null || await followUps.OpenAsync(hand.Person.Tenant, open.Pointer, cancellationToken) is not { } opened)
            return Message.Of(Replies.NothingBefore);
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Back(opened.Reminder.Value.Interview, context));
        return await TakenAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<Activity?> OpenAsync(Hand hand, string? dealName, CancellationToken cancellationToken)
    {
        if (await LastAnsweredAsync(hand, dealName, cancellationToken) is not { } answered)
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
        var open = await OpenQuestionAsync(hand.Person);
        if (change.DealName is null && open is not null)
            return change.What == Question.NextStep && open.Interview.Asked == Question.NextStep ? await AnswerAsync(hand, open.Pointer, change.Text, cancellationToken) : null;
        if (await LastAnsweredAsync(hand, change.DealName, cancellationToken) is not { } answered)
            return open is not null || change.DealName is not null || change.IsPlain ? null : Message.Of(Replies.NothingToEdit);
        if (change.IsPlain && (answered.AwaitsOutcome(hand.Now) || !await IsTheOneAsync(answered, hand)))
            return null;
        return await followUps.EditAsync(answered, change.What, hand, cancellationToken) is { } reopened
            ? await AnswerAsync(hand, reopened.Reminder.Value.Pointer, change.Text, cancellationToken, change.What)
            : Message.Of(Replies.NotHere);
    }

    /// <summary>What was answered a while ago is meant only when no other deal could be.</summary>
    private async Task<bool> IsTheOneAsync(OpenedFollowUp answered, Hand hand) =>
        IsFresh(answered, hand.Now)
        || (!(await directory.OpenRemindersOfAsync(hand.Person)).Any(stored => stored.Value.IsAnswerable) && (await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names)).Count(deal => deal.NextStepStanding is not null) == 1);

    /// <summary>"tuesday" after an answer that left no step: it is the step that was missing.</summary>
    private async Task<Activity?> LateStepAsync(Hand hand, string text, CancellationToken cancellationToken)
    {
        if (PersonalCommand.Parse(text) is not PersonalCommand.Answer)
            return null;
        var reading = Read(hand, text);
        if (reading.Kind is not (ReadingKind.Firm or ReadingKind.Range or ReadingKind.Vague) || text.Length - reading.Span.Length > MostBeside || reading.Span.Length == 0)
            return null;
        if (hand.Person.HeldText is not null || (await directory.OpenRemindersOfAsync(hand.Person)).Any(stored => stored.Value.IsAnswerable))
            return null;
        if (await LastAnsweredAsync(hand, dealName: null, cancellationToken) is not { Deal.Value.FollowUp.NextStep: null } answered || !IsFresh(answered, hand.Now))
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
        return taken.Reminder.Value.Interview.Slots.Count > 0
            ? Message.Of(QuestionCard.Of(taken.Reminder.Value, turn.Message), turn.Message)
            : Message.Of(turn.Message);
    }

    private Task FocusAsync(Hand hand, OpenedFollowUp taken, CancellationToken cancellationToken)
    {
        var pointer = taken.Reminder.Value.Pointer;
        return introductions.ChangeAsync(
            hand.Person,
            known => known with { Focus = taken.Reminder.Value.IsOpen ? pointer : known.Focus == pointer ? null : known.Focus, LastMessageId = hand.MessageId },
            cancellationToken);
    }

    /// <summary>The follow-up whose question stands: the one in focus, else the only one.</summary>
    private async Task<ReminderDocument?> OpenQuestionAsync(PersonDocument person)
    {
        var asked = (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value).Where(reminder => reminder is { IsAnswerable: true, Interview.Asked: not null }).ToList();
        return asked.FirstOrDefault(reminder => reminder.Pointer == person.Focus) ?? (asked.Count == 1 ? asked[0] : null);
    }

    /// <summary>The only follow-up that waits for an answer, also where its card alone has asked.</summary>
    private async Task<ReminderDocument?> OnlyOpenAsync(PersonDocument person) =>
        (await directory.OpenRemindersOfAsync(person)).Where(stored => stored.Value.IsAnswerable).Take(2).ToList() is [var only] ? only.Value : null;

    /// <summary>What was answered last, of this deal or of any.</summary>
    private async Task<OpenedFollowUp?> LastAnsweredAsync(Hand hand, string? dealName, CancellationToken cancellationToken)
    {
        var dealId = dealName is null ? null : DealSearch.Find(await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names), dealName) is [var deal] ? deal.Id : "";
        return dealId != "" && await directory.LastSavedAsync(hand.Person with { UndoneAt = null }, dealId) is { } saved
            && await followUps.OpenAsync(hand.Person.Tenant, saved.Pointer, cancellationToken) is { Reminder.Value.End: ReminderEnd.Answered, Deal.Value.IsOpen: true } opened
            ? opened
            : null;
    }

    private Reading Read(Hand hand, string text) => NextStepReader.Read(text, directory.ReadingOf(hand.Person, hand.Now));

    private static bool IsFresh(OpenedFollowUp answered, Instant now) => answered.Reminder.Value.SavedAt + StillThere > now;
}
