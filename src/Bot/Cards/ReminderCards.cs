using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
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

    private static Choice[] Levels =>
    [
        new(ReminderCardText.High, nameof(UrgencyLevel.High)),
        new(ReminderCardText.Medium, nameof(UrgencyLevel.Medium)),
        new(ReminderCardText.Low, nameof(UrgencyLevel.Low)),
        new(ReminderCardText.NotKnown, nameof(UrgencyLevel.Unknown)),
    ];

    /// <summary>The card as the reminder stands now.</summary>
    /// <param name="links">Where the buttons of its firm step lead; null without one.</param>
    public static Card Of(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now, StepLinks? links = null) =>
        Standing(reminder, deal, calendar, now, links) with { Refresh = new CardRefresh(new ExecuteAction(ReminderCardText.Refresh, Verbs.Refresh, Button.Data(Ids(reminder)))) };

    private static Card Standing(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now, StepLinks? links) => reminder switch
    {
        { End: ReminderEnd.Answered, Outcome.Outcome: StepOutcome.No } => Ended(reminder, deal, OutcomeWords.SaidNo, canUndo: true),
        { End: ReminderEnd.Answered } => Confirmation(reminder, deal, links),
        { End: ReminderEnd.NotASalesMeeting } => Ended(reminder, deal, ReminderCardText.NotedNotSales, canUndo: true),
        { End: ReminderEnd.MeetingCancelled } => Ended(reminder, deal, ReminderCardText.MeetingCancelled, canUndo: false),
        { End: ReminderEnd.DealClosed } => Ended(reminder, deal, ReminderCardText.DealClosed, canUndo: false),
        { End: ReminderEnd.Withdrawn } => Ended(reminder, deal, ReminderCardText.Withdrawn, canUndo: false),
        { End: ReminderEnd.RepForgotten } => Ended(reminder, deal, ReminderCardText.RepForgotten, canUndo: false),
        { Version: > 0, Delivery: { State: DeliveryState.Scheduled, DueAt: { } due } } =>
            Postponed(reminder, deal, due.InZone(calendar.Zone)),
        _ => Form(reminder, deal, calendar, now),
    };

    /// <summary>The button that goes on to another follow-up of the same list.</summary>
    public static ExecuteAction Next(ReminderDocument next, string name) =>
        Button.Execute(ReminderCardText.Next.With(Shorten(name, LongestNext)), Verbs.Open, Ids(next)) with { Style = ActionStyle.Positive };

    /// <summary>What the notification says: what happened and what to do.</summary>
    public static string Summary(ReminderDocument reminder, Deal deal) => reminder.Ask is null
        ? ReminderCardText.Summary.With(deal.Facts.Name)
        : ReminderCardText.StepSummary.With(deal.Facts.Name);

    private static Card Form(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now)
    {
        var body = new List<CardElement> { Theirs(deal.Facts.Name, TextWeight.Bolder, TextSize.Large) };
        body.AddRange(reminder.Ask is { } ask ? AskPieces.Lines(ask, reminder, deal) : [Theirs(MeetingLine(reminder.Meeting, calendar.Zone), subtle: true) with { Spacing = Spacing.None }]);
        var buyer = reminder.Meeting.BuyersFirstName;
        body.AddRange(reminder.Ask is not null && reminder.Interview is { Reason: not null, Urgency: not null } ? [StepInput(reminder.Interview, buyer)] : Inputs(reminder.Interview, buyer));
        if (reminder.Note is { } note)
            body.Add(Question(reminder, note));
        return new Card { FallbackText = Summary(reminder, deal), Body = body, Actions = FormActions(reminder, deal, calendar, now) };
    }

    private static TextInput StepInput(InterviewState interview, string? buyer) => new(ReminderCardText.NextStep)
    {
        Id = Fields.NextStep,
        Value = interview.NextStepText,
        Placeholder = buyer is null ? ReminderCardText.NextStepExample : ReminderCardText.NextStepExampleWith.With(buyer),
        MaxLength = 500,
    };

    private static IEnumerable<CardElement> Inputs(InterviewState interview, string? buyer) =>
    [
        new TextInput(ReminderCardText.Why)
        {
            Id = Fields.Reason,
            Value = interview.Reason?.Text,
            Placeholder = ReminderCardText.WhyExample,
            IsMultiline = true,
            MaxLength = 1000,
        },
        new ChoiceInput(ReminderCardText.Urgency, Levels)
        {
            Id = Fields.Urgency,
            Value = interview.Urgency?.Level.ToString(),
            Placeholder = ReminderCardText.ChooseOne,
        },
        new TextInput(ReminderCardText.Driver) { Id = Fields.Driver, Value = interview.DriverText ?? interview.Urgency?.Driver, Placeholder = ReminderCardText.DriverExample, MaxLength = 500 },
        StepInput(interview, buyer),
    ];

    /// <summary>Why the answer is not complete yet, with the slots on offer as buttons.</summary>
    public static Container Question(ReminderDocument reminder, string note)
    {
        var items = new List<CardElement> { Theirs(note) };
        if (reminder.Interview.Slots.Count > 0)
            items.Add(new ActionSet([.. reminder.Interview.Slots.Select(slot => SlotButton(reminder, slot))]));
        return new Container(items) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium };
    }

    private static ExecuteAction SlotButton(ReminderDocument reminder, LocalDateTime slot) =>
        Button.Execute(Spoken.Slot(slot), Verbs.Slot, [.. Ids(reminder), (Fields.Slot, LocalDateTimePattern.GeneralIso.Format(slot))]) with
        {
            Style = ActionStyle.Positive,
        };

    private static IReadOnlyList<CardAction> FormActions(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now) =>
    [
        // The slots on offer, when there are any, are the buttons to press.
        Button.Execute(ReminderCardText.Save, Verbs.Save, Ids(reminder)) with { Style = reminder.Interview.Slots.Count == 0 ? ActionStyle.Positive : null },
        new ShowCardAction(ReminderCardText.Later, LaterCard(reminder, calendar, now)),
        reminder.Ask is null
            ? Button.Execute(ReminderCardText.NotSales, Verbs.NotSales, Ids(reminder)) with { AssociatedInputs = "none" }
            : AskPieces.SomethingElse(deal),
    ];

    private static Card LaterCard(ReminderDocument reminder, WorkingCalendar calendar, Instant now)
    {
        var times = LaterTimes.From(now, calendar);
        return new Card
        {
            FallbackText = ReminderCardText.WhenAgain,
            Body =
            [
                new ChoiceInput(ReminderCardText.WhenAgain, [.. times.Select(at => new Choice(Spoken.Slot(at), LocalDateTimePattern.GeneralIso.Format(at)))])
                {
                    Id = Fields.Later,
                    Value = LocalDateTimePattern.GeneralIso.Format(times[0]),
                },
            ],
            Actions = [Button.Execute(ReminderCardText.AskThen, Verbs.Later, Ids(reminder))],
        };
    }

    private static Card Confirmation(ReminderDocument reminder, Deal deal, StepLinks? links)
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
        if (step is null)
            body.Add(Small(SavedCardText.StaysOnList));
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
        var change = Button.Execute(SavedCardText.Change, Verbs.Undo, Ids(reminder));
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

    private static string MeetingLine(Meeting meeting, DateTimeZone zone)
    {
        var who = string.Join(", ", meeting.Buyers.Take(3).Select(buyer => buyer.Role is null ? buyer.Name : $"{buyer.Name} ({buyer.Role})"));
        var when = Spoken.ShortMoment(meeting.Start.InZone(zone));
        return (meeting.Kind, who) switch
        {
            (MeetingKind.Call, "") => ReminderCardText.Call.With(when),
            (MeetingKind.Call, _) => ReminderCardText.CallWith.With(who, when),
            (MeetingKind.Video, "") => ReminderCardText.Video.With(when),
            (MeetingKind.Video, _) => ReminderCardText.VideoWith.With(who, when),
            (_, "") => ReminderCardText.Meeting.With(when),
            _ => ReminderCardText.MeetingWith.With(who, when),
        };
    }
}
