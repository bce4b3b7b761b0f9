using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>
/// Three answers after a meeting: why they want it, how urgent it is to them, and a firm next step. By form or by words, equal in power.
/// Pure: the same state, answer and context give the same turn.
/// </summary>
public static class Interview
{
    private const int MostReasks = 2;

    private static readonly Duration UsualAppointment = Duration.FromMinutes(30);

    /// <summary>Puts the first missing question.</summary>
    public static Turn Begin(InterviewState state, InterviewContext context) => AskOrSave(state, context);

    /// <summary>Takes a typed message as the answer to the question that stands.</summary>
    public static Turn Answer(InterviewState state, string text, InterviewContext context) => (state.Asked ?? state.Missing) switch
    {
        Question.Urgency => AskOrSave(state with { Urgency = UrgencyWords.Read(text) }, context),
        Question.NextStep => AnswerNextStep(state, text, context),
        _ => AskOrSave(state with { Reason = ReadReason(text) }, context),
    };

    /// <summary>Takes the whole form. What is missing or vague is asked for again; what was typed stays.</summary>
    public static Turn Submit(InterviewState state, CaptureForm form, InterviewContext context)
    {
        var filled = Fill(state, form);
        return Reminding(form.NextStep is { } text ? AnswerNextStep(filled, text, context) : AskOrSave(filled, context));
    }

    /// <summary>Takes one of the offered slots.</summary>
    /// <exception cref="ArgumentException">The slot was not on offer.</exception>
    public static Turn Choose(InterviewState state, LocalDateTime slot, CaptureForm form, InterviewContext context) =>
        state.Slots.Contains(slot)
            ? Reminding(Settle(Fill(state, form) with { OtherReading = null }, slot, context))
            : throw new ArgumentException("That slot is not on offer.", nameof(slot));

    /// <summary>Takes the other reading of the next step that was saved; the one that was taken becomes the other.</summary>
    /// <exception cref="ArgumentException">There is no other reading.</exception>
    public static Turn Switch(InterviewState state, InterviewContext context) =>
        state is { OtherReading: { } other, NextStep.Step: { } taken }
            ? Settle(state with { OtherReading = taken.Local }, other, context)
            : throw new ArgumentException("The next step was read in one way only.", nameof(state));

    private static LocalDateTime? OtherOf(Reading reading) =>
        reading.Other is { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start } ? start.LocalDateTime : null;

    private static InterviewState Fill(InterviewState state, CaptureForm form) => state with
    {
        Reason = form.Reason is { } reason ? ReadReason(reason) : state.Reason ?? (state.RemindedOfMissing ? new ReasonAnswer(null) : null),
        Urgency = form.Urgency is { } level ? new Urgency(level, form.Driver)
            : state.Urgency ?? (state.RemindedOfMissing ? new Urgency(UrgencyLevel.Unknown, form.Driver) : null),
        NextStepText = form.NextStep ?? state.NextStepText,
        Asked = null,
    };

    private static Turn Reminding(Turn turn) => turn.State.Asked is Question.Reason or Question.Urgency
        ? turn with { State = turn.State with { RemindedOfMissing = true } }
        : turn;

    private static ReasonAnswer ReadReason(string text) => new(PlainWords.IsUnknown(text) ? null : text.Trim());

    private static Turn AnswerNextStep(InterviewState state, string text, InterviewContext context)
    {
        if (PlainWords.IsUnknown(text))
            return AskOrSave(state with { NextStep = new NextStepAnswer(null), NextStepText = text, Slots = [] }, context);
        var reading = NextStepReader.Read(text, new ReadingContext(context.Now, context.Calendar.Zone, context.Locale));
        if (SlotChoice.Pick(text, reading, state.Slots) is { } slot)
            return Settle(state with { OtherReading = null }, slot, context);
        var noted = state with { NextStepText = text, What = PlainWords.Without(text, reading.Span) ?? state.What };
        return reading is { Kind: ReadingKind.Firm or ReadingKind.Range, Start: { } start }
            ? Settle(noted with { OtherReading = OtherOf(reading) }, start.LocalDateTime, context)
            : AskAgain(noted, reading, context);
    }

    private static Turn Settle(InterviewState state, LocalDateTime at, InterviewContext context)
    {
        var step = new NextStep(state.What, at, context.Calendar.Zone.Id);
        return AskOrSave(state with { NextStep = new NextStepAnswer(step), Slots = [] }, context);
    }

    private static Turn AskAgain(InterviewState state, Reading reading, InterviewContext context)
    {
        if (reading.Kind == ReadingKind.None && state.Reasks >= MostReasks)
            return AskOrSave(state with { NextStep = new NextStepAnswer(null), Slots = [] }, context);
        var slots = reading.Candidates is [var first, var second, ..]
            ? [first, second]
            : SlotProposal.Propose(reading.Window, context.Now, SlotRulesOf(context));
        var asked = state with
        {
            NextStep = null,
            Asked = Question.NextStep,
            Reasks = state.Reasks + 1,
            Slots = [.. slots.Select(slot => slot.LocalDateTime)],
        };
        return new Turn(asked, Say.AskForSlot(reading, slots, state.Reasks), null);
    }

    private static Turn AskOrSave(InterviewState state, InterviewContext context)
    {
        if (state is not { Reason: { } reason, Urgency: { } urgency, NextStep: { } nextStep })
            return Ask(state, state.Missing ?? Question.NextStep, context);
        var outcome = new FollowUp(reason.Text, urgency, nextStep.Step, context.Rep, context.Now);
        return new Turn(state with { Asked = null }, Say.Saved(context.DealName, outcome), outcome);
    }

    private static Turn Ask(InterviewState state, Question question, InterviewContext context) =>
        new(state with { Asked = question }, Say.Ask(question, context.DealName), null);

    private static SlotRules SlotRulesOf(InterviewContext context) => new(
        context.Calendar.Zone,
        context.Calendar.From,
        context.Calendar.To,
        context.Calendar.IsWorkingDay,
        context.Busy,
        BuyerZone: null,
        UsualAppointment);
}
