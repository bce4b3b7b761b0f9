using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>
/// Before each weekly card: schedules one heads-up for every member of the team, on the morning that is theirs. Planned anew when the card
/// moves; what is sent already stays sent.
/// </summary>
public sealed class HeadsUpPlan(IDocumentStore store, Rosters rosters, PeopleDirectory directory, IOptions<DigestOptions> options) : IDueHandler
{
    /// <summary>By then the card has come and the channel knows its next moment.</summary>
    private static readonly Duration AfterCard = Duration.FromHours(1);

    public string Kind => HeadsUpPlanDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var plan = stored.As(BotJson.Default.HeadsUpPlanDocument).Value;
        if (await rosters.ReadAsync(plan.Tenant, plan.ChannelId, cancellationToken) is not { } channel)
        {
            await store.BatchAsync(stored.Document.Partition, [new DocumentWrite.Delete(stored.Document.Id, stored.ETag)], cancellationToken);
            return;
        }

        var cardAt = channel.NextAt > now ? channel.NextAt : WeeklyMoment.Next(now, channel.Day, channel.Time, DateTimeZoneProviders.Tzdb[channel.ZoneId]);
        foreach (var member in options.Value.RepsFirst == TimeSpan.Zero ? [] : channel.Roster)
            await PlanAsync(channel, member, cardAt, now, cancellationToken);
        var next = plan with { DueAt = cardAt + AfterCard };
        await store.BatchAsync(stored.Document.Partition, [new DocumentWrite.Replace(next.ToDocument(), stored.ETag)], cancellationToken);
    }

    private async Task PlanAsync(ChannelDocument channel, RosterMember member, Instant cardAt, Instant now, CancellationToken cancellationToken)
    {
        if (!RepId.TryParse(member.ObjectId, out var rep))
            return;
        var calendar = await directory.RecentCalendarAsync(channel.Tenant, rep, now, cancellationToken);
        var due = Instant.Max(now, HeadsUpMoment.Before(cardAt, Duration.FromTimeSpan(options.Value.RepsFirst), calendar));
        var headsUp = new HeadsUpDocument(channel.Tenant, member.ObjectId, channel.ChannelId, cardAt, Delivery.Schedule(due));
        var id = Keys.HeadsUp(Keys.Week(cardAt.InZone(DateTimeZoneProviders.Tzdb[channel.ZoneId]).Date), channel.ChannelId);
        var partition = Keys.PersonPartition(channel.Tenant, member.ObjectId);
        var old = await store.FindAsync(partition, id, BotJson.Default.HeadsUpDocument, cancellationToken);
        if (old is null || (old.Value.Delivery is { State: DeliveryState.Scheduled, Attempts: 0 } && old.Value.CardAt != cardAt))
            await store.BatchAsync(partition, [headsUp.ToDocument(id).Over(old)], cancellationToken);
    }
}
