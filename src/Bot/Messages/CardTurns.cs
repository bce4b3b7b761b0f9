using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Messages;

/// <summary>
/// Presses on the bot's cards. The card says which follow-up and which version of it; everything else is looked up. A press on an old
/// version shows the current card and writes nothing.
/// </summary>
public sealed class CardTurns(PeopleDirectory directory, FollowUpLedger followUps, FollowUpCards cards, MeetingLog meetings)
{
    private const int LongestText = 1000;

    private static readonly Duration OldestLogged = Duration.FromDays(31);

    public async Task<InvokeResponse> HandleAsync(PersonDocument person, CardSubmission press, Place place, Instant now, CancellationToken cancellationToken)
    {
        var hand = new Hand(person, now, MessageId: null);
        if (press.Verb is Verbs.AddDeal or Verbs.LogFor)
            return await LogAsync(hand, press, place, cancellationToken);
        if (press.Text(Fields.Deal) is not { } dealId || press.Text(Fields.Reminder) is not { } reminderId || !Keys.IsFollowUp(reminderId))
            return InvokeResponse.Message(Replies.NotUnderstoodCard);
        var pointer = new ReminderPointer(dealId, reminderId);
        if (await followUps.OpenAsync(person.Tenant, pointer, cancellationToken) is not { } opened || !IsAllowed(person, opened, place))
            return InvokeResponse.Message(Replies.NotHere);
        var isStale = press.Text(Fields.Version) != opened.Reminder.Value.Version.ToString(CultureInfo.InvariantCulture);
        var changed = isStale || press.IsAutomatic
            ? await SeenAsync(opened, press, hand, cancellationToken)
            : await ActAsync(opened, press, hand, cancellationToken);
        var current = changed ?? await followUps.OpenAsync(person.Tenant, pointer, cancellationToken) ?? opened;
        if (!IsAllowed(person, current, place))
            return InvokeResponse.Message(Replies.NotHere); // it became somebody else's meanwhile
        var withDraft = press.Verb == Verbs.Draft && !isStale && current.Reminder.Value.End == ReminderEnd.Answered;
        return InvokeResponse.Card(await CardAsync(current, withDraft, hand, cancellationToken));
    }

    private async Task<Card> CardAsync(OpenedFollowUp current, bool withDraft, Hand hand, CancellationToken cancellationToken)
    {
        var (reminder, deal) = (current.Reminder.Value, current.Deal.Value);
        if (!withDraft)
            return await cards.OfAsync(hand.Person, reminder, deal, hand.Now, cancellationToken);
        var draft = FollowUpDraft.Of(deal.FollowUp, reminder.Meeting.BuyersFirstName, directory.CalendarOf(hand.Person), hand.Now);
        return StepCard.WithDraft(reminder, deal.Facts.Name, draft, reminder.Meeting.BuyersAddress);
    }

    private static bool IsAllowed(PersonDocument person, OpenedFollowUp opened, Place place)
    {
        var roles = person.Is(opened.Reminder.Value.Meeting.Rep) ? Roles.Owner : Roles.Anyone;
        return Permissions.Allow(Verb.AnswerFollowUp, place, roles);
    }

    /// <summary>A card that asks is a card that arrived; where that was in doubt, it is stored. Nothing else is written.</summary>
    private async Task<OpenedFollowUp?> SeenAsync(OpenedFollowUp opened, CardSubmission press, Hand hand, CancellationToken cancellationToken) =>
        opened.Reminder.Value is { IsOpen: true, Delivery.IsInDoubt: true }
            ? await followUps.ArrivedAsync(opened, press.CardActivityId, hand, cancellationToken)
            : opened;

