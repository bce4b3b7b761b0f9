using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Tests.Deals.Stalls;

public sealed class MovementRuleTests
{
    [Theory]
    [InlineData(Motion.OneCall, 7, 5, 3)]
    [InlineData(Motion.Smb, 21, 14, 7)]
    [InlineData(Motion.MidMarket, 30, 21, 14)]
    [InlineData(Motion.Enterprise, 60, 45, 30)]
    [Trait("row", "STALL-R5")]
    public void R5_counts_against_the_table_of_the_motion_until_twenty_deals_were_won(Motion motion, int early, int proposal, int negotiation)
    {
        foreach (var (stage, days) in (ReadOnlySpan<(string, int)>)[("Discovery", early), ("Proposal", proposal), ("Contract", negotiation)])
        {
            Assert.Equal(["fine", "amber", "amber", "red"], Aged(stage, StallSettings.For(motion), days));
            Assert.Equal(["fine", "amber", "amber", "red"], Aged(stage, StallSettings.For(motion) with { Norms = Norm(stage, 40, deals: 19) }, days));
        }
    }

    [Theory]
    [InlineData(Motion.OneCall, 60)]
    [InlineData(Motion.Smb, 60)]
    [InlineData(Motion.MidMarket, 70)]
    [InlineData(Motion.Enterprise, 80)]
    [Trait("row", "STALL-R5")]
    public void R5_counts_against_the_median_of_won_deals_times_the_motions_factor_once_there_are_twenty_and_says_so(Motion motion, double days)
    {
        var settings = StallSettings.For(motion) with { Norms = Norm("Discovery", 40, deals: 20) };
        Assert.Equal(["fine", "amber", "amber", "red"], Aged("discovery", settings, days));
        var verdict = Assert.Single(A.Deal("2026-01-05 09:00").On("2026-08-01 09:00", settings).Verdicts, it => it.Rule == StallRule.StageAge);
        Assert.Equal((ThresholdBasis.WonMedian, 2 * days), (verdict.Basis, verdict.Threshold));
        Assert.Equal(ThresholdBasis.StageTable, A.Deal("2026-01-05 09:00").On("2026-06-01 09:00").Verdicts.First(it => it.Rule == StallRule.StageAge).Basis);
    }

    [Fact]
    [Trait("row", "STALL-R5")]
    public void R5_begins_again_in_another_stage_and_is_silent_in_legal_work_and_without_a_stage()
    {
        Assert.Equal("fine", A.Deal("2026-01-05 09:00").Changes("2026-03-01 09:00", facts => facts with { Stage = "Demo" }).On("2026-03-10 09:00").Says(StallRule.StageAge));
        Assert.Equal("fine", A.Deal("2026-01-05 09:00", stage: "Legal review").On("2026-06-01 09:00").Says(StallRule.StageAge));
        Assert.Equal("fine", A.Deal("2026-01-05 09:00", stage: null).On("2026-06-01 09:00").Says(StallRule.StageAge));
    }

    [Fact]
    public void The_norm_of_a_stage_is_the_median_of_deals_that_were_won()
    {
        Deal Won(int days) => A.Deal("2026-01-05 09:00")
            .Changes("2026-01-05 10:00", facts => facts with { Stage = "Demo" })
            .Changes(A.At("2026-01-05 10:00", A.Berlin).Plus(Duration.FromDays(days)).InZone(A.Berlin).ToString("uuuu-MM-dd HH:mm", null), facts => facts with { Stage = "Closed", Status = DealStatus.Won })
            .Told();
        var won = Enumerable.Range(1, 21).Select(Won).ToList();
        Assert.Equal(new StageNorm(11, 21), StageNorms.Of(won).Find("demo"));
        Assert.Equal(10.5, StageNorms.Of(won.Take(20)).Find("Demo")?.MedianDays);
        Assert.Null(StageNorms.Of(won.Take(19)).Find("Demo"));
        Assert.Null(StageNorms.Of(won.Select(deal => deal with { Facts = deal.Facts with { Status = DealStatus.Lost } })).Find("Demo"));
    }

