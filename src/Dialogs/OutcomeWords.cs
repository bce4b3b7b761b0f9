using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Outcomes;
using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>What is asked and said after an appointment. Nothing in it blames: things move, and a new day is all that is wanted.</summary>
public static class OutcomeWords
{
    public static string OneTap => OutcomeText.OneTap;

    public static string SaidNo => OutcomeText.SaidNo;

    /// <summary>The answers in one tap, in the order in which they are likely.</summary>
    public static IReadOnlyList<(StepOutcome Outcome, string Title)> Taps =>
    [
        (StepOutcome.Yes, OutcomeText.TapYes),
        (StepOutcome.NotYet, OutcomeText.TapNotYet),
        (StepOutcome.No, OutcomeText.TapNo),
        (StepOutcome.Moved, OutcomeText.TapMoved),
        (StepOutcome.NoShow, OutcomeText.TapNoShow),
        (StepOutcome.Cancelled, OutcomeText.TapCancelled),
    ];

    /// <summary>"How did Tuesday's demo with Dana go?"</summary>
    public static string Question(NextStep step, string deal) => HowDid(step.Kind).With(step.Local.DayOfWeek, step.With is { } who ? OutcomeText.With.With(Spoken.People(who)) : OutcomeText.ForDeal.With(deal));

    /// <summary>What was understood, and the one thing to say next.</summary>
    public static string Answer(StepOutcome outcome, string deal) => outcome switch
    {
        StepOutcome.Yes => OutcomeText.Yes.With(deal),
        StepOutcome.NotYet => OutcomeText.NotYet.With(deal),
        StepOutcome.No => OutcomeText.No.With(deal),
        StepOutcome.Moved => OutcomeText.Moved.With(deal),
        StepOutcome.NoShow => OutcomeText.NoShow.With(deal),
        _ => OutcomeText.Cancelled.With(deal),
    };

    /// <param name="why">As the rep said it.</param>
    public static string SaidNoBecause(string deal, string why) => OutcomeText.NoBecause.With(deal, why);

    public static string TakenBack(string deal) => OutcomeText.TakenBack.With(deal);

    public static string WhichOne(IReadOnlyList<string> deals) => OutcomeText.WhichOne.With(deals[0], string.Join(", ", deals));

    public static string NotUnderstood(NextStep step, string deal) => $"{Question(step, deal)} {OutcomeText.NotUnderstood}";

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

    private static string HowDid(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => OutcomeText.HowDemo,
        StepKind.ProofOfConcept => OutcomeText.HowTrial,
        StepKind.ReferenceCall => OutcomeText.HowReferenceCall,
        StepKind.ExecutiveVisit => OutcomeText.HowVisit,
        StepKind.PeerMeeting => OutcomeText.HowPeerMeeting,
        StepKind.JointContent => OutcomeText.HowWorkingSession,
        StepKind.BusinessCase => OutcomeText.HowBusinessCase,
        StepKind.DecisionCall => OutcomeText.HowDecision,
        StepKind.ProposalReview => OutcomeText.HowProposal,
        StepKind.Discovery => OutcomeText.HowDiscovery,
        _ => OutcomeText.HowAny,
    };
}
