using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Phrasing;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>
/// Three answers after a meeting: why they want it, how urgent it is to them, and a firm next step. By form or by words, equal in power;
/// one message may give all three. Pure: the same state, answer and context give the same turn.
/// </summary>
public static class Interview
{
    private const int MostReasks = 2;

    private static readonly Duration UsualAppointment = Duration.FromMinutes(30);

    /// <summary>Puts the first missing question.</summary>
    public static Turn Begin(InterviewState state, InterviewContext context) => AskOrSave(state, context);

    /// <summary>Puts the question before the one that stands again; the first stays the first.</summary>
    public static Turn Back(InterviewState state, InterviewContext context) => (state.Asked ?? state.Missing) switch
    {
        Question.Reason => Ask(state, Question.Reason, context),
        Question.Urgency => Ask(Reopened(state, Question.Reason), Question.Reason, context),
        _ => Ask(Reopened(state, Question.Urgency), Question.Urgency, context),
    };

    /// <summary>One answer is open again; the others stay.</summary>
    public static InterviewState Reopened(InterviewState state, Question question) => question switch
    {
        Question.Reason => state with { Reason = null, ReaskedReason = false, Asked = Question.Reason },
        Question.Urgency => state with { Urgency = null, DriverText = null, UrgencyFrom = null, NeededBy = null, IsOurDate = false, HeardStep = null, Asked = Question.Urgency },
        _ => state with { NextStep = null, HeardStep = null, Slots = [], Reasks = 0, OtherReading = null, Asked = Question.NextStep },
    };

    /// <summary>All answers as they were given before one was opened again.</summary>
    public static InterviewState Kept(InterviewState state, FollowUp? said) => said is null ? state : (state with
    {
        Reason = new ReasonAnswer(said.Reason),
        Urgency = said.Urgency,
        UrgencyFrom = said.UrgencyFrom,
        NeededBy = said.NeededBy,
        HeardStep = null,
        Reasks = 0,
    }).Holding(said.NextStep);

    /// <summary>Takes a typed message as the answer to the question that stands, and what else it says.</summary>
    public static Turn Answer(InterviewState state, string text, InterviewContext context) => Aside.In(text) is { } aside
        ? Repeat(state, aside, context)
        : Remarked(state, context, (state.Asked ?? state.Missing) switch
        {
            Question.Urgency => AnswerUrgency(state, text, context),
            Question.NextStep => AnswerNextStep(state, text, context),
            _ => AnswerReason(state, text, context),
        });

    /// <summary>Takes the whole form. What is missing or vague is asked for again; what was typed stays.</summary>
    public static Turn Submit(InterviewState state, CaptureForm form, InterviewContext context)
    {
        var filled = Fill(state, form, context);
        return Remarked(state, context, Reminding(form.NextStep is { } text ? AnswerNextStep(filled, text, Overwriting(state, context)) : AskOrSave(filled, context)));
    }

    /// <summary>Takes one of the offered slots.</summary>
    /// <exception cref="ArgumentException">The slot was not on offer.</exception>
    public static Turn Choose(InterviewState state, LocalDateTime slot, CaptureForm form, InterviewContext context) =>
        state.Slots.Contains(slot)
            ? Remarked(state, context, Reminding(Settle(Fill(state, form, context) with { OtherReading = null }, slot, context)))
            : throw new ArgumentException("That slot is not on offer.", nameof(slot));

    /// <summary>Takes the other reading of the next step that was saved; the one that was taken becomes the other.</summary>
    /// <exception cref="ArgumentException">There is no other reading.</exception>
    public static Turn Switch(InterviewState state, InterviewContext context) =>
        state is { OtherReading: { } other, NextStep.Step: { } taken }
            ? Settle(state with { OtherReading = taken.Local }, other, context)
            : throw new ArgumentException("The next step was read in one way only.", nameof(state));

    /// <summary>Calls the saved step what was offered instead of a check-in; its time stays.</summary>
    public static Turn Reword(InterviewState state, StepWording wording, InterviewContext context) =>
        state.NextStep?.Step is { } step ? Settle(state with { What = wording.Better }, step.Local, context) : Begin(state, context);

    /// <summary>The appointment that was told is off; what else was answered stays.</summary>
    public static Turn CallOff(InterviewState state, InterviewContext context)
    {
        var turn = AskOrSave(state.AskingForStep(isSameStep: false) with { NextStep = new NextStepAnswer(null) }, context with { Standing = null });
        return turn.Outcome is null ? turn : turn with { Message = Say.CalledOff(context.DealName) };
    }

    /// <summary>Where the form showed the appointment that stands, other words in its place are meant.</summary>
    private static InterviewContext Overwriting(InterviewState shown, InterviewContext context) =>
        context.Standing is { } standing && shown.NextStepText == Say.StepInFull(standing) ? context with { Standing = null } : context;

