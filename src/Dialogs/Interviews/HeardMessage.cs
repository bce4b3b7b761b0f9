using FollowUpBot.Dialogs.Captures;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>What one message gives when it is more than a reason: the answers it holds, and the next step it speaks of.</summary>
internal sealed record HeardMessage(InterviewState State, CapturedStep? Step)
{
    /// <summary>Null when the message is nothing but an answer to "why do they want it".</summary>
    public static HeardMessage? In(string text, InterviewState state, InterviewContext context)
    {
        if (PlainWords.IsUnknown(text))
            return null;
        var said = CaptureReader.Read(text, context.Reading);
        if (IsReasonAlone(said, text) || (state.Reason is not null && IsDatedReason(said, text, context)))
            return null;
        var heard = state with { Reason = (said.Reason?.Text ?? BesideUrgency(said, text)) is { } reason ? new ReasonAnswer(reason) : state.Reason };
        if (heard.Urgency is null)
            heard = said.Urgency is { } urgency ? UrgencyAnswers.Take(heard, urgency) : UrgencyAnswers.TakeOurs(heard, text);
        return new HeardMessage(heard, state.NextStep is null || IsFirm(said.NextStep) ? said.NextStep : null);
    }

    /// <summary>A firm step that an answer to another question names besides; null when it names none.</summary>
    public static CapturedStep? StepIn(string text, InterviewContext context) =>
        CaptureReader.Read(text, context.Reading).NextStep is { } step && IsFirm(step) && (step.With.Count > 0 || step.Kind != Deals.StepKind.Other) ? step : null;

    /// <summary>The second answer to "whose reason is that?" is the reason, with the date in it: "the depot moves in May and nobody knows where the parts are".</summary>
    private static bool IsDatedReason(Capture said, string text, InterviewContext context) =>
        said is { NextStep: null, Reason: not null, Urgency.Why: { } why } && NextStepReader.Read(why, context.Reading).Kind != ReadingKind.None && ReasonGrader.Grade(text).IsUsable;

    /// <summary>"Their lease ends in May and the depot moves, very urgent. Visit Monday at 10": what is left beside a plain word and the step.</summary>
    private static string? BesideUrgency(Capture said, string text)
    {
        if (said.Urgency is not { Why: { Length: > 0 } word } || UrgencyWords.Read(word).Level == Deals.UrgencyLevel.Unknown)
            return null;
        var rest = said.NextStep is { Text: { Length: > 0 } step } ? text.Replace(step, " ", StringComparison.Ordinal) : text;
        var reason = PlainWords.Trimmed(PlainWords.Trimmed(rest.Replace(word, " ", StringComparison.Ordinal)));
        return ReasonGrader.Grade(reason).IsUsable ? reason : null;
    }

    private static bool IsFirm(CapturedStep? step) => step?.When.Kind is ReadingKind.Firm or ReadingKind.Range;

    /// <summary>"They want out of spreadsheets before the April audit": its date belongs to the reason, and the urgency is still asked for.</summary>
    private static bool IsReasonAlone(Capture said, string text)
    {
        if (said.NextStep is { } step)
            return said.Reason is null && step.When.Kind is ReadingKind.None or ReadingKind.Past && !PlainWords.IsUnknown(step.Text) && ReasonGrader.Grade(text).IsUsable;
        if (said.Urgency is null)
            return true;
        return said.Reason is { } reason ? reason.Text.Length >= PlainWords.Trimmed(text).Length : ReasonGrader.Grade(text).IsUsable;
    }
}
