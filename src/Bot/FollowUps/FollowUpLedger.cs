using System.Globalization;
using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Mends;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.FollowUps;

/// <summary>A reminder and its deal as they stand.</summary>
public sealed record OpenedFollowUp(Stored<ReminderDocument> Reminder, Stored<Deal> Deal)
{
    /// <summary>Better words for a saved step that is still ahead; null when it needs none.</summary>
    public StepWording? Wording => Reminder.Value is { End: ReminderEnd.Answered, Captured: { } said } && Deal.Value.FollowUp == said ? StepWording.Of(said) : null;

    /// <summary>Its appointment should be over, nothing newer is known, and nobody has told what became of it.</summary>
    public bool AwaitsOutcome(Instant now) =>
        Reminder.Value is { End: ReminderEnd.Answered, Outcome: null, Captured.NextStep: { } step } && Deal.Value.IsOpen
        && Deal.Value.FollowUp == Reminder.Value.Captured && step.At <= now;
}

/// <summary>Who did it, when, and by which message if they typed.</summary>
public sealed record Hand(PersonDocument Person, Instant Now, string? MessageId);

/// <summary>
/// Everything that a rep can do with a follow-up, by card or by words. Each is one batch that is durable before anybody is told;
/// null means that somebody else changed it first, and the caller shows what is stored now.
/// </summary>
public sealed class FollowUpLedger(IDocumentStore store, PeopleDirectory directory, AppointmentSchedule appointments)
{
    /// <summary>The card itself told that it is there; the rep has done nothing yet.</summary>
    private const string Seen = "arrived";

    public async Task<OpenedFollowUp?> OpenAsync(string tenant, ReminderPointer pointer, CancellationToken cancellationToken)
    {
        var partition = Keys.DealPartition(tenant, pointer.DealId);
        var (reminder, deal) = await store.FindAsync(
            partition, (pointer.ReminderId, BotJson.Default.ReminderDocument), (Keys.Deal, BotJson.Default.Deal), cancellationToken);
        return reminder is not null && deal is not null ? new OpenedFollowUp(reminder, deal) : null;
    }

    /// <summary>One turn of the interview. The rep's other appointments are asked for only when slots are to be offered beside them.</summary>
    public async Task<Turn> TurnAsync(OpenedFollowUp opened, Hand hand, Func<InterviewContext, Turn> take)
    {
        var context = new InterviewContext(
            opened.Deal.Value.Facts.Name,
            opened.Reminder.Value.Meeting.Rep,
            directory.CalendarOf(hand.Person),
            directory.LocaleOf(hand.Person),
            Busy: [],
            hand.Now)
        {
            Buyer = opened.Reminder.Value.Meeting.BuyersFirstName,
            Standing = AgreedElsewhere(opened.Reminder.Value, opened.Deal.Value, hand.Now),
        };
        var turn = take(context);
        if (turn.State.Slots.Count == 0)
            return turn;
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        var busy = deals.Where(deal => deal.Id != opened.Deal.Value.Id).Select(deal => deal.NextStepStanding?.At).OfType<Instant>();
        return take(context with { Busy = [.. busy] });
    }

    /// <summary>Stores a turn of the interview; when it is complete, the deal gets its answers and the reminder ends.</summary>
    public Task<OpenedFollowUp?> TakeAsync(OpenedFollowUp opened, Turn turn, Hand hand, CancellationToken cancellationToken)
    {
        var asked = opened.Reminder.Value with { Interview = turn.State, Note = turn.Message, LastMessageId = hand.MessageId };
        if (turn.Outcome is not { } outcome)
            return SaveAsync(opened, asked with { Version = asked.Version + 1 }, opened.Deal.Value, "asked again", hand, cancellationToken);
        var deal = opened.Deal.Value.Capture(outcome);
        var answered = asked.Finish(ReminderEnd.Answered) with
        {
            Before = asked.End == ReminderEnd.Answered ? asked.Before : opened.Deal.Value.FollowUp,
            Captured = deal.FollowUp,
            SavedAt = hand.Now,
            Note = null,
            Outcome = null,
        };
        var messages = deal.FollowUp is { } said ? appointments.For(answered, said, directory.CalendarOf(hand.Person), hand.Now) : [];
        return SaveAsync(opened, answered, deal, "follow-up saved", hand, cancellationToken, messages);
    }

