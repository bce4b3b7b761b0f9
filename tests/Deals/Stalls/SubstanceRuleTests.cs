using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;

namespace FollowUpBot.Tests.Deals.Stalls;

public sealed class SubstanceRuleTests
{
    private static readonly Buyer Dana = new("Dana Reed", "CFO");
    private static readonly Buyer Kim = new("Kim Ito", "Analyst");

    [Theory]
    [InlineData(49_999, "Proposal", "fine")]
    [InlineData(50_000, "Proposal", "amber")]
    [InlineData(50_001, "Negotiation", "amber")]
    [InlineData(80_000, "Discovery", "fine")] // too early to ask for
    [Trait("row", "STALL-R9")]
    public void R9_is_amber_when_one_person_carries_a_large_deal_that_is_late(int amount, string stage, string says)
    {
        A Of(params Buyer[] buyers) => A.Deal("2026-03-02 09:00", stage: stage, amount: amount).Meets("2026-03-02 10:00", buyers);
        Assert.Equal(says, Of(Dana).On("2026-03-03 09:00").Says(StallRule.SingleThreaded));
        Assert.Equal(says, Of(Dana).Meets("2026-03-03 08:00", Dana with { Name = "DANA REED", Role = "Chief Financial Officer" }).On("2026-03-03 09:00").Says(StallRule.SingleThreaded));
        Assert.Equal("fine", Of(Dana, Kim).On("2026-03-03 09:00").Says(StallRule.SingleThreaded));
        Assert.Equal("fine", Of().On("2026-03-03 09:00").Says(StallRule.SingleThreaded)); // nobody is named
    }

    [Fact]
    [Trait("row", "STALL-R9")]
    public void R9_counts_a_third_stage_as_late_whatever_it_is_called()
    {
        A Second() => A.Deal("2026-03-02 09:00", stage: "S1", amount: 80_000).Meets("2026-03-02 10:00", Dana).Changes("2026-03-02 11:00", facts => facts with { Stage = "S2" });
        Assert.Equal("fine", Second().On("2026-03-03 09:00").Says(StallRule.SingleThreaded));
        Assert.Equal("amber", Second().Changes("2026-03-02 12:00", facts => facts with { Stage = "S3" }).On("2026-03-03 09:00").Says(StallRule.SingleThreaded));
    }

    [Theory]
    [InlineData("Discovery", "Analyst", "fine")]
    [InlineData("Proposal", "Analyst", "amber")]
    [InlineData("Proposal", "Sales director", "amber")] // the letters of CTO, not the word
    [InlineData("Proposal", "VP Sales", "fine")]
    [InlineData("Proposal", "Head of IT", "fine")]
    [InlineData("Proposal", "chief revenue officer", "fine")]
    [InlineData("Proposal", null, "fine")] // a feed without roles says nothing
    [Trait("row", "STALL-R10")]
    public void R10_is_amber_when_nobody_who_decides_was_met_by_the_proposal(string stage, string? role, string says) => Assert.Equal(
        says, A.Deal("2026-03-02 09:00", stage: stage).Meets("2026-03-02 10:00", Kim with { Role = role }).On("2026-03-03 09:00").Says(StallRule.NoDecisionMaker));

