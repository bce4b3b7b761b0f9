using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
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
        var subject = said is null ? $"{KindOf(step.Kind)}: {dealName}" : said.Contains(FirstWord(dealName), StringComparison.OrdinalIgnoreCase) ? said : $"{said} ({dealName})";
        return subject.Length <= LongestSubject ? subject : subject[..LongestSubject].TrimEnd();
    }

    /// <summary>Three lines that make it an appointment and no chat.</summary>
    public static string Agenda(NextStep step) =>
        $"1. What has changed on your side since we spoke.\n2. {KindOf(step.Kind)}: what you want to see or decide.\n3. What happens next, who does it, and by when.";

    /// <summary>What the rep should be able to say when it is over.</summary>
    public static string AskAtTheEnd(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => "Which part of this would you use first, and what has to be true before you can?",
        StepKind.ProofOfConcept => "What result by which day would make this a yes?",
        StepKind.ReferenceCall => "What did you hear that settles it, and what is still open?",
        StepKind.ExecutiveVisit or StepKind.PeerMeeting => "Who carries this on your side from here, and what is their first date?",
        StepKind.JointContent => "Who has to read it on your side, and by which day?",
        StepKind.BusinessCase => "Which of these figures would your finance people stand behind?",
        StepKind.DecisionCall => "Is it a yes, and if not yet, what is missing and by which day?",
        StepKind.ProposalReview => "What has to change before you would sign, and when do we look at it again?",
        StepKind.Discovery => "What would you want to see next, who else should see it, and which day suits them?",
        _ => "What happens next, who does it, and on which day and at what time?",
    };

    private static string KindOf(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => "Demo",
        StepKind.ProofOfConcept => "Trial",
        StepKind.ReferenceCall => "Reference call",
        StepKind.ExecutiveVisit => "Visit",
        StepKind.PeerMeeting => "Meeting of peers",
        StepKind.JointContent => "Working session",
        StepKind.BusinessCase => "Business case",
        StepKind.DecisionCall => "Decision",
        StepKind.ProposalReview => "Proposal",
        StepKind.Discovery => "Discovery",
        _ => "Appointment",
    };

    private static string FirstWord(string name) => name.Trim().Split(' ', 2)[0];
}
