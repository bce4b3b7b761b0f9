using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
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

    /// <summary>What the rep wrote about what drives it, kept for the form also while the level is open.</summary>
    public string? DriverText { get; init; }

    /// <summary>What the rep last wrote about the next step, kept for the form; once it is settled, with the date in full.</summary>
    public string? NextStepText { get; init; }

    /// <summary>What happens at the next step, once it was said.</summary>
    public string? What { get; init; }

    public StepKind Kind { get; init; }

    /// <summary>Who comes to the next step, once somebody was named.</summary>
    public string? With { get; init; }

    /// <summary>The words about a next step without a day and time, heard before its turn came.</summary>
    public string? HeardStep { get; init; }

    /// <summary>Whose word the urgency is.</summary>
    public UrgencySource? UrgencyFrom { get; init; }

    /// <summary>The buyer's own day, when it was said exactly.</summary>
    public LocalDate? NeededBy { get; init; }

    /// <summary>The urgency that was given is a date of ours, so it stays unknown.</summary>
    public bool IsOurDate { get; init; }

    /// <summary>A reason that is not the buyer's was asked about once; the second answer is taken as it is.</summary>
    public bool ReaskedReason { get; init; }

    /// <summary>The slots on offer, on the wall of the rep's zone.</summary>
    public IReadOnlyList<LocalDateTime> Slots { get; init; } = [];

    /// <summary>The stretch that the rep spoke of last, while the day or the time is open; what is said next is read in it.</summary>
    public Window? Window { get; init; }

    /// <summary>The other plausible reading of the step that was taken ("next Thursday", 3/4), for a switch with one tap.</summary>
    public LocalDateTime? OtherReading { get; init; }

    /// <summary>The step that is held was agreed before, and nothing was said against it.</summary>
    public bool KeepsStep { get; init; }

    /// <summary>How often the rep was asked again for the day and time.</summary>
    public int Reasks { get; init; }

    /// <summary>The form came back once because of an empty reason or urgency; the second time "not known" is taken.</summary>
    public bool RemindedOfMissing { get; init; }

    /// <summary>All that was answered, and the next step asked for anew.</summary>
    /// <param name="isSameStep">The same appointment at another time.</param>
    /// <param name="isWithSamePeople">Another one with the same people.</param>
    public InterviewState AskingForStep(bool isSameStep, bool isWithSamePeople = false) => this with
    {
        NextStep = null,
        Asked = Question.NextStep,
        NextStepText = isSameStep ? What : null,
        What = isSameStep ? What : null,
        With = isSameStep || isWithSamePeople ? With : null,
        Kind = isSameStep ? Kind : StepKind.Other,
        HeardStep = null,
        OtherReading = null,
        KeepsStep = false,
        Slots = [],
        Window = null,
        Reasks = 0,
    };

    /// <summary>The next step as it was saved; nothing is asked.</summary>
    public InterviewState Holding(NextStep? step) => this with
    {
        NextStep = new NextStepAnswer(step),
        NextStepText = step is null ? NextStepText : Say.StepInFull(step),
        What = step?.What,
        With = step?.With,
        Kind = step?.Kind ?? StepKind.Other,
        Asked = null,
        Slots = [],
        Window = null,
    };

    public Question? Missing =>
        Reason is null ? Question.Reason : Urgency is null ? Question.Urgency : NextStep is null ? Question.NextStep : null;
}

/// <summary>What the interview needs to know of the rep and the moment.</summary>
/// <param name="Busy">Starts of the rep's other firm steps.</param>
/// <param name="Locale">A culture name; it decides the order of numeric dates.</param>
public sealed record InterviewContext(string DealName, RepId Rep, WorkingCalendar Calendar, string Locale, IReadOnlyList<Instant> Busy, Instant Now)
{
    /// <summary>The first name of someone of the buyer's side who was at the meeting; null when the CRM named nobody.</summary>
    public string? Buyer { get; init; }

    /// <summary>An appointment of the deal that was agreed after another meeting: "none" after this one leaves it standing. Null without one.</summary>
    public NextStep? Standing { get; init; }

    public ReadingContext Reading => new(Now, Calendar.Zone, Locale);
}

/// <summary>The form as it was sent; empty fields are null.</summary>
public sealed record CaptureForm(string? Reason, UrgencyLevel? Urgency, string? Driver, string? NextStep);

/// <summary>What comes of an answer.</summary>
/// <param name="Message">One or two plain sentences for the rep.</param>
/// <param name="Outcome">Set when all three answers are in; to be stored before the message is shown.</param>
public sealed record Turn(InterviewState State, string Message, FollowUp? Outcome);
