using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>What somebody wants to become of a deal. Each move needs its evidence in words: who said what, or what was agreed.</summary>
public abstract record DealMove(string Evidence)
{
    /// <param name="EveryDays">7 to 365; 30 is usual.</param>
    /// <param name="Trigger">What would bring the buyer back.</param>
    /// <param name="Until">The day on which it is open again by itself; needed when there is no trigger.</param>
    public sealed record Nurture(string Evidence, int EveryDays, string? Trigger, LocalDate? Until) : DealMove(Evidence);

    /// <param name="Until">The day on which the buyer is asked again: after today, at most 180 days away.</param>
    /// <param name="Evidence">Who of the buyer said so; a second delay of the same kind needs words of its own.</param>
    public sealed record Delay(string Evidence, DelayKind Kind, LocalDate Until) : DealMove(Evidence);

    /// <summary>Back to open: the buyer is back, or it was set wrongly.</summary>
    public sealed record Reopen(string Evidence) : DealMove(Evidence);

    public sealed record Win(string Evidence) : DealMove(Evidence);

    /// <param name="Evidence">Why it was lost.</param>
    public sealed record Lose(string Evidence) : DealMove(Evidence);
}

public enum MoveFault
{
    /// <summary>This move is not one from the state that stands.</summary>
    NotFromHere,

    EvidenceMissing,

    /// <summary>A second delay of the same kind with the words of the first: an alibi is not renewed silently.</summary>
    EvidenceNotNew,

    /// <summary>The day is today, past, or too far away.</summary>
    DayOutOfRange,

    /// <summary>The interval of nurture is out of range.</summary>
    IntervalOutOfRange,

    /// <summary>Nurture needs a trigger or a day.</summary>
    TriggerMissing,
}

public abstract record MoveResult
{
    private MoveResult()
    {
    }

    public sealed record Moved(DealState State) : MoveResult;

    public sealed record Refused(MoveFault Fault) : MoveResult;
}

/// <summary>The states of a deal and their only legal moves (docs/rules.md). Nothing is closed by itself and nothing deleted.</summary>
public static class DealMoves
{
    public const int LongestDelayDays = 180;
    public const int ShortestNurtureDays = 7;
    public const int LongestNurtureDays = 365;

    /// <summary>The phases that each phase may become.</summary>
    public static IReadOnlyDictionary<DealPhase, IReadOnlyList<DealPhase>> Legal { get; } = new Dictionary<DealPhase, IReadOnlyList<DealPhase>>
    {
        [DealPhase.Open] = [DealPhase.Nurture, DealPhase.Delayed, DealPhase.Won, DealPhase.Lost],
        [DealPhase.Nurture] = [DealPhase.Open, DealPhase.Won, DealPhase.Lost],
        [DealPhase.Delayed] = [DealPhase.Open, DealPhase.Nurture, DealPhase.Delayed, DealPhase.Won, DealPhase.Lost],
        [DealPhase.Won] = [DealPhase.Open],
        [DealPhase.Lost] = [DealPhase.Open],
    };

    /// <param name="today">On the mover's calendar.</param>
    public static MoveResult Move(DealState from, DealMove move, RepId by, Instant now, LocalDate today)
    {
        var target = TargetOf(move);
        if (!Legal[from.Phase].Contains(target))
            return new MoveResult.Refused(MoveFault.NotFromHere);
        if (FaultOf(from, move, today) is { } fault)
            return new MoveResult.Refused(fault);
        var state = new DealState(target, now, by, move.Evidence.Trim());
        return new MoveResult.Moved(move switch
        {
            DealMove.Nurture nurture => state with { EveryDays = nurture.EveryDays, Trigger = nurture.Trigger, Until = nurture.Until },
            DealMove.Delay delay => state with { Delay = delay.Kind, Until = delay.Until, DelaysInARow = from.Delay == delay.Kind ? from.DelaysInARow + 1 : 1 },
            DealMove.Reopen => state with { Delay = from.Delay, DelaysInARow = from.DelaysInARow },
            _ => state,
        });
    }

    private static MoveFault? FaultOf(DealState from, DealMove move, LocalDate today) => move switch
    {
        _ when string.IsNullOrWhiteSpace(move.Evidence) => MoveFault.EvidenceMissing,
        DealMove.Delay delay when !IsWithin(delay.Until, today, LongestDelayDays) => MoveFault.DayOutOfRange,
        DealMove.Delay delay when from.Delay == delay.Kind && IsSame(delay.Evidence, from.Evidence) => MoveFault.EvidenceNotNew,
        DealMove.Nurture { EveryDays: < ShortestNurtureDays or > LongestNurtureDays } => MoveFault.IntervalOutOfRange,
        DealMove.Nurture { Until: null } nurture when string.IsNullOrWhiteSpace(nurture.Trigger) => MoveFault.TriggerMissing,
        DealMove.Nurture { Until: { } until } when !IsWithin(until, today, 2 * LongestNurtureDays) => MoveFault.DayOutOfRange,
        _ => null,
    };

    private static bool IsWithin(LocalDate day, LocalDate today, int days) => day > today && day <= today.PlusDays(days);

    private static bool IsSame(string words, string others) => string.Equals(words.Trim(), others, StringComparison.OrdinalIgnoreCase);

    private static DealPhase TargetOf(DealMove move) => move switch
    {
        DealMove.Nurture => DealPhase.Nurture,
        DealMove.Delay => DealPhase.Delayed,
        DealMove.Win => DealPhase.Won,
        DealMove.Lose => DealPhase.Lost,
        _ => DealPhase.Open,
    };
}
