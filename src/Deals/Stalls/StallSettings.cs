using System.Buffers;
using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>How a team sells; sets the thresholds that depend on the length of a sale.</summary>
public enum Motion
{
    OneCall,
    Smb,
    MidMarket,
    Enterprise,
}

/// <summary>What a stage's name says of how far the deal is.</summary>
public enum StagePhase
{
    Early,
    Proposal,
    Negotiation,

    /// <summary>With the buyer's legal or procurement.</summary>
    Paperwork,
}

/// <summary>Thresholds; what each means and where its default comes from is in docs/rules.md.</summary>
public sealed record StallSettings
{
    private readonly SearchValues<string> _proposal;
    private readonly SearchValues<string> _negotiation;
    private readonly SearchValues<string> _paperwork;

    /// <summary>One bit a rule: asked for every rule of every deal.</summary>
    private readonly int _off;

    public StallSettings() =>
        (_proposal, _negotiation, _paperwork) = (Search(ProposalWords), Search(NegotiationWords), Search(PaperworkWords));

    public Motion Motion { get; private init; } = Motion.MidMarket;

    /// <summary>R1: working days after the meeting until amber.</summary>
    public int NoNextStepAmberWorkingDays { get; init; } = 1;

    /// <summary>R1: working days after the meeting until red.</summary>
    public int NoNextStepRedWorkingDays { get; init; } = 3;

    /// <summary>R3: calendar days without activity until amber; twice as many until red. Halved from the proposal on.</summary>
    public int QuietDays { get; init; } = 21;

    /// <summary>R4: unanswered calls and mails.</summary>
    public int GhostedTouches { get; init; } = 3;

    /// <summary>R4: on so many channels.</summary>
    public int GhostedChannels { get; init; } = 2;

    /// <summary>R4: working days since the first of them.</summary>
    public int GhostedWorkingDays { get; init; } = 10;

    /// <summary>R5: times the median of won deals.</summary>
    public double StageFactor { get; init; } = 1.75;

    /// <summary>R5: days in an early stage, at the proposal and in negotiation, while too few deals were won.</summary>
    public (int Early, int Proposal, int Negotiation) StageDays { get; init; } = (30, 21, 14);

    /// <summary>R9: from this amount on, in the deal's own currency.</summary>
    public decimal LargeAmount { get; init; } = 50_000;

    /// <summary>R11: working days after the proposal.</summary>
    public int ProposalWorkingDays { get; init; } = 5;

    /// <summary>R11: contacts expected in them.</summary>
    public int ProposalTouches { get; init; } = 2;

    /// <summary>R12: calendar days without a change of stage, close date or amount until amber; twice as many until red.</summary>
    public int StillDays { get; init; } = 90;

    /// <summary>R16: our contacts for each of theirs.</summary>
    public int ChaseRatio { get; init; } = 4;

    /// <summary>R16: counted over so many calendar days.</summary>
    public int ChaseDays { get; init; } = 21;

    /// <summary>R18: a pause shorter than so many calendar days counts as so long.</summary>
    public int ShortestPauseDays { get; init; } = 2;

    /// <summary>R5: how long won deals stayed in their stages.</summary>
    public StageNorms Norms { get; init; } = StageNorms.None;

    /// <summary>Rules that the team does without.</summary>
    public IReadOnlyList<StallRule> Off
    {
        get;
        init => (field, _off) = (value, value.Aggregate(0, (bits, rule) => bits | (1 << (int)rule)));
    } = [];

    public IReadOnlyList<string> ProposalWords { get; } = ["proposal", "quote"];

    public IReadOnlyList<string> NegotiationWords { get; } = ["negotiation", "contract", "verbal", "closing"];

    public IReadOnlyList<string> PaperworkWords { get; } = ["legal", "procurement", "purchasing", "security review"];

    /// <summary>R10: words of roles that decide.</summary>
    public IReadOnlyList<string> DecisionWords { get; init; } =
        ["chief", "ceo", "cfo", "coo", "cto", "cio", "cmo", "cro", "ciso", "president", "vp", "svp", "evp", "head", "owner", "founder", "managing director", "partner"];

    public static StallSettings For(Motion motion) => motion switch
    {
        Motion.OneCall => new() { Motion = motion, QuietDays = 7, StageFactor = 1.5, StageDays = (7, 5, 3), StillDays = 30 },
        Motion.Smb => new() { Motion = motion, QuietDays = 14, StageFactor = 1.5, StageDays = (21, 14, 7), StillDays = 60 },
        Motion.Enterprise => new() { Motion = motion, QuietDays = 45, StageFactor = 2, StageDays = (60, 45, 30), StillDays = 120 },
        _ => new(),
    };

    public bool IsOff(StallRule rule) => (_off & (1 << (int)rule)) != 0;

    public Duration QuietIn(StagePhase phase) => Duration.FromHours(phase == StagePhase.Early ? QuietDays * 24 : QuietDays * 12);

    public int StageDaysIn(StagePhase phase) => phase switch
    {
        StagePhase.Early => StageDays.Early,
        StagePhase.Proposal => StageDays.Proposal,
        _ => StageDays.Negotiation,
    };

    /// <summary>By the words in its name; a stage without any of them, or none at all, is early.</summary>
    public StagePhase PhaseOf(string? stage) => stage switch
    {
        null => StagePhase.Early,
        _ when stage.AsSpan().ContainsAny(_paperwork) => StagePhase.Paperwork,
        _ when stage.AsSpan().ContainsAny(_negotiation) => StagePhase.Negotiation,
        _ when stage.AsSpan().ContainsAny(_proposal) => StagePhase.Proposal,
        _ => StagePhase.Early,
    };

    public bool Decides(string role)
    {
        foreach (var word in DecisionWords)
        {
            if (HasWord(role, word))
                return true;
        }

        return false;
    }

    private static SearchValues<string> Search(IReadOnlyList<string> words) => SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);

    /// <summary>As a word of its own: a "director" is no "cto".</summary>
    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                return true;
        }

        return false;
    }
}
