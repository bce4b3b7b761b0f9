using FollowUpBot.Deals;
using FollowUpBot.Tests.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Tests.Deals;

public sealed class DealMoveTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly Instant Now = A.At("2026-03-02 10:00", A.Berlin);
    private static readonly DealState Open = DealState.OpenSince(Now - Duration.FromDays(30), A.Rosa);
    private static readonly DealMove.Delay Away = new("Dana is away, says Kim", DelayKind.Absence, Today.PlusDays(30));

    private static readonly Dictionary<DealPhase, DealMove> Moves = new()
    {
        [DealPhase.Open] = new DealMove.Reopen("Dana called"),
        [DealPhase.Nurture] = new DealMove.Nurture("Not now, says Dana", 30, "their new plant", Until: null),
        [DealPhase.Delayed] = Away,
        [DealPhase.Won] = new DealMove.Win("Signed on Monday"),
        [DealPhase.Lost] = new DealMove.Lose("They bought elsewhere"),
    };

    public static IEnumerable<object[]> Pairs =>
        from start in Enum.GetValues<DealPhase>() from target in Enum.GetValues<DealPhase>() select (object[])[start, target];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Only_the_legal_moves_are_made(DealPhase start, DealPhase target)
    {
        var result = Move(Open with { Phase = start }, Moves[target]);
        if (DealMoves.Legal[start].Contains(target))
            Assert.Equal((target, Now, A.Rosa, Moves[target].Evidence), Assert.IsType<MoveResult.Moved>(result).State is var state ? (state.Phase, state.Since, state.By, state.Evidence) : default);
        else
            Assert.Equal(MoveFault.NotFromHere, FaultOf(result));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_move_is_made_without_evidence(DealPhase start, DealPhase target)
    {
        if (DealMoves.Legal[start].Contains(target))
            Assert.Equal(MoveFault.EvidenceMissing, FaultOf(Move(Open with { Phase = start }, Moves[target] with { Evidence = "  " })));
    }

    [Theory]
    [InlineData(-1, MoveFault.DayOutOfRange)]
    [InlineData(0, MoveFault.DayOutOfRange)]
    [InlineData(1, null)]
    [InlineData(180, null)]
    [InlineData(181, MoveFault.DayOutOfRange)]
    public void A_delay_has_a_day_that_lies_ahead_and_not_too_far(int days, MoveFault? fault) => Assert.Equal(fault, FaultOf(Move(Open, Away with { Until = Today.PlusDays(days) })));

    [Theory]
    [InlineData(6, "their new plant", MoveFault.IntervalOutOfRange)]
    [InlineData(7, "their new plant", null)]
    [InlineData(365, "their new plant", null)]
    [InlineData(366, "their new plant", MoveFault.IntervalOutOfRange)]
    [InlineData(30, " ", MoveFault.TriggerMissing)]
    [InlineData(30, null, MoveFault.TriggerMissing)]
    public void Nurture_has_an_interval_and_something_that_ends_it(int everyDays, string? trigger, MoveFault? fault)
    {
        Assert.Equal(fault, FaultOf(Move(Open, new DealMove.Nurture("Not now, says Dana", everyDays, trigger, Until: null))));
        Assert.Null(FaultOf(Move(Open, new DealMove.Nurture("Not now, says Dana", 30, Trigger: null, Today.PlusDays(60)))));
        Assert.Equal(MoveFault.DayOutOfRange, FaultOf(Move(Open, new DealMove.Nurture("Not now, says Dana", 30, Trigger: null, Today))));
    }

    [Fact]
    public void An_alibi_is_not_renewed_silently_and_is_counted_even_through_a_reopening()
    {
        var first = Moved(Open, Away);
        Assert.Equal(1, first.DelaysInARow);
        Assert.Equal(MoveFault.EvidenceNotNew, FaultOf(Move(first, Away with { Evidence = "dana is away, says kim " })));
        var second = Moved(first, Away with { Evidence = "Now her boss is away" });
        Assert.Equal(2, second.DelaysInARow);
        var reopened = Moved(second, new DealMove.Reopen("Dana called"));
        Assert.Equal(DealPhase.Open, reopened.Phase);
        Assert.Equal(3, Moved(reopened, Away).DelaysInARow);
        Assert.Equal(1, Moved(second, Away with { Kind = DelayKind.Budget }).DelaysInARow);
    }

    private static MoveResult Move(DealState start, DealMove move) => DealMoves.Move(start, move, A.Rosa, Now, Today);

    private static DealState Moved(DealState start, DealMove move) => Assert.IsType<MoveResult.Moved>(Move(start, move)).State;

    private static MoveFault? FaultOf(MoveResult result) => result is MoveResult.Refused refused ? refused.Fault : null;
}
