using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;
using NodaTime;
using Xunit.Abstractions;

namespace FollowUpBot.Tests.Proofs.Weeks;

/// <summary>Weeks of weekly cards with faults; six here, and as many as <c>WEEKS_SIMULATED=26</c> says.</summary>
public sealed class WeeklyCardTests(ITestOutputHelper output)
{
    private const int UsualWeeks = 6;

    /// <summary>Late by the day that is caught up, and tried for a day at most.</summary>
    private static readonly Duration Latest = Duration.FromHours(50);

    [Fact]
    [Trait("row", "DIGEST-WEEKS")]
    [Trait("row", "FM29")]
    [Trait("row", "FM30")]
    public async Task Every_channel_week_has_exactly_one_card_or_a_recorded_reason()
    {
        var weeks = int.TryParse(Environment.GetEnvironmentVariable("WEEKS_SIMULATED"), CultureInfo.InvariantCulture, out var many) ? many : UsualWeeks;
        var story = new WeeksOfChannels(seed: 7, weeks);
        await story.LiveAsync();

        var posts = story.Teams.Posts.ToLookup(post => post.Conversation, post => post.At);
        var (posted, excused, wrong) = (0, new Dictionary<string, int>(), new List<string>());
        foreach (var (channel, moment, week) in story.Expected())
        {
            var cards = posts[channel.ChannelId].Where(at => at >= moment && at <= moment + Latest).ToList();
            var reason = await ReasonAsync(story.Store, channel, week);
            if (cards.Count == 1)
                posted++;
            else if (cards.Count == 0 && reason is not null)
                excused[reason] = excused.GetValueOrDefault(reason) + 1;
            else
                wrong.Add($"{channel.ChannelId} in {week}, due {moment}: {cards.Count} cards, {reason ?? "no reason"}");
        }

        var told = $"{story.Channels.Count} channels over {weeks} weeks: {posted} cards, {string.Join(", ", excused.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value} {each.Key}"))}; "
            + $"{story.Restarts} restarts, {story.Outages.Count} outages, {string.Join(", ", story.Teams.Faults.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value} {each.Key}"))}.";
        output.WriteLine(told);
        Console.WriteLine(told);
        Assert.True(wrong.Count == 0, $"{told}\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(posted > story.Channels.Count * weeks / 3, told);
        Assert.True(excused.Count >= 4 && story.Teams.Faults.Count == 9 && story.Outages.Count > 0 && story.Restarts > 10, told);
        Assert.Equal(story.Expected().Count(), posted + excused.Values.Sum());
    }

    /// <summary>What the store says of why a week has no card; null when it says nothing.</summary>
    private static async Task<string?> ReasonAsync(IDocumentStore store, ChannelDocument channel, string week)
    {
        var partition = Keys.ChannelPartition(channel.Tenant, channel.ChannelId);
        if (await store.FindAsync(partition, $"digest:{week}", BotJson.Default.DigestDocument, CancellationToken.None) is { Value.Delivery: var delivery })
        {
            return delivery.State is DeliveryState.Cancelled or DeliveryState.Dead or DeliveryState.Uncertain or DeliveryState.Unreachable && delivery.Reason is { Length: > 0 }
                ? $"{delivery.State}: {delivery.Reason}"
                : null;
        }

        var trail = await store.InPartitionAsync(partition, EventDocument.Kind, continuation: null, limit: 1000, CancellationToken.None);
        return trail.Documents.Any(line => line.As(BotJson.Default.EventDocument).Value.What == $"weekly card missed {week}") ? "missed" : null;
    }
}
