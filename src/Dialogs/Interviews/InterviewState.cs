using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Dialogs.Interviews;

public enum Question
{
    Reason,
    Urgency,
    NextStep,
}

/// <summary>An answer to "why do they want it"; a null text means the rep does not know.</summary>
public sealed record ReasonAnswer(string? Text);

/// <summary>An answer to "what happens next"; a null step means there is none yet.</summary>
public sealed record NextStepAnswer(NextStep? Step);

/// <summary>Where one interview stands. A null answer has not been given yet.</summary>
public sealed record InterviewState
{
    public static readonly InterviewState Start = new();

    public ReasonAnswer? Reason { get; init; }
    public Urgency? Urgency { get; init; }
    public NextStepAnswer? NextStep { get; init; }

    /// <summary>The question that the rep was asked last, in words.</summary>
    public Question? Asked { get; init; }

    /// <summary>What the rep last wrote about the next step, kept for the form.</summary>
    public string? NextStepText { get; init; }

    /// <summary>What happens at the next step, once it was said.</summary>
    public string? What { get; init; }

    /// <summary>The slots on offer, on the wall of the rep's zone.</summary>
    public IReadOnlyList<LocalDateTime> Slots { get; init; } = [];

    /// <summary>The other plausible reading of the step that was taken ("next Thursday", 3/4), for a switch with one tap.</summary>
    public LocalDateTime? OtherReading { get; init; }

    /// <summary>How often the rep was asked again for the day and time.</summary>
    public int Reasks { get; init; }

    /// <summary>The form came back once because of an empty reason or urgency; the second time "not known" is taken.</summary>
    public bool RemindedOfMissing { get; init; }

    public Question? Missing =>
        Reason is null ? Question.Reason : Urgency is null ? Question.Urgency : NextStep is null ? Question.NextStep : null;
}

/// <summary>What the interview needs to know of the rep and the moment.</summary>
/// <param name="Busy">Starts of the rep's other firm steps.</param>
/// <param name="Locale">A culture name; it decides the order of numeric dates.</param>
public sealed record InterviewContext(string DealName, RepId Rep, WorkingCalendar Calendar, string Locale, IReadOnlyList<Instant> Busy, Instant Now);

/// <summary>The form as it was sent; empty fields are null.</summary>
public sealed record CaptureForm(string? Reason, UrgencyLevel? Urgency, string? Driver, string? NextStep);

/// <summary>What comes of an answer.</summary>
/// <param name="Message">One or two plain sentences for the rep.</param>
/// <param name="Outcome">Set when all three answers are in; to be stored before the message is shown.</param>
public sealed record Turn(InterviewState State, string Message, FollowUp? Outcome);