    [Theory]
    [InlineData("2026-03-04", "2026-03-04 23:59", "fine")]
    [InlineData("2026-03-04", "2026-03-05 00:00", "red")]
    [InlineData("2026-03-06", "2026-03-08 12:00", "fine")] // a Friday
    [InlineData("2026-03-06", "2026-03-09 00:00", "red")]
    [Trait("row", "STALL-R6")]
    public void R6_is_red_from_the_next_working_day_after_the_close_date(string closeOn, string now, string says)
    {
        Assert.Equal(says, A.Deal("2026-02-02 09:00", closeOn: closeOn).On(now).Says(StallRule.CloseDatePassed));
        Assert.Equal(says, A.Deal("2026-02-02 09:00", DateTimeZoneProviders.Tzdb["Asia/Tokyo"], closeOn: closeOn).On(now).Says(StallRule.CloseDatePassed));
        Assert.Equal("fine", A.Deal("2026-02-02 09:00", closeOn: closeOn).On("2026-03-05 12:00", holidays: new LocalDate(2026, 3, 5)).Says(StallRule.CloseDatePassed));
    }

    [Theory]
    [InlineData("fine")]
    [InlineData("note", "2026-11-10")]
    [InlineData("amber", "2026-11-10", "2026-11-20")]
    [InlineData("red", "2026-11-10", "2026-11-20", "2026-11-30")]
    [InlineData("amber", "2027-01-10")] // one more for leaving the quarter
    [InlineData("red", "2026-11-10", "2027-01-10")]
    [InlineData("fine", "2026-10-20")] // pulled in
    [InlineData("note", "2026-10-20", "2026-10-25")]
    [Trait("row", "STALL-R7")]
    public void R7_weighs_pushes_of_the_close_date_and_one_more_when_it_leaves_its_quarter(string says, params string[] days)
    {
        var deal = A.Deal("2026-02-02 09:00", closeOn: "2026-10-31");
        foreach (var (number, day) in days.Index())
            deal = deal.Changes($"2026-03-0{number + 1} 10:00", facts => facts with { CloseOn = A.Day(day) });
        Assert.Equal(says, deal.On("2026-03-04 10:00").Says(StallRule.CloseDatePushed));
    }

    [Fact]
    [Trait("row", "STALL-R7")]
    public void R7_is_not_fooled_by_taking_the_close_date_away_first() => Assert.Equal("note", A.Deal("2026-02-02 09:00", closeOn: "2026-10-31")
        .Changes("2026-03-01 10:00", facts => facts with { CloseOn = null }).Changes("2026-03-02 10:00", facts => facts with { CloseOn = A.Day("2026-11-30") })
        .On("2026-03-04 10:00").Says(StallRule.CloseDatePushed));

    [Theory]
    [InlineData(1, "fine")]
    [InlineData(2, "amber")]
    [InlineData(3, "red")]
    [InlineData(4, "red")]
    [Trait("row", "STALL-R8")]
    public void R8_is_amber_at_the_second_move_of_the_same_step_and_red_at_the_third(int moves, string says)
    {
        var deal = A.Deal("2026-02-02 09:00").Meets("2026-02-27 10:00").Answers("2026-02-27 11:00", "2026-03-10 10:00");
        for (var i = 1; i <= moves; i++)
            deal = deal.Answers($"2026-03-0{i} 11:00", $"2026-03-{10 + i} 10:00");
        Assert.Equal(says, deal.On("2026-03-09 10:00").Says(StallRule.NextStepPushed)); // although the step lies ahead
        Assert.Equal("fine", deal.Meets("2026-03-16 11:00").On("2026-03-16 12:00").Says(StallRule.NextStepPushed)); // it was held
    }

    [Fact]
    [Trait("row", "STALL-R8")]
    public void R8_counts_no_slip_that_was_corrected_within_the_hour_no_earlier_day_and_no_answer_taken_back()
    {
        A Agreed() => A.Deal("2026-02-02 09:00").Answers("2026-02-27 11:00", "2026-03-10 10:00").Answers("2026-03-02 11:00", "2026-03-11 10:00");
        Assert.Equal("fine", Agreed().Answers("2026-03-02 11:30", "2026-03-12 10:00").On("2026-03-09 10:00").Says(StallRule.NextStepPushed));
        Assert.Equal("fine", Agreed().Answers("2026-03-03 11:30", "2026-03-10 12:00").On("2026-03-09 10:00").Says(StallRule.NextStepPushed));
        var deal = Agreed().Answers("2026-03-03 11:30", "2026-03-12 10:00").Told();
        Assert.Equal("amber", Explain(deal, "2026-03-09 10:00").Says(StallRule.NextStepPushed));
        Assert.NotNull(deal.FollowUp);
        Assert.Equal("fine", Explain(deal.TakeBack(deal.FollowUp, before: null, A.At("2026-03-03 12:00", A.Berlin)), "2026-03-09 10:00").Says(StallRule.NextStepPushed));
    }

