using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What stands in a calendar about a firm step: for the buyer's eyes, too, so it holds no reason and no check-in.</summary>
public static class AppointmentWords
{
    /// <summary>How long an appointment is taken to last.</summary>
    public static readonly Duration Length = Duration.FromMinutes(30);

    private const int LongestSubject = 200;

    /// <summary>What happens, as the rep said it; where that is contact for its own sake, what kind of appointment it is.</summary>
    public static string Subject(NextStep step, string dealName)
    {
        var said = step.What is { } what && ContactCheck.Read(what).Count == 0 ? what : null;
        var subject = said is null ? AppointmentText.KindSubject.With(KindOf(step.Kind), dealName)
            : said.Contains(FirstWord(dealName), StringComparison.OrdinalIgnoreCase) ? said
            : AppointmentText.SaidSubject.With(said, dealName);
        return subject.Length <= LongestSubject ? subject : subject[..LongestSubject].TrimEnd();
    }

    /// <summary>Three lines that make it an appointment and no chat.</summary>
    public static string Agenda(NextStep step) => AppointmentText.Agenda.With(KindOf(step.Kind));

    /// <summary>What the rep should be able to say when it is over.</summary>
    public static string AskAtTheEnd(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => AppointmentText.AskAfterDemo,
        StepKind.ProofOfConcept => AppointmentText.AskAfterTrial,
        StepKind.ReferenceCall => AppointmentText.AskAfterReferenceCall,
        StepKind.ExecutiveVisit or StepKind.PeerMeeting => AppointmentText.AskAfterVisit,
        StepKind.JointContent => AppointmentText.AskAfterJointContent,
        StepKind.BusinessCase => AppointmentText.AskAfterBusinessCase,
        StepKind.DecisionCall => AppointmentText.AskAfterDecision,
        StepKind.ProposalReview => AppointmentText.AskAfterProposal,
        StepKind.Discovery => AppointmentText.AskAfterDiscovery,
        _ => AppointmentText.AskAfterAny,
    };

    private static string KindOf(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => AppointmentText.Demo,
        StepKind.ProofOfConcept => AppointmentText.Trial,
        StepKind.ReferenceCall => AppointmentText.ReferenceCall,
        StepKind.ExecutiveVisit => AppointmentText.Visit,
        StepKind.PeerMeeting => AppointmentText.PeerMeeting,
        StepKind.JointContent => AppointmentText.WorkingSession,
        StepKind.BusinessCase => AppointmentText.BusinessCase,
        StepKind.DecisionCall => AppointmentText.Decision,
        StepKind.ProposalReview => AppointmentText.Proposal,
        StepKind.Discovery => AppointmentText.Discovery,
        _ => AppointmentText.Any,
    };

    private static string FirstWord(string name) => name.Trim().Split(' ', 2)[0];
}