    private static LocalDateTime? OtherOf(Reading reading) =>
        reading.Other is { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start } ? start.LocalDateTime : null;

    private static InterviewState Fill(InterviewState state, CaptureForm form, InterviewContext context)
    {
        var filled = state with
        {
            Reason = form.Reason is { } reason ? ReadReason(reason) : state.Reason ?? (state.RemindedOfMissing ? new ReasonAnswer(null) : null),
            Urgency = state.Urgency ?? (state.RemindedOfMissing ? new Urgency(UrgencyLevel.Unknown, form.Driver) : null),
            DriverText = form.Driver ?? state.DriverText,
            NextStepText = form.NextStep ?? state.NextStepText,
            Asked = null,
        };
        return form.Urgency is { } level ? UrgencyAnswers.TakeForm(filled, level, form.Driver, context) : filled;
    }

    private static Turn Reminding(Turn turn) => turn.State.Asked is Question.Reason or Question.Urgency && turn.State.Asked == turn.State.Missing
        ? turn with { State = turn.State with { RemindedOfMissing = true } }
        : turn;

    private static ReasonAnswer ReadReason(string text) => new(PlainWords.IsUnknown(text) ? null : text.Trim());

    private static Turn AnswerReason(InterviewState state, string text, InterviewContext context) =>
        HeardMessage.In(text, state, context) is not { } heard ? AskOrSave(state with { Reason = ReadReason(text) }, context)
        : heard.Step is { } step ? TakeHeard(heard.State, step, context)
        : AskOrSave(heard.State, context);

    /// <summary>"High. Demo with Dana Tuesday at 3" gives the next step as well.</summary>
    private static Turn AnswerUrgency(InterviewState state, string text, InterviewContext context)
    {
        if (state.NextStep is not null || HeardMessage.StepIn(text, context) is not { } step)
            return AskOrSave(UrgencyAnswers.TakeWords(state, text, context), context);
        var rest = PlainWords.Trimmed(text.Replace(step.Text, " ", StringComparison.Ordinal));
        return TakeHeard(rest.Length == 0 ? state : UrgencyAnswers.TakeWords(state, rest, context), step, context);
    }

    /// <summary>A firm step is taken at once, while "tomorrow" still means tomorrow; a vague one when its turn comes.</summary>
    private static Turn TakeHeard(InterviewState state, CapturedStep step, InterviewContext context)
    {
        if (step.When.Kind is not (ReadingKind.Firm or ReadingKind.Range) && !PlainWords.IsUnknown(step.Text))
            return AskOrSave(state with { HeardStep = step.Text, NextStepText = step.Text }, context);
        var alone = AnswerInWindow.Read(step.Text, state, context);
        return AnswerNextStep(state, step.Text, alone.Start == step.When.Start ? alone : step.When with { Span = default }, context);
    }

    private static Turn AnswerNextStep(InterviewState state, string text, InterviewContext context)
    {
        var said = Quotation.Unwrapped(text);
        return AnswerNextStep(state, said, AnswerInWindow.Read(said, state, context), context);
    }

    private static Turn AnswerNextStep(InterviewState state, string text, Reading reading, InterviewContext context)
    {
        if (PlainWords.IsUnknown(text))
            return AskOrSave(state with { NextStep = new NextStepAnswer(null), NextStepText = text, Slots = [], Window = null, OtherReading = null }, context);
        if (SlotChoice.Pick(text, reading, state.Slots) is { } slot)
            return Settle(state with { OtherReading = null }, slot, context);
        var step = CaptureReader.Read(text, context.Reading).NextStep;
        var noted = state with
        {
            NextStepText = text,
            What = PlainWords.Without(text, reading.Span) ?? state.What,
            With = step is { With.Count: > 0 } ? string.Join(" and ", step.With) : state.With,
            Kind = step is { Kind: not StepKind.Other } ? step.Kind : state.Kind,
            HeardStep = null,
        };
        return reading is { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start }
            ? Settle(noted with { OtherReading = OtherOf(reading) }, start.LocalDateTime, context)
            : AskAgain(noted, reading, context);
    }

    private static Turn Settle(InterviewState state, LocalDateTime at, InterviewContext context)
    {
        var step = new NextStep(state.What, at, context.Calendar.Zone.Id) { Kind = state.Kind, With = state.With };
        if (step.At <= context.Now)
            return AskAgain(state, new Reading { Kind = ReadingKind.Past, Start = step.Zoned }, context);
        return AskOrSave(state with { NextStep = new NextStepAnswer(step), NextStepText = Say.StepInFull(step), KeepsStep = false, Slots = [], Window = null }, context);
    }

