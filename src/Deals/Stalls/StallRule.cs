namespace FollowUpBot.Deals.Stalls;

/// <summary>The stall rules; a rule's number is its value, so that R1 is 1 everywhere. Explained in docs/rules.md.</summary>
public enum StallRule
{
    /// <summary>R1: no firm next step after a meeting.</summary>
    NoNextStep = 1,

    /// <summary>R2: the next step has passed and nobody said how it went.</summary>
    NextStepPassed = 2,

    /// <summary>R3: nothing has happened for days and no firm step lies ahead.</summary>
    NoActivity = 3,

    /// <summary>R4: we called and wrote, and nobody answers.</summary>
    Ghosted = 4,

    /// <summary>R5: longer in its stage than deals that were won.</summary>
    StageAge = 5,

    /// <summary>R6: the close date has passed.</summary>
    CloseDatePassed = 6,

    /// <summary>R7: the close date was moved to a later day.</summary>
    CloseDatePushed = 7,

    /// <summary>R8: the same next step was moved to a later day, again and again.</summary>
    NextStepPushed = 8,

    /// <summary>R9: one person of the buyer carries a large deal.</summary>
    SingleThreaded = 9,

    /// <summary>R10: nobody who decides was met by the proposal.</summary>
    NoDecisionMaker = 10,

    /// <summary>R11: a proposal is out, and it was not followed up.</summary>
    ProposalAlone = 11,

    /// <summary>R12: stage, close date and amount have stood still.</summary>
    NoMovement = 12,

    /// <summary>R13: hope: nobody knows why the buyer wants it.</summary>
    NoReason = 13,

    /// <summary>R14: late, and nothing makes it urgent to the buyer.</summary>
    NoUrgency = 14,

    /// <summary>R15: two meetings in a row ended without a firm step.</summary>
    Drifting = 15,

    /// <summary>R16: we do nearly all the talking.</summary>
    Chasing = 16,

    /// <summary>R17: the agreed delay is over.</summary>
    DelayExpired = 17,

    /// <summary>R18: the pauses between contacts double, and double again.</summary>
    LosingMomentum = 18,

    /// <summary>R19: fields that a forecast needs are empty.</summary>
    MissingFields = 19,
}

public enum Severity
{
    /// <summary>Worth knowing; puts no deal on the card.</summary>
    Note,
    Amber,
    Red,
}

/// <summary>What a verdict's value and threshold count.</summary>
public enum StallUnit
{
    WorkingDays,
    Days,
    Times,
    People,
    Fields,
    Ratio,
}

/// <summary>What can hold a rule back for a while.</summary>
[Flags]
public enum Exemptions
{
    None = 0,

    /// <summary>A firm next step, or a booked meeting, lies ahead; however far.</summary>
    FirmStepAhead = 1,

    /// <summary>The deal is in nurture.</summary>
    Nurture = 2,

    /// <summary>The buyer waits for a dated, sourced reason, and the day has not come.</summary>
    Delay = 4,

    /// <summary>The stage is the buyer's legal or procurement work, where silence is usual.</summary>
    Paperwork = 8,

    /// <summary>Somebody wants to hear nothing of the deal until a day; holds back every rule.</summary>
    Mute = 16,
}

/// <summary>Where a threshold came from.</summary>
public enum ThresholdBasis
{
    Setting,

    /// <summary>R5: the table of usual days a stage, because too few deals were won yet.</summary>
    StageTable,

    /// <summary>R5: the median of won deals in that stage, times the motion's factor.</summary>
    WonMedian,
}
