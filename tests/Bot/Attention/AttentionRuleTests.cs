using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Tests.Bot.Attention;

public sealed class AttentionRuleTests
{
    private static readonly WorkingCalendar Berlin = WorkingCalendar.Usual(DateTimeZoneProviders.Tzdb["Europe/Berlin"]) with
    {
        Holidays = new HashSet<LocalDate> { new(2026, 12, 25) },
    };

    private static readonly Instant Tuesday = At(2026, 12, 1, 10, 0);
    private static readonly Approach Reminder = new(ApproachKind.Reminder, "reminder:m-1", 0, "contoso");
    private static readonly PersonNow Free = new(Berlin, KeepsHours: true, Preferences.None, Spent: 0, MostADay: 4);

    [Fact]
    public void In_working_hours_with_nothing_in_the_way_it_goes() => Assert.Equal(new Ruling.Go(), AttentionRule.Decide(Reminder, Free, Tuesday));

    [Fact]
    [Trait("row", "C2")]
    public void Quiet_hours_weekends_and_holidays_wait_for_the_next_working_morning()
    {
        Assert.Equal(new Ruling.Wait(At(2026, 12, 2, 9, 0), AttentionReason.QuietHours), AttentionRule.Decide(Reminder, Free, At(2026, 12, 1, 17, 30)));
        Assert.Equal(new Ruling.Wait(At(2026, 12, 7, 9, 0), AttentionReason.DayOff), AttentionRule.Decide(Reminder, Free, At(2026, 12, 5, 12, 0)));
        Assert.Equal(new Ruling.Wait(At(2026, 12, 28, 9, 0), AttentionReason.DayOff), AttentionRule.Decide(Reminder, Free, At(2026, 12, 25, 12, 0)));
    }

