using FollowUpBot.Dialogs.NextSteps;
using NodaTime;

namespace FollowUpBot.Tests.Dialogs.NextSteps;

public class SlotProposalTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly LocalDate Holiday = new(2026, 3, 10);

    [Theory]
    [InlineData("next week", "2026-03-09T10:00", "2026-03-12T14:00")] // the 10th is a holiday: Monday or Thursday
    [InlineData("Friday", "2026-03-06T10:00", "2026-03-06T14:00")]
    [InlineData("Friday afternoon", "2026-03-06T13:00", "2026-03-06T15:00")] // nobody is asked to skip lunch
    [InlineData("tomorrow morning", "2026-03-05T09:00", "2026-03-05T11:00")]
    [InlineData("after 3 on Friday", "2026-03-06T15:00", "2026-03-06T16:30")]
    [InlineData("early next week", "2026-03-09T10:00", "2026-03-09T14:00")] // Tuesday is a holiday
    [InlineData("this weekend", "2026-03-09T10:00", "2026-03-12T14:00")] // no room: the first after it
    public void A_vague_date_is_asked_again_with_two_concrete_slots(string text, string first, string second) =>
        Assert.Equal([first, second], Propose(text, Rules()));

    [Fact]
    public void Slots_are_two_working_hours_ahead()
    {
        var late = Say.At("2026-03-06T16:00", "America/New_York").Now; // Friday at four: one hour today, one on Monday
        var slots = SlotProposal.Propose(null, late, Rules());
        Assert.True(slots[0].LocalDateTime >= new LocalDateTime(2026, 3, 9, 10, 0));
    }

    [Fact]
    public void Slots_do_not_collide_with_the_reps_other_steps()
    {
        var busy = new LocalDateTime(2026, 3, 6, 10, 0).InZoneStrictly(NewYork).ToInstant();
        Assert.Equal(["2026-03-06T09:00", "2026-03-06T14:00"], Propose("Friday", Rules() with { Busy = [busy - Duration.FromMinutes(15), busy, busy + Duration.FromMinutes(30)] }));
    }

    [Fact]
    public void Slots_lie_in_the_buyers_working_hours_too()
    {
        var rules = Rules() with { BuyerZone = DateTimeZoneProviders.Tzdb["Europe/London"] };
        Assert.All(Propose("next week", rules), slot => Assert.InRange(int.Parse(slot.AsSpan(11, 2), null), 9, 12));
    }

    [Fact]
    public void When_no_hour_suits_both_sides_the_buyer_is_at_least_awake()
    {
        var rules = Rules() with { BuyerZone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };
        Assert.Equal(2, Propose("next week", rules).Count);
    }

    [Fact]
    public void For_any_window_there_are_two_slots_in_order_on_working_days_and_apart()
    {
        var random = new Random(6);
        string[] texts = ["next week", "tomorrow", "in June", "Friday morning", "end of month", "Q3", "the weekend", "before noon Friday", "today", "in a few days", "soon", "this week", "first thing Monday", "until Tuesday"];
        for (int i = 0; i < 3_000; i++)
        {
            var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(600_000));
            string text = texts[random.Next(texts.Length)];
            var window = NextStepReader.Read(text, new ReadingContext(now, NewYork, "en-US")).Window;
            var slots = SlotProposal.Propose(window, now, Rules() with { BuyerZone = random.Next(2) == 0 ? null : DateTimeZoneProviders.Tzdb["Europe/Paris"] });
            Assert.True(slots.Count == 2, $"{text} {now}");
            Assert.True(slots[1].ToInstant() - slots[0].ToInstant() >= Duration.FromHours(1), $"{text} {now}: {slots[0]} {slots[1]}");
            Assert.All(slots, s => Assert.True(IsWorkingDay(s.Date) && s.TimeOfDay >= new LocalTime(9, 0) && s.TimeOfDay <= new LocalTime(16, 30), $"{text} {now}: {s}"));
            Assert.True(slots[0].ToInstant() >= now + Duration.FromHours(2));
        }
    }

    private static SlotRules Rules() => new(NewYork, new LocalTime(9, 0), new LocalTime(17, 0), IsWorkingDay, [], null, Duration.FromMinutes(30));

    private static bool IsWorkingDay(LocalDate day) => day != Holiday && day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static List<string> Propose(string text, SlotRules rules)
    {
        var context = Say.At(Say.Now, "America/New_York");
        return [.. SlotProposal.Propose(NextStepReader.Read(text, context).Window, context.Now, rules).Select(Say.Wall)];
    }
}
