using FollowUpBot.Bot.Documents;
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

/// <summary>The form of a reminder: the three questions, or the one that is left, and what was said about the answers so far.</summary>
internal static class ReminderForm
{
    private static Choice[] Levels =>
    [
        new(ReminderCardText.High, nameof(UrgencyLevel.High)),
        new(ReminderCardText.Medium, nameof(UrgencyLevel.Medium)),
        new(ReminderCardText.Low, nameof(UrgencyLevel.Low)),
        new(ReminderCardText.NotKnown, nameof(UrgencyLevel.Unknown)),
    ];

    public static Card Of(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now)
    {
        var body = new List<CardElement> { Theirs(deal.Facts.Name, TextWeight.Bolder, TextSize.Large) };
        var isAfterAppointment = reminder is { Outcome: not null, Note: not null, Interview.Slots.Count: 0 };
        body.AddRange(reminder.Ask is { } ask ? AskPieces.Lines(ask, reminder, deal)
            : isAfterAppointment ? [Theirs(reminder.Note ?? "")]
            : [Theirs(MeetingLine(reminder.Meeting, calendar.Zone), subtle: true) with { Spacing = Spacing.None }]);
        var buyer = reminder.Meeting.BuyersFirstName;
        body.AddRange(AsksForStepAlone(reminder) ? [StepInput(reminder.Interview, buyer)] : Inputs(reminder.Interview, buyer));
        if (reminder.Note is { } note && !isAfterAppointment && !IsAskedByForm(reminder, deal, note))
            body.Add(Question(reminder, note));
        return new Card { FallbackText = ReminderCards.Summary(reminder, deal), Body = body, Actions = FormActions(reminder, deal, calendar, now) };
    }

    private static bool AsksForStepAlone(ReminderDocument reminder) =>
        (reminder.Ask is not null || reminder.Outcome is not null) && reminder.Interview is { Reason: not null, Urgency: not null };

    /// <summary>The question that the conversation has come to is a field of the form, too; it is said below only to whoever left the field out.</summary>
    private static bool IsAskedByForm(ReminderDocument reminder, Deal deal, string note) =>
        reminder.Interview is { Asked: { } asked, RemindedOfMissing: false } && note == Say.Ask(asked, deal.Facts.Name, reminder.Meeting.BuyersFirstName);

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

    private static IReadOnlyList<CardAction> FormActions(ReminderDocument reminder, Deal deal, WorkingCalendar calendar, Instant now)
    {
        // The slots on offer, when there are any, are the buttons to press.
        var save = Button.Execute(ReminderCardText.Save, Verbs.Save, Ids(reminder)) with { Style = reminder.Interview.Slots.Count == 0 ? ActionStyle.Positive : null };
        if (reminder.IsEdited(deal))
            return [save, Button.Execute(ReminderCardText.Keep, Verbs.Keep, Ids(reminder)) with { AssociatedInputs = "none" }];
        var later = new ShowCardAction(ReminderCardText.Later, LaterCard(reminder, calendar, now));
        return reminder switch
        {
            { Ask: not null } => [save, later, AskPieces.SomethingElse(deal)],
            { Outcome: not null } => [save, later],
            _ => [save, later, Button.Execute(ReminderCardText.NotSales, Verbs.NotSales, Ids(reminder)) with { AssociatedInputs = "none" }],
        };
    }

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
