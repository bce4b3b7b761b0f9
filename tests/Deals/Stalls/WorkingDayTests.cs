using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Tests.Deals.Stalls;

/// <summary>Each rule that counts working days, in zones whose clocks change on other days or never: just before, at its moment, and with a holiday on the way.</summary>
public sealed class WorkingDayTests
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];

    [Theory]
    [InlineData(StallRule.NoNextStep, "fine", "amber", "2026-03-03 10:00", "2026-03-03", "2026-03-04 10:00")]
    [InlineData(StallRule.NoNextStep, "amber", "red", "2026-03-05 10:00", "2026-03-04", "2026-03-06 10:00")]
    [InlineData(StallRule.NextStepPassed, "fine", "red", "2026-03-05 00:00", "2026-03-05", "2026-03-06 00:00")]
    [InlineData(StallRule.Ghosted, "fine", "red", "2026-03-16 10:00", "2026-03-11", "2026-03-17 10:00")]
    [InlineData(StallRule.CloseDatePassed, "fine", "red", "2026-03-09 00:00", "2026-03-09", "2026-03-10 00:00")]
    [InlineData(StallRule.ProposalAlone, "fine", "amber", "2026-03-09 10:00", "2026-03-05", "2026-03-10 10:00")]
    [InlineData(StallRule.NoReason, "fine", "red", "2026-03-03 10:00", "2026-03-03", "2026-03-04 10:00")]
    [InlineData(StallRule.NoUrgency, "fine", "red", "2026-03-03 10:00", "2026-03-03", "2026-03-04 10:00")]
    [InlineData(StallRule.DelayExpired, "fine", "red", "2026-03-16 00:00", "2026-03-16", "2026-03-17 00:00")]
    public void A_rule_turns_at_its_moment_on_the_reps_wall_and_a_holiday_moves_it_by_a_day(
        StallRule rule, string before, string says, string at, string holiday, string moved)
    {
        foreach (var zone in Zones.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            string Says(string now, params LocalDate[] holidays) => $"{zone.Id}: {Of(rule, zone).On(now, settings: null, holidays).Says(rule)}";
            Assert.Equal([$"{zone.Id}: {before}", $"{zone.Id}: {says}"], [Says(MinuteBefore(at)), Says(at)]);
            var off = LocalDatePattern.Iso.Parse(holiday).Value;
            Assert.Equal([$"{zone.Id}: {before}", $"{zone.Id}: {before}", $"{zone.Id}: {says}"], [Says(at, off), Says(MinuteBefore(moved), off), Says(moved, off)]);
        }
    }

    /// <summary>A deal whose clock of that rule begins on Monday, 2 March at ten, or whose day is on the way.</summary>
    private static A Of(StallRule rule, DateTimeZone zone) => rule switch
    {
        StallRule.NextStepPassed => Met(zone).Answers("2026-03-02 11:00", "2026-03-04 14:00"),
        StallRule.Ghosted => A.Deal("2026-02-02 09:00", zone).Touches("2026-03-02 10:00", TouchDirection.Outbound)
            .Touches("2026-03-04 10:00", TouchDirection.Outbound, TouchChannel.Call).Touches("2026-03-06 10:00", TouchDirection.Outbound),
        StallRule.CloseDatePassed => A.Deal("2026-02-02 09:00", zone, closeOn: "2026-03-06"),
        StallRule.ProposalAlone => A.Deal("2026-02-02 09:00", zone).Touches("2026-02-10 10:00", TouchDirection.Outbound)
            .Changes("2026-03-02 10:00", facts => facts with { Stage = "Proposal" }),
        StallRule.DelayExpired => A.Deal("2026-02-02 09:00", zone).Moves("2026-02-10 10:00", new DealMove.Delay("Dana is on leave, says Kim", DelayKind.Absence, new LocalDate(2026, 3, 13))),
        _ => Met(zone),
    };

    private static A Met(DateTimeZone zone) => A.Deal("2026-02-02 09:00", zone, stage: "Proposal").Meets("2026-03-02 10:00");

    private static string MinuteBefore(string moment) => Moment.Format(Moment.Parse(moment).Value.PlusMinutes(-1));
}