    [Theory]
    [InlineData(Motion.OneCall, 30)]
    [InlineData(Motion.Smb, 60)]
    [InlineData(Motion.MidMarket, 90)]
    [InlineData(Motion.Enterprise, 120)]
    [Trait("row", "STALL-R12")]
    public void R12_is_amber_when_stage_close_date_and_amount_stood_still_for_the_motions_days(Motion motion, int days)
    {
        var deal = A.Deal("2026-01-05 09:00").Told();
        string Says(double after) => StallJudge
            .Explain(deal, StallSettings.For(motion), WorkingCalendar.Usual(A.Berlin), deal.FirstSeenAt + Duration.FromDays(after)).Says(StallRule.NoMovement);
        Assert.Equal(["fine", "amber", "amber", "red"], [Says(days - 0.001), Says(days), Says(2 * days - 0.001), Says(2 * days)]);
    }

    [Fact]
    [Trait("row", "STALL-R12")]
    public void R12_is_not_cleared_by_being_busy_and_is_by_a_change_of_stage_close_date_or_amount()
    {
        A Still() => A.Deal("2026-01-05 09:00").Meets("2026-04-01 10:00").Meets("2026-04-08 10:00");
        Assert.Equal("amber", Still().On("2026-04-10 09:00").Says(StallRule.NoMovement));
        Assert.Equal("fine", Still().Changes("2026-04-02 10:00", facts => facts with { Amount = 21_000 }).On("2026-04-10 09:00").Says(StallRule.NoMovement));
        Assert.Equal("fine", Still().Changes("2026-04-02 10:00", facts => facts with { Stage = "Demo" }).On("2026-04-10 09:00").Says(StallRule.NoMovement));
        Assert.Equal("fine", Still().Changes("2026-04-02 10:00", facts => facts with { CloseOn = A.Day("2027-12-30") }).On("2026-04-10 09:00").Says(StallRule.NoMovement));
        Assert.Equal("amber", Still().Changes("2026-04-02 10:00", facts => facts with { Name = "Contoso Ltd" }).On("2026-04-10 09:00").Says(StallRule.NoMovement));
    }

    [Theory]
    [InlineData("2026-03-12 23:59", "fine")]
    [InlineData("2026-03-13 23:59", "fine")] // the agreed day, a Friday
    [InlineData("2026-03-15 12:00", "fine")]
    [InlineData("2026-03-16 00:00", "red")]
    [Trait("row", "STALL-R17")]
    public void R17_is_red_from_the_working_day_after_the_agreed_day(string now, string says) => Assert.Equal(
        says, A.Deal("2026-02-02 09:00").Moves("2026-02-10 10:00", new DealMove.Delay("Dana is on leave, says Kim", DelayKind.Absence, new LocalDate(2026, 3, 13))).On(now).Says(StallRule.DelayExpired));

    [Fact]
    [Trait("row", "STALL-R17")]
    public void R17_counts_delays_of_the_same_kind_and_notes_the_second_in_a_row()
    {
        var deal = A.Deal("2026-02-02 09:00")
            .Moves("2026-02-10 10:00", new DealMove.Delay("Dana is on leave, says Kim", DelayKind.Absence, new LocalDate(2026, 3, 13)))
            .Moves("2026-03-12 10:00", new DealMove.Delay("Now her boss is away", DelayKind.Absence, new LocalDate(2026, 4, 10)));
        Assert.Equal("note", deal.On("2026-03-20 10:00").Says(StallRule.DelayExpired));
        Assert.Equal("red", deal.On("2026-04-13 10:00").Says(StallRule.DelayExpired));
        Assert.Equal("fine", deal.Moves("2026-04-13 09:00", new DealMove.Reopen("Dana is back")).On("2026-04-14 10:00").Says(StallRule.DelayExpired));
    }

    private static Judgement Explain(Deal deal, string now) => StallJudge.Explain(deal, new StallSettings(), WorkingCalendar.Usual(A.Berlin), A.At(now, A.Berlin));

    private static StageNorms Norm(string stage, double median, int deals) => StageNorms.Of(new Dictionary<string, StageNorm> { [stage] = new(median, deals) });

    /// <summary>What R5 says just under the days, at them, just under twice and at twice.</summary>
    private static IEnumerable<string> Aged(string stage, StallSettings settings, double days)
    {
        var deal = A.Deal("2026-01-05 09:00", stage: stage).Told();
        return ((double[])[days - 0.001, days, 2 * days - 0.001, 2 * days]).Select(after => StallJudge
            .Explain(deal, settings, WorkingCalendar.Usual(A.Berlin), deal.FirstSeenAt + Duration.FromDays(after)).Says(StallRule.StageAge));
    }
}