    private static Turn AskAgain(InterviewState state, Reading reading, InterviewContext context)
    {
        if (state.Reasks >= MostReasks && SaysNothingNew(state, reading))
            return AskOrSave(state with { NextStep = new NextStepAnswer(null), Slots = [], Window = null, OtherReading = null }, context);
        var slots = reading.Candidates is [var first, var second, ..] ? [first, second]
            : reading.Kind == ReadingKind.None && StillOffered(state, context) is { } same ? same
            : SlotProposal.Propose(reading.Window ?? state.Window, context.Now, SlotRulesOf(context));
        var asked = state with
        {
            HeardStep = null,
            NextStep = null,
            Asked = Question.NextStep,
            Reasks = state.Reasks + 1,
            Slots = [.. slots.Select(slot => slot.LocalDateTime)],
            Window = reading.Window ?? state.Window,
        };
        return new Turn(asked, Say.AskForSlot(reading, slots, state.Reasks), null);
    }

    /// <summary>No time at all, or the same stretch once more.</summary>
    private static bool SaysNothingNew(InterviewState state, Reading reading) => reading switch
    {
        { Kind: ReadingKind.None } => true,
        { Kind: ReadingKind.Vague, Candidates.Count: < 2 } => reading.Window is null || (reading.Window.To == state.Window?.To && reading.Window.Day == state.Window.Day),
        _ => false,
    };

    /// <summary>The two slots that stand, while both are ahead.</summary>
    private static ZonedDateTime[]? StillOffered(InterviewState state, InterviewContext context)
    {
        var slots = state.Slots.Select(slot => slot.InZoneLeniently(context.Calendar.Zone)).ToArray();
        return slots.Length == 2 && Array.TrueForAll(slots, slot => slot.ToInstant() > context.Now) ? slots : null;
    }

    private static Turn AskOrSave(InterviewState state, InterviewContext context)
    {
        if (!state.ReaskedReason && state.Reason?.Text is { } given && ReasonGrader.Grade(given) is { Quality: ReasonQuality.Seller or ReasonQuality.Generic } weak)
            return new Turn(state with { Asked = Question.Reason, ReaskedReason = true }, Say.AskWhoseReason(weak, state.Urgency?.Driver, context), null);
        if (state is not { Reason: { } reason, Urgency: { } urgency, NextStep: { } nextStep })
            return Ask(state, state.Missing ?? Question.NextStep, context);
        if (nextStep.Step is null && context.Standing is { } standing)
            return Save(state.Holding(standing) with { KeepsStep = true }, reason, urgency, standing, context);
        return Save(state, reason, urgency, nextStep.Step, context);
    }

    private static Turn Save(InterviewState state, ReasonAnswer reason, Urgency urgency, NextStep? step, InterviewContext context)
    {
        var grade = ReasonGrader.Grade(reason.Text ?? "");
        var outcome = new FollowUp(reason.Text, urgency, step, context.Rep, context.Now)
        {
            Quality = grade.Quality,
            Driver = grade.Driver,
            UrgencyFrom = state.UrgencyFrom,
            NeededBy = state.NeededBy,
        };
        var isKept = state.KeepsStep && step?.At > context.Now;
        return new Turn(state with { Asked = null }, isKept ? Say.Kept(context.DealName, outcome) : Say.SavedWithOffer(context.DealName, outcome), outcome);
    }

    private static Turn Ask(InterviewState state, Question question, InterviewContext context) => question == Question.NextStep && state.HeardStep is { } heard
        ? AnswerNextStep(state, heard, context)
        : new(state with { Asked = question }, Say.Ask(question, context.DealName, context.Buyer), null);

    /// <summary>Nothing was answered: the question stands, and is put in other words.</summary>
    private static Turn Repeat(InterviewState state, Aside aside, InterviewContext context)
    {
        var question = state.Asked ?? state.Missing ?? Question.NextStep;
        return new Turn(state with { Asked = question }, Say.AskOtherwise(question, aside.Kind, context.DealName), null);
    }

    /// <summary>What the answer itself deserves to hear goes before the next question, and behind "saved".</summary>
    private static Turn Remarked(InterviewState before, InterviewContext context, Turn turn)
    {
        var remark = Say.Remark(before, turn.State, context);
        return remark is null ? turn : turn with { Message = turn.Outcome is null ? $"{remark} {turn.Message}" : $"{turn.Message} {remark}" };
    }

    private static SlotRules SlotRulesOf(InterviewContext context) => new(
        context.Calendar.Zone,
        context.Calendar.From,
        context.Calendar.To,
        context.Calendar.IsWorkingDay,
        context.Busy,
        BuyerZone: null,
        UsualAppointment);
}
