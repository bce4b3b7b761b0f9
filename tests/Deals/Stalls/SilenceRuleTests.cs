using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;
using static FollowUpBot.Deals.TouchChannel;
using static FollowUpBot.Deals.TouchDirection;

namespace FollowUpBot.Tests.Deals.Stalls;

public sealed class SilenceRuleTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-03 09:59", "fine")] // just under one working day
    [InlineData("2026-03-02 10:00", "2026-03-03 10:00", "amber")]
    [InlineData("2026-03-02 10:00", "2026-03-05 09:59", "amber")]
    [InlineData("2026-03-02 10:00", "2026-03-05 10:00", "red")] // three working days
    [InlineData("2026-03-06 10:00", "2026-03-09 09:59", "fine")] // from Friday over the weekend
    [InlineData("2026-03-06 10:00", "2026-03-09 10:00", "amber")]
    [InlineData("2026-03-07 10:00", "2026-03-09 17:29", "fine")] // met on a Saturday: counted from Friday's end
    [InlineData("2026-03-07 10:00", "2026-03-09 17:30", "amber")]
    [InlineData("2026-03-27 10:00", "2026-03-30 10:00", "amber")] // the clocks change on the 29th
    [Trait("row", "STALL-R1")]
    public void R1_is_amber_after_one_working_day_without_a_firm_step_and_red_after_three(string met, string now, string says)
    {
        Assert.Equal(says, A.Deal("2026-02-02 09:00").Meets(met).On(now).Says(StallRule.NoNextStep));
        Assert.Equal(says, A.Deal("2026-02-02 09:00", NewYork).Meets(met).On(now).Says(StallRule.NoNextStep));
    }

    [Fact]
    [Trait("row", "STALL-R1")]
    public void R1_does_not_count_a_holiday_and_counts_on_the_reps_own_calendar()
    {
        var met = A.Deal("2026-02-02 09:00").Meets("2026-03-02 10:00");
        Assert.Equal("fine", met.On("2026-03-03 10:00", holidays: new LocalDate(2026, 3, 3)).Says(StallRule.NoNextStep));
        Assert.Equal("amber", met.On("2026-03-04 10:00", holidays: new LocalDate(2026, 3, 3)).Says(StallRule.NoNextStep));
        var verdict = Assert.Single(met.On("2026-03-05 10:00").Verdicts, it => it.Rule == StallRule.NoNextStep);
        Assert.Equal((3, 3, A.At("2026-03-02 10:00", A.Berlin)), (verdict.Value, verdict.Threshold, verdict.Since));
    }

    [Fact]
    [Trait("row", "STALL-R1")]
    public void R1_is_not_broken_with_a_step_that_lies_ahead_or_has_passed_and_begins_again_when_the_step_was_used_up()
    {
        var met = A.Deal("2026-02-02 09:00").Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", step: "2026-03-10 10:00");
        Assert.Equal("fine", met.On("2026-03-09 10:00").Says(StallRule.NoNextStep));
        Assert.Equal("fine", met.On("2026-03-12 10:00").Says(StallRule.NoNextStep));
        Assert.Equal("amber", met.Meets("2026-03-10 10:30").On("2026-03-11 10:30").Says(StallRule.NoNextStep));
    }

    [Theory]
    [InlineData("2026-03-04 14:00", "2026-03-04 13:59", "fine")]
    [InlineData("2026-03-04 14:00", "2026-03-04 23:59", "fine")] // the same day
    [InlineData("2026-03-04 14:00", "2026-03-05 00:00", "red")]
    [InlineData("2026-03-06 14:00", "2026-03-08 23:59", "fine")] // nobody's fault over the weekend
    [InlineData("2026-03-06 14:00", "2026-03-09 00:00", "red")]
    [Trait("row", "STALL-R2")]
    public void R2_is_red_from_the_next_working_day_after_a_step_without_an_outcome(string step, string now, string says)
    {
        Assert.Equal(says, A.Deal("2026-02-02 09:00").Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", step).On(now).Says(StallRule.NextStepPassed));
        Assert.Equal(says, A.Deal("2026-02-02 09:00", NewYork).Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", step).On(now).Says(StallRule.NextStepPassed));
    }

    [Fact]
    [Trait("row", "STALL-R2")]
    public void R2_reads_the_step_in_its_own_zone_waits_over_a_holiday_and_is_cleared_by_the_outcome()
    {
        var deal = A.Deal("2026-02-02 09:00").Meets("2026-03-02 10:00").Answers("2026-03-02 11:00", "2026-03-04 20:00", stepZone: "America/New_York");
        Assert.Equal("fine", deal.On("2026-03-05 12:00").Says(StallRule.NextStepPassed)); // it was the 5th in Berlin
        Assert.Equal("red", deal.On("2026-03-06 00:00").Says(StallRule.NextStepPassed));
        Assert.Equal("fine", deal.On("2026-03-06 12:00", holidays: new LocalDate(2026, 3, 6)).Says(StallRule.NextStepPassed));
        Assert.Equal("fine", deal.Meets("2026-03-05 02:30").On("2026-03-06 00:00").Says(StallRule.NextStepPassed));
    }

    [Theory]
    [InlineData(Motion.OneCall, "Discovery", 7)]
    [InlineData(Motion.Smb, "Discovery", 14)]
    [InlineData(Motion.MidMarket, "Discovery", 21)]
    [InlineData(Motion.Enterprise, "Discovery", 45)]
    [InlineData(Motion.MidMarket, "Proposal sent", 10.5)] // halved from the proposal on
    [InlineData(Motion.Enterprise, "Negotiation", 22.5)]
    [Trait("row", "STALL-R3")]
    public void R3_is_amber_after_the_motions_days_without_activity_and_red_after_twice_as_many(Motion motion, string stage, double days)
    {
        var deal = A.Deal("2026-01-05 09:00", stage: stage).Told();
        string Says(double after) => StallJudge
            .Explain(deal, StallSettings.For(motion), WorkingCalendar.Usual(A.Berlin), deal.FirstSeenAt + Duration.FromDays(after)).Says(StallRule.NoActivity);
        Assert.Equal(["fine", "amber", "amber", "red", "red"], [Says(days - 0.001), Says(days), Says(2 * days - 0.001), Says(2 * days), Says(days * 3)]);
    }

    [Fact]
    [Trait("row", "STALL-R3")]
    public void R3_begins_again_with_a_meeting_a_touch_or_an_answer_and_not_with_a_changed_field()
    {
        A Quiet() => A.Deal("2026-01-05 09:00");
        Assert.Equal("amber", Quiet().On("2026-01-30 09:00").Says(StallRule.NoActivity));
        Assert.Equal("fine", Quiet().Meets("2026-01-20 10:00").On("2026-01-30 09:00").Says(StallRule.NoActivity));
        Assert.Equal("fine", Quiet().Touches("2026-01-20 10:00", Outbound).On("2026-01-30 09:00").Says(StallRule.NoActivity));
        Assert.Equal("fine", Quiet().Answers("2026-01-20 10:00").On("2026-01-30 09:00").Says(StallRule.NoActivity));
        Assert.Equal("amber", Quiet().Changes("2026-01-20 10:00", facts => facts with { Amount = 1 }).On("2026-01-30 09:00").Says(StallRule.NoActivity));
    }

    [Theory]
    [InlineData("2026-12-30 10:00")]
    [InlineData("2028-12-30 10:00")] // however far ahead
    [Trait("row", "STALL-R3")]
    public void R3_is_held_back_by_any_firm_step_or_booked_meeting_that_lies_ahead(string ahead)
    {
        Assert.Equal("held back", A.Deal("2026-01-05 09:00").Answers("2026-01-05 10:00", ahead).On("2026-06-01 09:00").Says(StallRule.NoActivity));
        Assert.Equal("held back", A.Deal("2026-01-05 09:00").Books(ahead, seenAt: "2026-01-06 09:00").On("2026-06-01 09:00").Says(StallRule.NoActivity));
        Assert.Equal("red", A.Deal("2026-01-05 09:00").Books(ahead, seenAt: "2026-06-02 09:00").On("2026-06-01 09:00").Says(StallRule.NoActivity));
    }

    [Theory]
    [InlineData("2026-03-15 23:00", "fine")]
    [InlineData("2026-03-16 09:59", "fine")] // just under ten working days
    [InlineData("2026-03-16 10:00", "red")]
    [InlineData("2026-04-16 10:00", "red")]
    [Trait("row", "STALL-R4")]
    public void R4_is_red_when_three_tries_on_two_channels_had_no_answer_for_ten_working_days(string now, string says) =>
        Assert.Equal(says, Tried().On(now).Says(StallRule.Ghosted));

    [Fact]
    [Trait("row", "STALL-R4")]
    public void R4_needs_three_tries_on_two_channels_and_ends_with_the_first_word_of_the_buyer()
    {
        A Two() => A.Deal("2026-02-02 09:00").Touches("2026-03-02 10:00", Outbound).Touches("2026-03-04 10:00", Outbound, Call);
        Assert.Equal("fine", Two().On("2026-04-01 10:00").Says(StallRule.Ghosted));
        Assert.Equal("fine", A.Deal("2026-02-02 09:00").Touches("2026-03-02 10:00", Outbound).Touches("2026-03-04 10:00", Outbound).Touches("2026-03-05 10:00", Outbound)
            .On("2026-04-01 10:00").Says(StallRule.Ghosted));
        Assert.Equal("fine", Tried().Touches("2026-03-20 10:00", Inbound).On("2026-04-01 10:00").Says(StallRule.Ghosted));
        Assert.Equal("fine", Tried().Meets("2026-03-20 10:00").On("2026-04-01 10:00").Says(StallRule.Ghosted));
        Assert.Equal("fine", Tried().On("2026-03-16 10:00", holidays: new LocalDate(2026, 3, 10)).Says(StallRule.Ghosted));
        Assert.Equal("held back", Tried().Answers("2026-03-09 10:00", "2026-05-01 10:00").On("2026-04-01 10:00").Says(StallRule.Ghosted));
    }

    [Theory]
    [InlineData("2026-03-09 09:59", "fine")]
    [InlineData("2026-03-09 10:00", "amber")] // five working days
    [InlineData("2026-03-10 10:00", "amber")]
    [Trait("row", "STALL-R11")]
    public void R11_is_amber_five_working_days_after_a_proposal_without_two_contacts_and_a_review(string now, string says)
    {
        A Sent() => A.Deal("2026-02-02 09:00").Touches("2026-02-10 10:00", Outbound).Changes("2026-03-02 10:00", facts => facts with { Stage = "Proposal" });
        Assert.Equal(says, Sent().On(now).Says(StallRule.ProposalAlone));
        Assert.Equal(says, Sent().Touches("2026-03-03 10:00", Outbound).Touches("2026-03-04 10:00", Outbound).On(now).Says(StallRule.ProposalAlone)); // no review
        Assert.Equal(says, Sent().Meets("2026-03-03 10:00").On(now).Says(StallRule.ProposalAlone)); // one contact
        Assert.Equal("fine", Sent().Meets("2026-03-03 10:00").Touches("2026-03-04 10:00", Outbound).On(now).Says(StallRule.ProposalAlone));
    }

    [Fact]
    public void Rules_about_calls_and_mails_say_nothing_where_nobody_logs_them()
    {
        var deal = A.Deal("2026-02-02 09:00", stage: "Proposal").Meets("2026-02-02 10:00").On("2026-12-01 10:00");
        Assert.All([StallRule.Ghosted, StallRule.ProposalAlone, StallRule.Chasing], rule => Assert.Equal("fine", deal.Says(rule)));
    }

    [Theory]
    [InlineData(3, 0, "fine")]
    [InlineData(4, 0, "amber")]
    [InlineData(4, 1, "amber")]
    [InlineData(7, 2, "fine")] // 3.5 to 1
    [InlineData(8, 2, "amber")]
    [Trait("row", "STALL-R16")]
    public void R16_is_amber_at_four_of_our_contacts_for_each_of_theirs(int ours, int theirs, string says)
    {
        var deal = A.Deal("2026-02-02 09:00");
        for (var i = 0; i < ours; i++)
            deal = deal.Touches($"2026-03-{i + 2:00} 10:00", Outbound);
        for (var i = 0; i < theirs; i++)
            deal = deal.Touches($"2026-03-{i + 2:00} 12:00", Inbound);
        Assert.Equal(says, deal.On("2026-03-11 10:00").Says(StallRule.Chasing));
        Assert.Equal("fine", deal.On("2026-04-10 10:00").Says(StallRule.Chasing)); // beyond its 21 days
    }

    [Theory]
    [InlineData("2026-03-23 09:59", "amber")]
    [InlineData("2026-03-23 10:00", "fine")] // the first try was 21 days ago
    [Trait("row", "STALL-R16")]
    public void R16_counts_what_happened_within_its_days(string now, string says)
    {
        var deal = A.Deal("2026-02-02 09:00");
        for (var day = 2; day <= 5; day++)
            deal = deal.Touches($"2026-03-0{day} 10:00", Outbound);
        Assert.Equal(says, deal.On(now).Says(StallRule.Chasing));
    }

    [Theory]
    [InlineData("2026-03-21 09:59", "fine")] // pauses of 2, 4, and not yet 8 days
    [InlineData("2026-03-21 10:00", "amber")]
    [InlineData("2026-03-25 10:00", "amber")]
    [Trait("row", "STALL-R18")]
    public void R18_is_amber_when_the_pause_doubled_twice(string now, string says) => Assert.Equal(
        says, A.Deal("2026-03-02 09:00").Meets("2026-03-07 10:00").Touches("2026-03-09 10:00", Inbound).Meets("2026-03-13 10:00").On(now).Says(StallRule.LosingMomentum));

    [Fact]
    [Trait("row", "STALL-R18")]
    public void R18_needs_three_contacts_and_forgives_pauses_within_two_days()
    {
        Assert.Equal("fine", A.Deal("2026-03-02 09:00").Meets("2026-03-07 10:00").Meets("2026-03-13 10:00").On("2026-12-01 10:00").Says(StallRule.LosingMomentum));
        Assert.Equal("fine", A.Deal("2026-03-02 09:00").Meets("2026-03-02 10:00").Meets("2026-03-02 12:00").Meets("2026-03-02 17:00").On("2026-03-05 10:00").Says(StallRule.LosingMomentum));
    }

    private static A Tried() => A.Deal("2026-02-02 09:00")
        .Touches("2026-03-02 10:00", Outbound).Touches("2026-03-04 10:00", Outbound, Call).Touches("2026-03-06 10:00", Outbound);
}