    [Fact]
    [Trait("row", "C4")]
    public void A_pause_ends_in_working_hours_and_a_stop_with_a_word()
    {
        var paused = Free with { Preferences = new Preferences { Pause = new Pause(Tuesday, At(2026, 12, 5, 9, 0)) } };
        Assert.Equal(new Ruling.Wait(At(2026, 12, 7, 9, 0), AttentionReason.Paused), AttentionRule.Decide(Reminder, paused, Tuesday));
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(Reminder, paused, At(2026, 12, 7, 9, 0)));
        Assert.Equal(new Ruling.Hold(AttentionReason.Stopped), AttentionRule.Decide(Reminder, Free with { Preferences = new Preferences { StoppedAt = Tuesday } }, Tuesday));
    }

    public static TheoryData<ApproachKind> Kinds => [.. Enum.GetValues<ApproachKind>()];

    [Theory]
    [Trait("row", "C4")]
    [MemberData(nameof(Kinds))]
    public void What_a_person_has_said_holds_for_every_kind_of_message(ApproachKind kind)
    {
        var approach = Reminder with { Kind = kind };
        var stopped = Free with { Preferences = new Preferences { StoppedAt = Tuesday } };
        var paused = Free with { Preferences = new Preferences { Pause = new Pause(Tuesday, At(2026, 12, 3, 9, 0)) } };
        var muted = Free with { Preferences = new Preferences { Muted = [new MutedDeal("contoso", Tuesday, Until: null)] } };
        var talking = Free with { TalkingUntil = Tuesday + Duration.FromMinutes(3) };

        Assert.Equal(new Ruling.Hold(AttentionReason.Stopped), AttentionRule.Decide(approach, stopped, Tuesday));
        Assert.Equal(new Ruling.Wait(At(2026, 12, 3, 9, 0), AttentionReason.Paused), AttentionRule.Decide(approach, paused, Tuesday));
        Assert.Equal(new Ruling.Hold(AttentionReason.Muted), AttentionRule.Decide(approach, muted, Tuesday));
        Assert.Equal(new Ruling.Wait(Tuesday + Duration.FromMinutes(3), AttentionReason.Talking), AttentionRule.Decide(approach, talking, Tuesday));
        Assert.Equal(new Ruling.Wait(At(2026, 12, 2, 9, 0), AttentionReason.Budget), AttentionRule.Decide(approach, Free with { Spent = 4 }, Tuesday));
    }

    [Fact]
    public void A_mute_holds_back_its_own_deal_alone()
    {
        var muted = Free with { Preferences = new Preferences { Muted = [new MutedDeal("contoso", Tuesday, Until: null)] } };
        Assert.Equal(new Ruling.Hold(AttentionReason.Muted), AttentionRule.Decide(Reminder, muted, Tuesday));
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(Reminder with { DealId = "fabrikam" }, muted, Tuesday));
    }

    [Fact]
    public void What_they_asked_for_comes_when_they_said_unless_they_said_stop_since()
    {
        var night = At(2026, 12, 1, 22, 0);
        var asked = Reminder with { AskedForAt = Tuesday };
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(asked, Free with { Spent = 9, TalkingUntil = night + Duration.FromMinutes(1) }, night));
        var stoppedSince = Free with { Preferences = new Preferences { StoppedAt = Tuesday + Duration.FromMinutes(1) } };
        Assert.Equal(new Ruling.Hold(AttentionReason.Stopped), AttentionRule.Decide(asked, stoppedSince, night));
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(asked with { AskedForAt = night }, stoppedSince, night));
    }

    [Fact]
    [Trait("row", "C8")]
    public void Nothing_breaks_into_a_conversation() => Assert.Equal(
        new Ruling.Wait(Tuesday + Duration.FromMinutes(3), AttentionReason.Talking),
        AttentionRule.Decide(Reminder, Free with { TalkingUntil = Tuesday + Duration.FromMinutes(3) }, Tuesday));

    [Fact]
    [Trait("row", "C5")]
    public void Several_first_questions_come_in_one_card_and_never_wait_long_for_the_last()
    {
        Assert.Equal(new Ruling.Join(Tuesday + Duration.FromSeconds(5)), AttentionRule.Decide(Reminder, Free with { OthersDueBy = Tuesday }, Tuesday));
        var moment = Duration.FromSeconds(5);
        Assert.Equal(new Ruling.Join(Tuesday + Duration.FromMinutes(8) + moment), AttentionRule.Decide(Reminder, Free with { OthersDueBy = Tuesday + Duration.FromMinutes(8) }, Tuesday));
        Assert.Equal(new Ruling.Join(Tuesday + Duration.FromMinutes(10) + moment), AttentionRule.Decide(Reminder, Free with { OthersDueBy = Tuesday + Duration.FromHours(8) }, Tuesday));
    }

    [Fact]
    [Trait("row", "C5")]
    public void A_spent_budget_waits_for_tomorrow_and_its_last_message_is_kept_for_what_matters_most()
    {
        var tomorrow = new Ruling.Wait(At(2026, 12, 2, 9, 0), AttentionReason.Budget);
        Assert.Equal(tomorrow, AttentionRule.Decide(Reminder, Free with { Spent = 4 }, Tuesday));
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(Reminder, Free with { Spent = 3 }, Tuesday));
        Assert.Equal(tomorrow, AttentionRule.Decide(Reminder with { Kind = ApproachKind.MendAsk, DealId = null }, Free with { Spent = 3 }, Tuesday));
    }

    [Fact]
    public void What_would_come_too_late_is_left_out()
    {
        var prep = new Approach(ApproachKind.PrepCard, "prep:1", 0, "contoso") { Expires = Tuesday + Duration.FromHours(1) };
        Assert.Equal(new Ruling.Go(), AttentionRule.Decide(prep, Free, Tuesday));
        Assert.Equal(new Ruling.Drop(AttentionReason.Budget), AttentionRule.Decide(prep, Free with { Spent = 4 }, Tuesday));
        Assert.Equal(new Ruling.Drop(AttentionReason.Stopped), AttentionRule.Decide(prep, Free with { Preferences = new Preferences { StoppedAt = Tuesday } }, Tuesday));
    }

    /// <summary>Whatever the facts: what goes unasked goes in working hours and within the budget, and what waits waits for a moment ahead.</summary>
    [Fact]
    public void No_facts_make_it_go_in_quiet_hours_or_over_the_budget()
    {
        var random = new Random(11);
        for (var i = 0; i < 5000; i++)
        {
            var now = Tuesday + Duration.FromMinutes(random.Next(60_000));
            var (talks, others, pauses) = (random.Next(4) == 0, random.Next(4) == 0, random.Next(4) == 0);
            var person = Free with
            {
                Spent = random.Next(6),
                TalkingUntil = talks ? now + Duration.FromMinutes(2) : null,
                OthersDueBy = others ? now : null,
                Preferences = pauses ? new Preferences { Pause = new Pause(Tuesday, Tuesday + Duration.FromMinutes(random.Next(90_000))) } : Preferences.None,
            };

            var ruling = AttentionRule.Decide(Reminder with { Kind = (ApproachKind)random.Next(7) }, person, now);

            if (ruling is Ruling.Go)
                Assert.True(person.Spent < 4 && Berlin.WorkingMomentFrom(now) == now && !talks);
            if (ruling is Ruling.Wait wait)
                Assert.True(wait.Until > now);
        }
    }

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(Berlin.Zone).ToInstant();
}
