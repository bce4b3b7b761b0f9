using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>A reminder's card in each of its states: the form, the confirmation, and the ways it can end.</summary>
public static class ReminderCards
{
    private const int LongestFallback = 400;
    private const int LongestNext = 40;

    private const int LongestOffer = 300;

    /// <summary>On the saved card; the form shows it whole.</summary>
    private const int LongestReason = 650;

    /// <summary>The card as the reminder stands now.</summary>
    /// <param name="links">Where the buttons of its firm step lead; null without one.</param>
    public static Card Of(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now, StepLinks? links = null) =>
        Standing(reminder, deal, calendar, now, links) with { Refresh = new CardRefresh(new ExecuteAction(ReminderCardText.Refresh, Verbs.Refresh, Button.Data(Ids(reminder)))) };

    private static Card Standing(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now, StepLinks? links) => reminder switch
    {
        { End: ReminderEnd.Answered, Outcome.Outcome: StepOutcome.No } => Ended(reminder, deal, OutcomeWords.SaidNo, canUndo: true),
        { End: ReminderEnd.Answered } => Confirmation(reminder, deal, calendar, links),
        { End: ReminderEnd.NotASalesMeeting } => Ended(reminder, deal, ReminderCardText.NotedNotSales, canUndo: true),
        { End: ReminderEnd.MeetingCancelled } => Ended(reminder, deal, ReminderCardText.MeetingCancelled, canUndo: false),
        { End: ReminderEnd.DealClosed } => Ended(reminder, deal, ReminderCardText.DealClosed, canUndo: false),
        { End: ReminderEnd.Withdrawn } => Ended(reminder, deal, ReminderCardText.Withdrawn, canUndo: false),
        { End: ReminderEnd.RepForgotten } => Ended(reminder, deal, ReminderCardText.RepForgotten, canUndo: false),
        { Version: > 0, Delivery: { State: DeliveryState.Scheduled, DueAt: { } due } } =>
            Postponed(reminder, deal, due.InZone(calendar.Zone)),
        _ => ReminderForm.Of(reminder, deal, calendar, now),
    };

    /// <summary>The button that goes on to another follow-up of the same list.</summary>
    public static ExecuteAction Next(ReminderDocument next, string name) =>
        Button.Execute(ReminderCardText.Next.With(Shorten(name, LongestNext)), Verbs.Open, Ids(next)) with { Style = ActionStyle.Positive };

    /// <summary>What the notification says: what happened and what to do.</summary>
    public static string Summary(ReminderDocument reminder, Deal deal) => reminder.Ask is null
        ? ReminderCardText.Summary.With(deal.Facts.Name)
        : ReminderCardText.StepSummary.With(deal.Facts.Name);

    private static Card Confirmation(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, StepLinks? links)
    {
        var followUp = deal.FollowUp;
        var step = followUp?.NextStep;
        var body = new List<CardElement>
        {
            Outcome(deal.Facts.Name, followUp),
        };
        if (step is not null)
            body.Add(Row(SavedCardText.When, Spoken.Moment(step.Zoned), TextWeight.Bolder) with { Spacing = Spacing.Medium });
        if (step?.What is { } what)
            body.Add(Row(SavedCardText.What, what));
        body.Add(Row(SavedCardText.Why, Shorten(followUp?.Reason ?? SavedCardText.NotKnown, LongestReason)));
        body.Add(Row(SavedCardText.Urgency, UrgencyLine.Of(followUp)));
        if (followUp is { HasBuyersReason: false })
            body.Add(Row(SavedCardText.AskNext, Say.Discovery(reminder.Meeting.BuyersFirstName)));
        if (StepWording.Of(followUp) is { } wording)
            body.Add(Reworded(reminder, wording));
        if (reminder.Interview.IsOurDate)
            body.Add(Small(Say.OurDate));
        if (step is not null && Say.DayOff(step, calendar) is { } off)
            body.Add(Small(off) with { Spacing = Spacing.Medium });
        if (step is null)
            body.Add(Small(SavedCardText.StaysOnList) with { Spacing = Spacing.Medium });
        else if (reminder.Interview.KeepsStep)
            body.Add(Theirs(SavedCardText.StillStands.With(deal.Facts.Name), subtle: true));
        if (links is not null)
            body.Add(StepCard.Buttons(reminder, links) with { Spacing = Spacing.Medium });
        return new Card
        {
            FallbackText = Shorten(followUp is null ? deal.Facts.Name : Say.Saved(deal.Facts.Name, followUp), LongestFallback),
            Body = body,
            Actions = ConfirmationActions(reminder),
        };
    }

    private static Container Reworded(ReminderDocument reminder, StepWording wording) =>
        new([Theirs(Shorten(wording.Line, LongestOffer)), new ActionSet([Button.Execute(SavedCardText.UseThat, Verbs.Reword, Ids(reminder))])]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium };

    /// <summary>Where the words could mean another day too, that day is one tap away.</summary>
    private static List<CardAction> ConfirmationActions(ReminderDocument reminder)
    {
        var change = Button.Execute(SavedCardText.Change, Verbs.Change, Ids(reminder));
        List<CardAction> actions = reminder.Interview.OtherReading is { } other
            ? [Button.Execute(SavedCardText.IMeant.With(Spoken.Slot(other)), Verbs.Switch, Ids(reminder)), change]
            : [change];
        if (reminder.Ask is not null)
            actions.Add(Button.Execute(SavedCardText.MyOtherDeals, MendVerbs.List));
        return actions;
    }

    /// <summary>Green is a date and a reason of theirs; a date alone is hope, and amber.</summary>
    private static Container Outcome(string name, FollowUp? followUp) => new(
    [
        Theirs(name, TextWeight.Bolder, TextSize.Large),
        new TextBlock(Headline(followUp)) { Spacing = Spacing.None, Style = "heading", Size = TextSize.Default },
    ])
    {
        Style = followUp is { NextStep: not null, IsHope: false } ? ContainerStyle.Good : ContainerStyle.Warning,
        Bleed = true,
    };

    private static string Headline(FollowUp? followUp) => followUp switch
    {
        { IsHope: true } => SavedCardText.Hope,
        { NextStep: not null } => SavedCardText.Firm,
        _ => SavedCardText.NoStep,
    };

    private static Card Ended(ReminderDocument reminder, Deal deal, string line, bool canUndo) => new()
    {
        FallbackText = line,
        Body = [Theirs(deal.Facts.Name, TextWeight.Bolder), new TextBlock(line) { Spacing = Spacing.Small }],
        Actions = canUndo ? [Button.Execute(ReminderCardText.Undo, Verbs.Undo, Ids(reminder))] : null,
    };

    private static Card Postponed(ReminderDocument reminder, Deal deal, ZonedDateTime due) => new()
    {
        FallbackText = ReminderCardText.Postponed.With(Spoken.Moment(due)),
        Body = [Theirs(deal.Facts.Name, TextWeight.Bolder), new TextBlock(ReminderCardText.Postponed.With(Spoken.Moment(due))) { Spacing = Spacing.Small }],
        Actions = [Button.Execute(ReminderCardText.AnswerNow, Verbs.Open, Ids(reminder))],
    };
}
