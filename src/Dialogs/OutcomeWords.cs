using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Outcomes;

namespace FollowUpBot.Dialogs;

/// <summary>What is asked and said after an appointment. Nothing in it blames: things move, and a new day is all that is wanted.</summary>
public static class OutcomeWords
{
    public const string OneTap = "One tap is enough, or tell me in your own words.";

    public const string SaidNo = "Noted: they said no. Thank them for being clear, and close it in your CRM. If it comes back to life, log a meeting with it.";

    /// <summary>The answers in one tap, in the order in which they are likely.</summary>
    public static readonly IReadOnlyList<(StepOutcome Outcome, string Title)> Taps =
    [
        (StepOutcome.Yes, "Yes, it happened"),
        (StepOutcome.NotYet, "No answer yet"),
        (StepOutcome.No, "They said no"),
        (StepOutcome.Moved, "It moved"),
        (StepOutcome.NoShow, "No-show"),
        (StepOutcome.Cancelled, "Cancelled"),
    ];

    /// <summary>"How did Tuesday's demo with Dana go?"</summary>
    public static string Question(NextStep step, string deal) => $"How did {step.Local.DayOfWeek}'s {Noun(step.Kind)} with {step.With ?? deal} go?";

    /// <summary>What was understood, and the one thing to say next.</summary>
    public static string Answer(StepOutcome outcome, string deal) => outcome switch
    {
        StepOutcome.Yes => $"Good to hear. What comes next with {deal}, on which day and at what time? If nothing is agreed, say \"none\".",
        StepOutcome.NotYet => $"Fine, no answer yet. When do you talk again with {deal}? A day and a time keep it alive; if there is none, say \"none\".",
        StepOutcome.No => $"{deal}: {SaidNo}",
        StepOutcome.Moved => $"That happens. When is it now with {deal}? A day and a time will do.",
        StepOutcome.NoShow => $"A pity, and it says nothing about you. Which day and time will you offer {deal} instead? If none yet, say \"none\".",
        _ => $"Noted, it was called off. If there is a new day and time with {deal}, tell me; if not, say \"none\".",
    };

    public static string TakenBack(string deal) => $"Taken back. I keep nothing about how it went with {deal}; tell me again when you know.";

    public static string WhichOne(IReadOnlyList<string> deals) =>
        $"Which one do you mean? Say it with the deal's name, for example: \"{deals[0]}: moved\". I asked about {string.Join(", ", deals)}.";

    public static string NotUnderstood(NextStep step, string deal) =>
        $"{Question(step, deal)} Say \"it happened\", \"no answer yet\", \"they said no\", \"moved\", \"no-show\" or \"cancelled\".";

    /// <summary>Null when nothing was understood.</summary>
    public static StepOutcome? Of(Outcome outcome) => outcome switch
    {
        Outcome.HappenedYes => StepOutcome.Yes,
        Outcome.HappenedNo => StepOutcome.No,
        Outcome.HappenedNotYet => StepOutcome.NotYet,
        Outcome.Moved => StepOutcome.Moved,
        Outcome.NoShow => StepOutcome.NoShow,
        Outcome.Cancelled => StepOutcome.Cancelled,
        _ => null,
    };

    private static string Noun(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => "demo",
        StepKind.ProofOfConcept => "trial meeting",
        StepKind.ReferenceCall => "reference call",
        StepKind.ExecutiveVisit => "visit",
        StepKind.PeerMeeting => "meeting of peers",
        StepKind.JointContent => "working session",
        StepKind.BusinessCase => "talk about the business case",
        StepKind.DecisionCall => "decision call",
        StepKind.ProposalReview => "proposal review",
        StepKind.Discovery => "discovery call",
        _ => "appointment",
    };
}
