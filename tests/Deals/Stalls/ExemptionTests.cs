using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Tests.Deals.Stalls;

public sealed class ExemptionTests
{
    private const string Later = "2026-09-01 10:00";

    public static TheoryData<StallRule> Rules => [.. Enum.GetValues<StallRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_can_be_broken_and_says_by_how_much(StallRule rule)
    {
        var verdict = Assert.Single(Broken(rule).On(Later).Verdicts, it => it.Rule == rule);
        Assert.True(verdict.Since <= A.At(Later, A.Berlin));
        if (rule is StallRule.NoReason or StallRule.NoUrgency or StallRule.ProposalAlone or StallRule.SingleThreaded or StallRule.NoDecisionMaker)
            Assert.True(verdict.Value < verdict.Threshold);
        else
            Assert.True(verdict.Value >= verdict.Threshold, $"{verdict.Value} of {verdict.Threshold}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_exemption_holds_back_exactly_the_rules_that_the_table_names(StallRule rule)
    {
        void Shows(Exemptions exemption, A deal, bool isHeldBack, string now = Later)
        {
            var judgement = deal.On(now);
            Assert.True(judgement.Exempt.HasFlag(exemption));
            Assert.Equal((exemption, isHeldBack), (exemption, judgement.HeldBack.Any(verdict => verdict.Rule == rule)));
            Assert.Equal((exemption, !isHeldBack), (exemption, judgement.Verdicts.Any(verdict => verdict.Rule == rule)));
        }

        bool Names(Exemptions exemption) => StallRules.HeldBackBy(rule).HasFlag(exemption);

        Shows(Exemptions.FirmStepAhead, Broken(rule).Books("2026-12-01 10:00", seenAt: Later), Names(Exemptions.FirmStepAhead));
        Shows(Exemptions.Mute, Broken(rule).Mutes(Later, new LocalDate(2026, 9, 2)), isHeldBack: true);
        if (rule is not (StallRule.StageAge or StallRule.ProposalAlone)) // they are about other stages
            Shows(Exemptions.Paperwork, Broken(rule).Changes("2026-02-04 10:00", facts => facts with { Stage = "Legal review" }), Names(Exemptions.Paperwork));
        if (rule is StallRule.DelayExpired)
            return; // what is delayed is not delayed again, and not in nurture
        Shows(Exemptions.Nurture, Broken(rule).Moves(Later, new DealMove.Nurture("Not this year, says Dana", 30, "their new plant", Until: null)), Names(Exemptions.Nurture), "2026-09-01 10:01");
        Shows(Exemptions.Delay, Broken(rule).Moves(Later, new DealMove.Delay("Frozen until then, says Dana", DelayKind.Budget, new LocalDate(2026, 12, 1))), Names(Exemptions.Delay), "2026-09-01 10:01");
    }

    [Fact]
    public void A_mute_holds_back_until_its_day_begins_and_no_longer()
    {
        var muted = Broken(StallRule.NoActivity).Mutes("2026-08-20 10:00", new LocalDate(2026, 9, 1));
        Assert.True(muted.On("2026-08-20 09:59").IsStalled);
        Assert.False(muted.On("2026-08-20 10:00").IsStalled);
        Assert.False(muted.On("2026-08-31 23:59").IsStalled);
        Assert.True(muted.On("2026-09-01 00:00").IsStalled);
    }

    [Theory]
    [InlineData("Legal review")]
    [InlineData("In procurement")]
    public void Silence_in_the_buyers_paperwork_is_no_stall_and_a_passed_date_still_is(string stage)
    {
        var judgement = A.Deal("2026-02-02 09:00", stage: stage, closeOn: "2026-03-31").Meets("2026-02-10 10:00").Answers("2026-02-10 11:00").On(Later);
        Assert.Equal(Exemptions.Paperwork, judgement.Exempt);
        Assert.All([StallRule.NoNextStep, StallRule.NoActivity, StallRule.NoMovement], rule => Assert.Equal("held back", judgement.Says(rule)));
        Assert.Equal("red", judgement.Says(StallRule.CloseDatePassed));
    }

    [Fact]
    public void A_delay_holds_back_until_its_day_and_the_clocks_begin_again_there()
    {
        var deal = A.Deal("2026-02-02 09:00").Meets("2026-02-10 10:00").Answers("2026-02-10 11:00")
            .Moves("2026-02-11 10:00", new DealMove.Delay("After the merger, says Dana", DelayKind.Restructuring, new LocalDate(2026, 6, 1)));
        Assert.False(deal.On("2026-05-31 23:59").IsStalled);
        Assert.Equal(A.At("2026-06-01 00:00", A.Berlin), deal.On("2026-05-31 23:59").ExemptUntil);
        Assert.Equal("fine", deal.On("2026-06-01 12:00").Says(StallRule.NoActivity));
        Assert.Equal("red", deal.On("2026-06-02 12:00").Says(StallRule.DelayExpired));
        Assert.Equal("amber", deal.On("2026-06-22 00:00").Says(StallRule.NoActivity));
    }

    [Fact]
    public void Nurture_holds_back_without_end_or_until_its_day()
    {
        A Quiet() => A.Deal("2026-02-02 09:00").Meets("2026-02-10 10:00").Answers("2026-02-10 11:00");
        Assert.False(Quiet().Moves("2026-02-11 10:00", new DealMove.Nurture("Not now, says Dana", 30, "their new plant", Until: null)).On("2028-01-01 10:00").IsStalled);
        var dated = Quiet().Moves("2026-02-11 10:00", new DealMove.Nurture("In summer, says Dana", 30, Trigger: null, new LocalDate(2026, 6, 1)));
        Assert.False(dated.On("2026-05-31 10:00").IsStalled);
        Assert.True(dated.On("2026-06-23 10:00").IsStalled);
    }

    [Theory]
    [InlineData(DealStatus.Won)]
    [InlineData(DealStatus.Lost)]
    [InlineData(DealStatus.Deleted)]
    public void A_deal_that_the_CRM_has_closed_breaks_no_rule_and_broke_them_before(DealStatus status)
    {
        var closed = Broken(StallRule.NoActivity).Changes("2026-08-01 10:00", facts => facts with { Status = status });
        Assert.Empty(closed.On(Later).Verdicts);
        Assert.True(closed.On("2026-07-31 10:00").IsStalled);
    }

    [Fact]
    public void A_deal_that_is_reopened_begins_its_clocks_anew()
    {
        var deal = Broken(StallRule.NoActivity).Moves("2026-03-01 10:00", new DealMove.Lose("They bought elsewhere"));
        Assert.Empty(deal.On("2026-08-01 10:00").Verdicts);
        Assert.Equal("fine", deal.Moves("2026-08-01 10:00", new DealMove.Reopen("Dana called")).On("2026-08-02 10:00").Says(StallRule.NoActivity));
    }

    [Fact]
    public void The_worst_rule_comes_first_and_among_equals_the_order_of_the_table()
    {
        var verdicts = A.Deal("2026-02-02 09:00", stage: "Proposal", closeOn: "2026-03-31").Meets("2026-02-10 10:00").Answers("2026-02-10 11:00", "2026-02-20 10:00", reason: null)
            .On(Later).Verdicts;
        Assert.Equal([StallRule.NextStepPassed, StallRule.CloseDatePassed, StallRule.NoReason], verdicts.Take(3).Select(verdict => verdict.Rule));
        Assert.Equal(verdicts.OrderByDescending(verdict => verdict.Severity).Select(verdict => verdict.Severity), verdicts.Select(verdict => verdict.Severity));
    }

    /// <summary>A deal that breaks the rule on the first of September.</summary>
    private static A Broken(StallRule rule) => rule switch
    {
        StallRule.NoNextStep or StallRule.NoActivity or StallRule.StageAge or StallRule.NoMovement => A.Deal("2026-02-02 09:00").Meets("2026-02-10 10:00"),
        StallRule.NextStepPassed => A.Deal("2026-02-02 09:00").Answers("2026-02-10 10:00", "2026-02-20 10:00"),
        StallRule.Ghosted or StallRule.Chasing => A.Deal("2026-02-02 09:00").Touches("2026-08-12 10:00", TouchDirection.Outbound)
            .Touches("2026-08-13 10:00", TouchDirection.Outbound, TouchChannel.Call).Touches("2026-08-14 10:00", TouchDirection.Outbound).Touches("2026-08-17 10:00", TouchDirection.Outbound),
        StallRule.CloseDatePassed => A.Deal("2026-02-02 09:00", closeOn: "2026-03-31"),
        StallRule.CloseDatePushed => A.Deal("2026-02-02 09:00", closeOn: "2026-10-01").Changes("2026-02-03 10:00", facts => facts with { CloseOn = A.Day("2027-02-01") }),
        StallRule.NextStepPushed => A.Deal("2026-02-02 09:00").Answers("2026-02-10 10:00", "2026-10-01 10:00")
            .Answers("2026-02-12 10:00", "2026-10-02 10:00").Answers("2026-02-14 10:00", "2026-10-03 10:00"),
        StallRule.SingleThreaded or StallRule.NoDecisionMaker =>
            A.Deal("2026-02-02 09:00", stage: "Proposal", amount: 80_000).Meets("2026-02-10 10:00", new Buyer("Kim Ito", "Analyst")),
        StallRule.ProposalAlone => A.Deal("2026-02-02 09:00", stage: "Proposal").Touches("2026-02-01 10:00", TouchDirection.Outbound),
        StallRule.NoReason or StallRule.NoUrgency => A.Deal("2026-02-02 09:00", stage: "Proposal").Meets("2026-02-10 10:00"),
        StallRule.Drifting => A.Deal("2026-02-02 09:00").Answers("2026-02-10 10:00").Answers("2026-02-20 10:00"),
        StallRule.DelayExpired => A.Deal("2026-02-02 09:00").Moves("2026-02-10 10:00", new DealMove.Delay("Dana is away, says Kim", DelayKind.Absence, new LocalDate(2026, 3, 2))),
        StallRule.LosingMomentum => A.Deal("2026-02-02 09:00").Meets("2026-02-10 10:00").Meets("2026-02-12 10:00").Meets("2026-02-20 10:00"),
        _ => A.Deal("2026-02-02 09:00", amount: null),
    };
}
