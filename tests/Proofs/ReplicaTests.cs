using FollowUpBot.Bot.Mail;
using FollowUpBot.Tests.Proofs.Simulation;
using NodaTime;

namespace FollowUpBot.Tests.Proofs;

/// <summary>Faults of the matrix that need more than one server, each by itself; the simulation mixes them.</summary>
public sealed class ReplicaTests
{
    [Fact]
    [Trait("row", "FM23")]
    public void A_server_that_stood_still_before_its_fence_sends_nothing_and_another_sends_once()
    {
        var replicas = new Replicas(2, FaultPlan.Of(atWrite: (0, Fault.PauseAtWrite)));
        replicas.Owe(reps: 1, each: 1);
        replicas.Run(Duration.FromMinutes(10));

        var post = Assert.Single(replicas.Posts);
        Assert.DoesNotContain(post.Replica, replicas.Around.World.Paused);
        Assert.Equal(DeliveryState.Sent, Assert.Single(replicas.Deliveries).State);
    }

    [Fact]
    [Trait("row", "FM24")]
    public void A_server_that_stood_still_behind_its_fence_is_the_only_one_that_sends()
    {
        var replicas = new Replicas(2, FaultPlan.Of(atPost: (0, Fault.PauseAtPost)));
        replicas.Owe(reps: 1, each: 1);

        replicas.Run(Duration.FromSeconds(80));
        Assert.Empty(replicas.Posts);
        Assert.Equal(DeliveryState.Uncertain, Assert.Single(replicas.Deliveries).State);
        replicas.Run(Duration.FromMinutes(10));

        Assert.Contains(Assert.Single(replicas.Posts).Replica, replicas.Around.World.Paused);
        Assert.Equal(DeliveryState.Sent, Assert.Single(replicas.Deliveries).State);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [Trait("row", "FM25")]
    public void Several_servers_at_the_same_thousand_reminders_send_each_once(int servers)
    {
        var replicas = new Replicas(servers, FaultPlan.Of());
        replicas.Owe(reps: 1000, each: 1);
        replicas.Run(Duration.FromMinutes(5));

        Assert.Equal(1000, replicas.Posts.Count);
        Assert.Equal(1000, replicas.Posts.Select(post => post.Conversation).Distinct().Count());
        Assert.Equal(servers, replicas.Posts.Select(post => post.Replica).Distinct().Count());
    }

    /// <summary>The tenant's pace is 25 a second in the long run; the benchmark does the same with ten thousand.</summary>
    [Fact]
    [Trait("row", "FM45")]
    public void Thousands_due_at_once_go_out_at_the_pace_that_Teams_allows()
    {
        var replicas = new Replicas(2, FaultPlan.Of());
        replicas.Owe(reps: 3000, each: 1);
        var began = replicas.Around.World.Now;
        replicas.Run(Duration.FromMinutes(10));

        Assert.Equal(3000, replicas.Posts.Select(post => post.Conversation).Distinct().Count());
        var last = replicas.Posts.Max(post => post.At) - began;
        Assert.True(last <= Duration.FromSeconds(3000 / 18), $"the last came after {last}");
        Assert.True(MostInASecond(replicas.Posts) <= 50, $"{MostInASecond(replicas.Posts)} in one second");
    }

    [Fact]
    [Trait("row", "FM43")]
    public void With_the_member_list_away_reminders_go_out_as_ever()
    {
        var replicas = new Replicas(2, FaultPlan.Of());
        replicas.Around.Teams.RosterAwayUntil = replicas.Around.World.Now + Duration.FromDays(1);
        replicas.Owe(reps: 5, each: 1);
        replicas.Run(Duration.FromMinutes(1));

        Assert.All(replicas.Deliveries, delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        Assert.Equal(5, replicas.Posts.Count);
    }

    /// <summary>The record of a post is tried again until the store answers, and the post is not.</summary>
    [Theory]
    [InlineData(nameof(Fault.WriteLost))]
    [InlineData(nameof(Fault.WriteUnconfirmed))]
    [Trait("row", "FM14")]
    public void A_record_that_the_store_did_not_confirm_ends_as_sent_without_a_second_post(string fault)
    {
        var replicas = new Replicas(2, FaultPlan.Of(atWrite: (1, Enum.Parse<Fault>(fault))));
        replicas.Owe(reps: 1, each: 1);
        replicas.Run(Duration.FromMinutes(10));

        Assert.Single(replicas.Posts);
        Assert.Equal(DeliveryState.Sent, Assert.Single(replicas.Deliveries).State);
    }

    private static int MostInASecond(IReadOnlyList<Post> posts)
    {
        var moments = posts.Select(post => post.At).Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < moments.Count; last++)
        {
            while (moments[last] - moments[first] >= Duration.FromSeconds(1))
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
