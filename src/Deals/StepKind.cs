namespace FollowUpBot.Deals;

/// <summary>What kind of appointment or action comes next.</summary>
public enum StepKind
{
    Other,
    CustomDemo,
    ProofOfConcept,
    ReferenceCall,
    ExecutiveVisit,
    PeerMeeting,
    JointContent,
    BusinessCase,
    DecisionCall,
    ProposalReview,
    Discovery,
}
