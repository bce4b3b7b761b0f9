using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Storage;

namespace FollowUpBot.Tests.Kills;

/// <summary>What became of a run.</summary>
/// <param name="Point">Where the bot was killed.</param>
/// <param name="Early">Deliveries that had got their 2xx before the kill.</param>
/// <param name="Posts">Cards that the Connector took.</param>
/// <param name="Uncertain">Reminders of which nobody knows whether they arrived; the rep was told of each.</param>
internal sealed record KillOutcome(int Seed, string Point, int Early, int Posts, int Uncertain, IReadOnlyList<string> Lost, IReadOnlyList<string> Twice, IReadOnlyList<string> AnswersLost)
{
    public bool IsClean => Lost.Count + Twice.Count + AnswersLost.Count == 0;

    public override string ToString() =>
        $"seed {Seed}, {Point}: lost [{string.Join("; ", Lost)}], twice [{string.Join("; ", Twice)}], answers [{string.Join("; ", AnswersLost)}]";
}

/// <summary>
/// In the style of Jepsen's Chronos test: every delivery that got a 2xx is a target; each must have its one reminder at a known end and at
/// most one post, and every answer that was shown as saved must stand in the store, once.
/// </summary>
internal sealed class KillChecker(IDocumentStore store, string tenant, IReadOnlyList<string> deals)
{
    private readonly List<string> lost = [];
    private readonly List<string> twice = [];
    private readonly List<string> answers = [];
    private int uncertain;

    public async Task<KillOutcome> CheckAsync(
        int seed, string point, int early, IReadOnlySet<string> targets, IReadOnlyDictionary<string, int> posts, IReadOnlySet<string> told)
    {
        foreach (var deal in deals)
        {
            if (!targets.Contains(deal))
                lost.Add($"{deal} never got its 2xx");
            await CheckAsync(deal, posts.GetValueOrDefault(deal), told.Contains(deal));
        }

        return new KillOutcome(seed, point, early, posts.Values.Sum(), uncertain, lost, twice, answers);
    }

    private async Task CheckAsync(string deal, int posts, bool toldSaved)
    {
        var partition = Keys.DealPartition(tenant, deal);
        var meetings = await InAsync(partition, "meeting");
        var reminders = await InAsync(partition, ReminderDocument.Kind);
        var saved = (await InAsync(partition, EventDocument.Kind)).Count(line => line.As(BotJson.Default.EventDocument).Value.What == "follow-up saved");
        var stored = (await store.FindAsync(partition, Keys.Deal, BotJson.Default.Deal, CancellationToken.None))?.Value;
        if (stored is null || meetings.Count != 1 || reminders.Count != 1)
        {
            lost.Add($"{deal} has {meetings.Count} meetings and {reminders.Count} reminders");
            return;
        }

        var delivery = reminders[0].As(BotJson.Default.ReminderDocument).Value.Delivery;
        uncertain += delivery.State is DeliveryState.Told ? 1 : 0;
        if (delivery.State is not (DeliveryState.Sent or DeliveryState.Told) || (delivery.State is DeliveryState.Sent && posts == 0))
            lost.Add($"{deal} is {delivery.State} after eight days, with {posts} posts");
        if (posts > 1)
            twice.Add($"{deal} was posted {posts} times");
        if (toldSaved != stored.FollowUp?.NextStep is not null || saved != (toldSaved ? 1 : 0))
            answers.Add($"{deal} was told saved: {toldSaved}, stored: {stored.FollowUp?.NextStep is not null}, {saved} times");
    }

    private async Task<IReadOnlyList<StoredDocument>> InAsync(string partition, string kind) =>
        (await store.InPartitionAsync(partition, kind, continuation: null, limit: 1000, CancellationToken.None)).Documents;
}
