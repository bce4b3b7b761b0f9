using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;

namespace FollowUpBot.Dialogs.Captures;

/// <summary>How soon the buyer needs it. The spans are those of docs/talk.md, in days from now.</summary>
public enum UrgencySpan
{
    /// <summary>Spoken of, and not known.</summary>
    Unknown,

    /// <summary>No hurry.</summary>
    None,

    /// <summary>Later than a year.</summary>
    Someday,

    /// <summary>Within 366 days.</summary>
    Year,

    /// <summary>Within 92 days.</summary>
    Quarter,

    /// <summary>Within 31 days.</summary>
    Now,
}

/// <summary>A reason as it stands in the message.</summary>
public sealed record CapturedReason(string Text, ReasonGrade Grade);

/// <summary>The urgency that the message speaks of.</summary>
/// <param name="By">The buyer's day, when it is exact.</param>
/// <param name="Why">The words that decided.</param>
public sealed record CapturedUrgency(UrgencySpan Span, LocalDate? By, UrgencySource Source, string Why);

/// <summary>The next step that the message speaks of; <see cref="ReadingKind.None"/> says that there is none, or no date.</summary>
/// <param name="With">People of the buyer's side, by name as written, or by title.</param>
/// <param name="When">Read from <paramref name="Text"/> alone.</param>
/// <param name="Text">The words about the step.</param>
public sealed record CapturedStep(StepKind Kind, IReadOnlyList<string> With, Reading When, string Text);

/// <summary>What one message says; a slot that it does not speak of is null.</summary>
public sealed record Capture(CapturedReason? Reason, CapturedUrgency? Urgency, CapturedStep? NextStep)
{
    public static readonly Capture Nothing = new(null, null, null);
}
