using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Tests.Teams;

public sealed class SendPaceTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 15, 0);

    private static readonly (int Most, int Seconds)[] ConversationLimits = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("row", "R45")]
    public void However_one_hurries_no_limit_of_a_conversation_is_passed(int seed)
    {
        var sent = Hurry(seed, Duration.FromHours(2), _ => "a:1");

        foreach (var (most, seconds) in ConversationLimits)
        {
            Assert.InRange(MostIn(sent, seconds), 0, most);
        }

        Assert.True(sent.Count > 3000, "and it is not much slower than it may be");
    }

    [Fact]
    public void A_tenant_with_many_conversations_gets_thirty_a_second_at_most_and_twenty_five_in_the_long_run()
    {
        var sent = Hurry(seed: 4, Duration.FromMinutes(1), n => $"a:{n}");

        Assert.InRange(MostIn(sent, 1), 26, 30);
        Assert.InRange(sent.Count, 60 * 24, 60 * 26);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [Trait("row", "R45")]
    public void Several_servers_share_what_a_tenant_and_a_conversation_may_get(int servers)
    {
        var toOne = Enumerable.Range(0, servers).SelectMany(seed => Hurry(seed, Duration.FromMinutes(30), _ => "a:1", servers)).Order().ToList();
        var toMany = Enumerable.Range(0, servers).SelectMany(seed => Hurry(seed, Duration.FromMinutes(1), n => $"a:{n}", servers)).Order().ToList();

        Assert.All(ConversationLimits, limit => Assert.InRange(MostIn(toOne, limit.Seconds), 1, limit.Most));
        Assert.InRange(MostIn(toMany, 1), 20, 30 + servers);
        Assert.InRange(toMany.Count, 60 * 22, 60 * 26);
    }

    [Fact]
    public void One_conversation_does_not_slow_another_nor_one_tenant_another()
    {
        var pace = new SendPace();
        while (pace.Take("t-1", "a:1", Start) == Duration.Zero)
        {
        }

        var moment = Start + Duration.FromMilliseconds(100);
        Assert.NotEqual(Duration.Zero, pace.Take("t-1", "a:1", moment));
        Assert.Equal(Duration.Zero, pace.Take("t-1", "a:2", moment));
        Assert.Equal(Duration.Zero, pace.Take("t-2", "a:1", Start));
    }

    [Fact]
    public void After_the_wait_that_was_told_the_message_may_go()
    {
        var pace = new SendPace();
        var wait = Duration.Zero;
        while (wait == Duration.Zero)
        {
            wait = pace.Take("t-1", "a:1", Start);
        }

        Assert.NotEqual(Duration.Zero, pace.Take("t-1", "a:1", Start + (wait * 0.9)));
        Assert.Equal(Duration.Zero, pace.Take("t-1", "a:1", Start + wait));
    }

    [Fact]
    public void A_permit_that_was_given_back_may_be_taken_by_another_message()
    {
        var pace = new SendPace();
        while (pace.Take("t-1", "a:1", Start) == Duration.Zero)
        {
        }

        pace.GiveBack("t-1", "a:1");

        Assert.Equal(Duration.Zero, pace.Take("t-1", "a:1", Start));
        Assert.NotEqual(Duration.Zero, pace.Take("t-1", "a:1", Start));
    }

    [Fact]
    public void A_clock_that_steps_back_permits_nothing_twice()
    {
        var pace = new SendPace();
        while (pace.Take("t-1", "a:1", Start) == Duration.Zero)
        {
        }

        Assert.NotEqual(Duration.Zero, pace.Take("t-1", "a:1", Start - Duration.FromHours(1)));
        Assert.NotEqual(Duration.Zero, pace.Take("t-1", "a:1", Start));
    }

    /// <summary>When each message went whose sender asked every few milliseconds.</summary>
    private static List<Instant> Hurry(int seed, Duration during, Func<int, string> conversation, int servers = 1)
    {
        var pace = new SendPace(servers: servers);
        var random = new Random(seed);
        var sent = new List<Instant>();
        for (var now = Start; now < Start + during; now += Duration.FromMilliseconds(random.Next(1, 60)))
        {
            for (var n = 0; n < 3; n++)
            {
                if (pace.Take("t-1", conversation(sent.Count), now) == Duration.Zero)
                {
                    sent.Add(now);
                }
            }
        }

        return sent;
    }

    private static int MostIn(List<Instant> sent, int seconds)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sent.Count; last++)
        {
            while (sent[last] - sent[first] >= Duration.FromSeconds(seconds))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