    /// <summary>What became of the appointment. Unless the buyer said no, the follow-up is open again, for the next step.</summary>
    public Task<OpenedFollowUp?> TellAsync(OpenedFollowUp opened, StepOutcome outcome, Hand hand, CancellationToken cancellationToken)
    {
        var (reminder, deal) = (opened.Reminder.Value, opened.Deal.Value);
        var isHeld = outcome is StepOutcome.Yes or StepOutcome.No or StepOutcome.NotYet;
        var heldAs = isHeld ? string.Create(CultureInfo.InvariantCulture, $"{reminder.Id}:{reminder.Version}") : null;
        var told = new ToldOutcome(deal.FollowUp?.NextStep?.At ?? hand.Now, outcome, hand.Now, heldAs, TakenBackAt: null);
        var noted = reminder with { Outcome = told, SavedAt = hand.Now, LastMessageId = hand.MessageId, Version = reminder.Version + 1 };
        var asked = outcome == StepOutcome.No
            ? noted
            : noted with { End = null, Interview = reminder.Interview.AskingForStep(isSameStep: outcome == StepOutcome.Moved, isWithSamePeople: outcome == StepOutcome.NotYet), Note = OutcomeWords.Answer(outcome, deal.Facts.Name) };
        return SaveAsync(opened, asked, deal.Tell(told), $"appointment: {outcome}", hand, cancellationToken);
    }

    /// <summary>What was told of the appointment did not count after all.</summary>
    private Task<OpenedFollowUp?> TakeBackAsync(OpenedFollowUp opened, ToldOutcome told, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        var before = reminder with
        {
            End = ReminderEnd.Answered,
            Outcome = null,
            Note = null,
            Interview = reminder.Interview.Holding(reminder.Captured?.NextStep),
            Version = reminder.Version + 1,
            LastMessageId = hand.MessageId,
        };
        return SaveAsync(opened, before, opened.Deal.Value.TakeBack(told, hand.Now), "outcome taken back", hand, cancellationToken);
    }

    /// <summary>The step that "none" about this meeting does not take away: agreed after another one, and still ahead or agreed after a later one.</summary>
    private static NextStep? AgreedElsewhere(ReminderDocument reminder, Deal deal, Instant now) =>
        deal.NextStepStanding is { } step && !IsOwn(step, reminder, deal) && (step.At > now || reminder.Meeting.End < deal.LastMeetingAt) ? step : null;

    /// <summary>This very follow-up agreed it, or has told what became of it.</summary>
    private static bool IsOwn(NextStep step, ReminderDocument reminder, Deal deal) =>
        reminder.Outcome?.StepAt == step.At || (!reminder.Interview.KeepsStep && reminder.SavedAt == deal.FollowUp?.CapturedAt);

    /// <summary>Asks again at a moment that the rep chose.</summary>
    public Task<OpenedFollowUp?> PostponeAsync(OpenedFollowUp opened, Instant until, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        var later = reminder with
        {
            Delivery = reminder.Delivery.Postpone(until),
            RepChoseTime = true,
            ListId = null,
            HeldFor = null,
            Version = reminder.Version + 1,
            LastMessageId = hand.MessageId,
        };
        return SaveAsync(opened, later, opened.Deal.Value, "postponed", hand, cancellationToken);
    }

    public Task<OpenedFollowUp?> DismissAsync(OpenedFollowUp opened, Hand hand, CancellationToken cancellationToken) =>
        SaveAsync(
            opened, opened.Reminder.Value.Finish(ReminderEnd.NotASalesMeeting) with { SavedAt = hand.Now }, opened.Deal.Value, "not a sales meeting", hand, cancellationToken);

    /// <summary>Opens an answered or dismissed follow-up again, or takes back what was told of its appointment; the deal goes back to what it knew before.</summary>
    public Task<OpenedFollowUp?> UndoAsync(OpenedFollowUp opened, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        if (reminder is { Outcome: { } told, Captured: not null })
            return TakeBackAsync(opened, told, hand, cancellationToken);
        var isLatest = reminder.End == ReminderEnd.Answered && opened.Deal.Value.FollowUp == reminder.Captured;
        var deal = isLatest && reminder.Captured is { } answer ? opened.Deal.Value.TakeBack(answer, reminder.Before, hand.Now) : opened.Deal.Value;
        var reopened = reminder with
        {
            End = null,
            Before = null,
            Captured = null,
            Interview = reminder.Interview with { NextStep = null, Asked = null, Slots = [], Reasks = 0, OtherReading = null },
            Version = reminder.Version + 1,
            LastMessageId = hand.MessageId,
        };
        return SaveAsync(opened, reopened, deal, "undone", hand, cancellationToken);
    }