    /// <returns>What is stored now; null when the press could not be taken because something changed meanwhile.</returns>
    private async Task<OpenedFollowUp?> ActAsync(OpenedFollowUp opened, CardSubmission press, Hand hand, CancellationToken cancellationToken)
    {
        var isOpen = opened.Reminder.Value.IsOpen;
        return press.Verb switch
        {
            Verbs.Save when isOpen => await SubmitAsync(opened, press, hand, cancellationToken),
            Verbs.Slot when isOpen => await ChooseAsync(opened, press, hand, cancellationToken),
            Verbs.Later when isOpen => await PostponeAsync(opened, press, hand, cancellationToken),
            Verbs.Keep when opened.Reminder.Value.IsEdited(opened.Deal.Value) => await followUps.KeepAsync(opened, hand, cancellationToken),
            Verbs.NotSales when isOpen => await followUps.DismissAsync(opened, hand, cancellationToken),
            Verbs.Open when isOpen => await followUps.ResumeAsync(opened, press.CardActivityId, hand, cancellationToken),
            Verbs.Switch when opened.Reminder.Value is { End: ReminderEnd.Answered, Interview.OtherReading: not null } answered
                && opened.Deal.Value.FollowUp == answered.Captured =>
                await SwitchAsync(opened, hand, cancellationToken),
            Verbs.Reword when opened.Wording is { } wording => await RewordAsync(opened, wording, hand, cancellationToken),
            Verbs.Outcome when opened.AwaitsOutcome(hand.Now) && Enum.TryParse<StepOutcome>(press.Text(Fields.Outcome), out var outcome) && Enum.IsDefined(outcome) =>
                await followUps.TellAsync(opened, outcome, hand, cancellationToken),
            Verbs.Change when opened.Reminder.Value is { End: ReminderEnd.Answered, Outcome: null, Captured: { } said } && opened.Deal.Value.FollowUp == said =>
                await followUps.EditAsync(opened, Question.NextStep, hand, cancellationToken),
            Verbs.Undo or Verbs.Change when opened.Reminder.Value.End is ReminderEnd.Answered or ReminderEnd.NotASalesMeeting =>
                await followUps.UndoAsync(opened, hand, cancellationToken),
            _ => opened,
        };
    }

    private async Task<OpenedFollowUp?> SubmitAsync(OpenedFollowUp opened, CardSubmission press, Hand hand, CancellationToken cancellationToken)
    {
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Submit(opened.Reminder.Value.Interview, FormOf(press), context));
        return await followUps.TakeAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<OpenedFollowUp?> ChooseAsync(OpenedFollowUp opened, CardSubmission press, Hand hand, CancellationToken cancellationToken)
    {
        var interview = opened.Reminder.Value.Interview;
        if (press.Moment(Fields.Slot, hand.Now) is not { } slot || !interview.Slots.Contains(slot))
            return opened;
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Choose(interview, slot, FormOf(press), context));
        return await followUps.TakeAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<OpenedFollowUp?> SwitchAsync(OpenedFollowUp opened, Hand hand, CancellationToken cancellationToken)
    {
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Switch(opened.Reminder.Value.Interview, context));
        return await followUps.TakeAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<OpenedFollowUp?> RewordAsync(OpenedFollowUp opened, StepWording wording, Hand hand, CancellationToken cancellationToken)
    {
        var turn = await followUps.TurnAsync(opened, hand, context => Interview.Reword(opened.Reminder.Value.Interview, wording, context));
        return await followUps.TakeAsync(opened, turn, hand, cancellationToken);
    }

    private async Task<OpenedFollowUp?> PostponeAsync(OpenedFollowUp opened, CardSubmission press, Hand hand, CancellationToken cancellationToken)
    {
        if (press.Moment(Fields.Later, hand.Now) is not { } later)
            return opened;
        var until = WallClock.At(later, directory.ZoneOf(hand.Person));
        return until > hand.Now ? await followUps.PostponeAsync(opened, until, hand, cancellationToken) : opened;
    }

    private async Task<InvokeResponse> LogAsync(Hand hand, CardSubmission press, Place place, CancellationToken cancellationToken)
    {
        if (!Permissions.Allow(Verb.LogMeeting, place, Roles.Anyone) || InstantPattern.General.Parse(press.Text(Fields.Ended) ?? "") is not { Success: true } ended)
            return InvokeResponse.Message(Replies.NotUnderstoodCard);
        if (ended.Value > hand.Now || ended.Value < hand.Now - OldestLogged)
            return InvokeResponse.Message(Replies.NotUnderstoodCard);
        var reply = press.Verb == Verbs.LogFor
            ? await meetings.LogForAsync(hand, press.Text(Fields.Deal) ?? "", ended.Value, cancellationToken)
            : press.Text(Fields.Name) is { Length: > 0 and <= 200 } name
                ? await meetings.LogNewDealAsync(hand, name, ended.Value, cancellationToken)
                : null;
        return reply is null ? InvokeResponse.Message(Replies.NotHere) : InvokeResponse.Card(LogCards.Done(reply));
    }

    private static CaptureForm FormOf(CardSubmission press) => new(
        Typed(press, Fields.Reason),
        Enum.TryParse<UrgencyLevel>(press.Text(Fields.Urgency), out var level) && Enum.IsDefined(level) ? level : null,
        Typed(press, Fields.Driver),
        Typed(press, Fields.NextStep));

    private static string? Typed(CardSubmission press, string field) => press.Text(field)?.Trim() switch
    {
        null or "" => null,
        { Length: > LongestText } text => text[..LongestText],
        var text => text,
    };
}
