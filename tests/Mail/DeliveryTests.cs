using FollowUpBot.Bot.Mail;
using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Tests.Mail;

public sealed class DeliveryTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    [Trait("row", "FM16")]
    [Trait("row", "FM47")]
    public void What_was_surely_not_sent_is_tried_eight_times_within_a_day_and_is_then_given_up_with_its_reason()
    {
        var delivery = Delivery.Schedule(Now);
        var tries = new List<Instant>();
        while (delivery.DueAt is { } due)
        {
            tries.Add(due);
            delivery = delivery.Begin(due, "a").Settle(new SendResult.NotSent("412", TimeSpan.FromHours(1)), due, "reminder:m-1", doubtUntil: null);
        }

        Assert.Equal(8, tries.Count);
        Assert.True(tries[^1] - tries[0] <= Duration.FromHours(24));
        Assert.Equal((DeliveryState.Dead, "412"), (delivery.State, delivery.Reason));
    }

    [Theory]
    [Trait("row", "FM15")]
    [InlineData(7)]
    [InlineData(3600)]
    public void Teams_own_wish_to_wait_is_never_undercut(int seconds)
    {
        var settled = Delivery.Schedule(Now).Begin(Now, "a").Settle(new SendResult.NotSent("429", TimeSpan.FromSeconds(seconds)), Now, "m", null);

        Assert.True(settled.DueAt - Now >= Duration.FromSeconds(seconds));
        Assert.Equal(DeliveryState.Scheduled, settled.State);
    }

    [Fact]
    [Trait("row", "FM15")]
    public void Without_a_wish_of_Teams_the_next_tries_of_many_messages_do_not_fall_together()
    {
        var waits = Enumerable.Range(1, 100).Select(number => Backoff.After(1, $"reminder:m-{number}")).ToList();

        Assert.True(waits.Distinct().Count() > 50);
        Assert.All(waits, wait => Assert.InRange(wait, Duration.FromSeconds(4), Duration.FromSeconds(5)));
    }

    [Fact]
    public void A_record_of_an_earlier_fence_is_told_from_that_of_a_later_one()
    {
        var first = Delivery.Schedule(Now).Begin(Now, "a");
        var again = first.Postpone(Now).Begin(Now, "b");

        Assert.True(first.IsOf(first.Abandoned(null)));
        Assert.False(again.IsOf(first));
    }
}