    [Theory]
    [InlineData("Discovery", null, "2026-03-03 09:59", "fine")] // the rep has a working day to ask
    [InlineData("Discovery", null, "2026-03-03 10:00", "amber")]
    [InlineData("Proposal", null, "2026-03-03 10:00", "red")]
    [InlineData("Discovery", "They are interested", "2026-03-03 10:00", "amber")]
    [InlineData("Discovery", "Helps us to hit quota before our quarter ends", "2026-03-03 10:00", "amber")]
    [InlineData("Discovery", A.Reason, "2026-03-03 10:00", "fine")]
    [InlineData("Proposal", A.Reason, "2026-03-03 10:00", "fine")]
    [Trait("row", "STALL-R13")]
    public void R13_is_amber_after_the_first_meeting_without_a_reason_of_the_buyers_and_red_from_the_proposal(string stage, string? reason, string now, string says) =>
        Assert.Equal(says, A.Deal("2026-03-02 09:00", stage: stage).Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", reason: reason).On(now).Says(StallRule.NoReason));

    [Fact]
    [Trait("row", "STALL-R13")]
    public void R13_remembers_a_reason_that_a_later_answer_does_not_repeat_and_waits_for_a_first_meeting()
    {
        var known = A.Deal("2026-03-02 09:00").Meets("2026-03-02 10:00").Answers("2026-03-02 11:00").Meets("2026-03-04 10:00").Answers("2026-03-04 11:00", reason: null);
        Assert.Equal("fine", known.On("2026-03-10 10:00").Says(StallRule.NoReason));
        Assert.Equal("fine", A.Deal("2026-03-02 09:00", stage: "Proposal").On("2026-03-10 10:00").Says(StallRule.NoReason));
    }

    [Theory]
    [InlineData("Discovery", UrgencyLevel.Unknown, null, "2026-03-10 10:00", "fine")]
    [InlineData("Proposal", UrgencyLevel.Unknown, null, "2026-03-03 09:59", "fine")]
    [InlineData("Proposal", UrgencyLevel.Unknown, null, "2026-03-03 10:00", "red")]
    [InlineData("Proposal", UrgencyLevel.High, null, "2026-03-03 10:00", "red")] // a guess
    [InlineData("Proposal", UrgencyLevel.Low, "the audit", "2026-03-03 10:00", "fine")]
    [Trait("row", "STALL-R14")]
    public void R14_is_red_from_the_proposal_when_nothing_makes_it_urgent_to_the_buyer(string stage, UrgencyLevel level, string? driver, string now, string says) => Assert.Equal(
        says, A.Deal("2026-03-02 09:00", stage: stage).Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", level: level, driver: driver).On(now).Says(StallRule.NoUrgency));

    [Theory]
    [InlineData("fine", null)]
    [InlineData("amber", null, null)]
    [InlineData("amber", null, null, null)]
    [InlineData("fine", null, "2026-03-30 10:00")]
    [InlineData("fine", null, "2026-03-09 10:00", null)] // not in a row
    [Trait("row", "STALL-R15")]
    public void R15_is_amber_at_the_second_answer_in_a_row_without_a_firm_step(string says, params string?[]? steps)
    {
        var deal = A.Deal("2026-03-01 09:00");
        foreach (var (number, step) in (steps ?? [null]).Index())
            deal = deal.Meets($"2026-03-0{number + 2} 10:00").Answers($"2026-03-0{number + 2} 11:00", step);
        Assert.Equal(says, deal.On("2026-03-05 10:00").Says(StallRule.Drifting));
    }

    [Fact]
    [Trait("row", "STALL-R19")]
    public void R19_is_a_note_that_puts_no_deal_on_the_card()
    {
        var judgement = A.Deal("2026-03-02 09:00", stage: null, amount: null, closeOn: null).On("2026-03-03 09:00");
        Assert.Equal("note", judgement.Says(StallRule.MissingFields));
        Assert.Equal((3d, 1d), (judgement.Verdicts[0].Value, judgement.Verdicts[0].Threshold));
        Assert.False(judgement.IsStalled);
        Assert.Equal("fine", A.Deal("2026-03-02 09:00").On("2026-03-03 09:00").Says(StallRule.MissingFields));
        Assert.Equal("note", A.Deal("2026-03-02 09:00", stage: null).On("2026-03-03 09:00").Says(StallRule.MissingFields));
        Assert.Equal("note", A.Deal("2026-03-02 09:00", amount: null).On("2026-03-03 09:00").Says(StallRule.MissingFields));
        Assert.Equal("note", A.Deal("2026-03-02 09:00", closeOn: null).On("2026-03-03 09:00").Says(StallRule.MissingFields));
    }
}