    /// <summary>Opens an answered follow-up again to change one answer; the deal keeps what it knows until the new one is in.</summary>
    public Task<OpenedFollowUp?> EditAsync(OpenedFollowUp opened, Question question, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        var reopened = reminder with
        {
            End = null,
            Captured = null,
            Interview = Interview.Reopened(reminder.Interview, question),
            Version = reminder.Version + 1,
        };
        return SaveAsync(opened, reopened, opened.Deal.Value, "opened to edit", hand, cancellationToken);
    }

    /// <summary>What was opened to be changed stays as it was.</summary>
    public Task<OpenedFollowUp?> KeepAsync(OpenedFollowUp opened, Hand hand, CancellationToken cancellationToken)
    {
        var (reminder, said) = (opened.Reminder.Value, opened.Deal.Value.FollowUp);
        var kept = reminder with
        {
            End = ReminderEnd.Answered,
            Captured = said,
            Interview = Interview.Kept(reminder.Interview, said),
            Note = null,
            Version = reminder.Version + 1,
        };
        return SaveAsync(opened, kept, opened.Deal.Value, "edit cancelled", hand, cancellationToken);
    }

    /// <summary>A postponed follow-up is wanted after all: it is answerable in the card that shows it.</summary>
    public Task<OpenedFollowUp?> ResumeAsync(OpenedFollowUp opened, string? activityId, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        var resumed = reminder with { Delivery = reminder.Delivery.Arrived(activityId), HeldFor = null, AskedAt = reminder.AskedAt ?? hand.Now, Chat = hand.Person.Chat, Version = reminder.Version + 1 };
        return SaveAsync(opened, resumed, opened.Deal.Value, "resumed", hand, cancellationToken);
    }

    /// <summary>The rep's Teams shows the card, whatever they do with it: that settles whether it arrived.</summary>
    public Task<OpenedFollowUp?> ArrivedAsync(OpenedFollowUp opened, string? activityId, Hand hand, CancellationToken cancellationToken)
    {
        var reminder = opened.Reminder.Value;
        var arrived = reminder with { Delivery = reminder.Delivery.Arrived(activityId) };
        return SaveAsync(opened, arrived, opened.Deal.Value, Seen, hand, cancellationToken);
    }

    private async Task<OpenedFollowUp?> SaveAsync(
        OpenedFollowUp opened, ReminderDocument reminder, Deal deal, string what, Hand hand, CancellationToken cancellationToken,
        IEnumerable<DocumentWrite>? alongside = null)
    {
        var tenant = reminder.Tenant;
        var settled = Evidenced(reminder) with { TouchedAt = what == Seen ? reminder.TouchedAt : hand.Now };
        var about = $"{settled.Id}:{settled.Version}";
        var writes = new List<DocumentWrite> { settled.ToDocument().Over(opened.Reminder) };
        if (deal != opened.Deal.Value)
        {
            var changed = deal with { Version = opened.Deal.Value.Version + 1 };
            writes.AddRange([changed.ToDocument(tenant).Over(opened.Deal), DealNews.Of(changed, tenant, hand.Now, about)]);
        }

        if (settled.Delivery.ActivityId is not null)
            writes.Add(CardUpdate.Of(settled, hand.Now));
        writes.AddRange(alongside ?? []);
        var line = new EventDocument(hand.Now, hand.Person.ObjectId, what, FromTo(opened, settled, deal));
        writes.Add(StoredForms.Audit(settled.Partition, line, about));
        return await store.BatchAsync(settled.Partition, writes, cancellationToken) is BatchResult.Committed committed
            ? new OpenedFollowUp(
                new Stored<ReminderDocument>(settled, committed.ETags[0]),
                deal == opened.Deal.Value ? opened.Deal : new Stored<Deal>(deal, committed.ETags[1]))
            : null;
    }

    /// <summary>From what to what, without a word of what was typed.</summary>
    private static string FromTo(OpenedFollowUp opened, ReminderDocument reminder, Deal deal) =>
        $"{Standing(opened.Reminder.Value, opened.Deal.Value)} -> {Standing(reminder, deal)}";

    private static string Standing(ReminderDocument reminder, Deal deal) => string.Create(
        CultureInfo.InvariantCulture,
        $"version {reminder.Version}, {reminder.End?.ToString() ?? "open"}, next step {deal.NextStepStanding?.At.ToString() ?? "none"}");

    /// <summary>Whoever answers a card has it: that settles a sending of which nobody knew whether it arrived.</summary>
    private static ReminderDocument Evidenced(ReminderDocument reminder) =>
        reminder.Delivery.IsInDoubt || reminder is { ListId: not null, Delivery.State: DeliveryState.Scheduled }
            ? reminder with { Delivery = reminder.Delivery.Arrived(null) }
            : reminder;
}
