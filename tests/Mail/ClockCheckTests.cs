using FollowUpBot.Bot.Demo;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using FollowUpBot.Storage.Memory;
using FollowUpBot.Tests.Storage;
using FollowUpBot.Tests.Storage.CosmosStandIn;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace FollowUpBot.Tests.Mail;

[Trait("row", "FM28")]
public sealed class ClockCheckTests : CosmosStoreTest
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(58, true)]
    [InlineData(-58, true)]
    [InlineData(63, false)]
    [InlineData(-63, false)]
    [InlineData(6 * 3600, false)]
    public async Task A_server_whose_clock_is_more_than_a_minute_away_from_the_accounts_may_not_send(int seconds, bool may)
    {
        using var clock = new MovableClock(Clock.GetCurrentInstant() + Duration.FromSeconds(seconds));

        Assert.Equal(may, await CheckOf(await Open(), clock).IsRightAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_clock_that_is_set_right_may_send_at_once_and_one_that_is_set_wrong_no_more()
    {
        using var clock = new MovableClock(Clock.GetCurrentInstant());
        var check = CheckOf(await Open(), clock);
        Assert.True(await check.IsRightAsync(CancellationToken.None));

        await clock.AdvanceAsync(Duration.FromHours(6));
        Assert.False(await check.IsRightAsync(CancellationToken.None));
        Clock.Advance(Duration.FromHours(6));
        await clock.AdvanceAsync(Duration.FromMinutes(1));

        Assert.True(await check.IsRightAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_account_is_asked_once_a_minute()
    {
        using var clock = new MovableClock(Clock.GetCurrentInstant());
        var check = CheckOf(await Open(), clock);
        for (var second = 0; second < 150; second++)
        {
            await check.IsRightAsync(CancellationToken.None);
            Clock.Advance(Duration.FromSeconds(1));
            await clock.AdvanceAsync(Duration.FromSeconds(1));
        }

        Assert.Equal(3, Service.Count(StandInOperation.Upsert));
    }

    [Fact]
    public async Task A_store_on_this_machine_has_this_machines_clock()
    {
        using var clock = new MovableClock(Clock.GetCurrentInstant() + Duration.FromHours(6));

        Assert.True(await CheckOf(new MemoryDocumentStore(Clock), clock).IsRightAsync(CancellationToken.None));
    }

    private static ClockCheck CheckOf(IDocumentStore store, MovableClock clock) => new(store, clock, NullLogger<ClockCheck>.Instance);
}
