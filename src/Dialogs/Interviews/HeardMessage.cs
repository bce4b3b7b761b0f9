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
        if (IsReasonAlone(said, text))
            return null;
        var heard = state with { Reason = said.Reason is { } reason ? new ReasonAnswer(reason.Text) : state.Reason };
        if (heard.Urgency is null)
            heard = said.Urgency is { } urgency ? UrgencyAnswers.Take(heard, urgency) : UrgencyAnswers.TakeOurs(heard, text);
        return new HeardMessage(heard, state.NextStep is null || IsFirm(said.NextStep) ? said.NextStep : null);
    }

    /// <summary>A firm step that an answer to another question names besides; null when it names none.</summary>
    public static CapturedStep? StepIn(string text, InterviewContext context) =>
        CaptureReader.Read(text, context.Reading).NextStep is { } step && IsFirm(step) && (step.With.Count > 0 || step.Kind != Deals.StepKind.Other) ? step : null;

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
