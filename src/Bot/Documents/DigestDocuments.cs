using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>How the documents around the weekly card are stored.</summary>
public static class DigestDocuments
{
    public static Document ToDocument(this DigestDocument digest, string id) => new()
    {
        Partition = Keys.ChannelPartition(digest.Tenant, digest.ChannelId),
        Id = id,
        Kind = DigestDocument.Kind,
        DueAt = digest.Delivery.DueAt,
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(digest, BotJson.Default.DigestDocument),
    };

    public static Document ToDocument(this LostDigestDocument lost, string id) => new()
    {
        Partition = Keys.ChannelPartition(lost.Tenant, lost.ChannelId),
        Id = id,
        Kind = LostDigestDocument.Kind,
        DueAt = lost.Delivery.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(lost, BotJson.Default.LostDigestDocument),
    };

    public static Document ToDocument(this WeeksDocument weeks, string tenant, string channelId) => new()
    {
        Partition = Keys.ChannelPartition(tenant, channelId),
        Id = WeeksDocument.Kind,
        Kind = WeeksDocument.Kind,
        TimeToLive = Retention.History,
        Body = JsonSerializer.Serialize(weeks, BotJson.Default.WeeksDocument),
    };

    public static Document ToDocument(this DealNewsDocument news, string id) => new()
    {
        Partition = Keys.DealPartition(news.Tenant, news.DealId),
        Id = id,
        Kind = DealNewsDocument.Kind,
        DueAt = news.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(news, BotJson.Default.DealNewsDocument),
    };

    public static Document ToDocument(this DigestUpdateDocument update) => new()
    {
        Partition = Keys.ChannelPartition(update.Tenant, update.ChannelId),
        Id = Keys.DigestUpdate,
        Kind = DigestUpdateDocument.Kind,
        DueAt = update.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(update, BotJson.Default.DigestUpdateDocument),
    };

    public static Document ToDocument(this HeadsUpPlanDocument plan) => new()
    {
        Partition = Keys.ChannelPartition(plan.Tenant, plan.ChannelId),
        Id = Keys.HeadsUpPlan,
        Kind = HeadsUpPlanDocument.Kind,
        DueAt = plan.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(plan, BotJson.Default.HeadsUpPlanDocument),
    };

    public static Document ToDocument(this HeadsUpDocument headsUp, string id) => new()
    {
        Partition = Keys.PersonPartition(headsUp.Tenant, headsUp.ObjectId),
        Id = id,
        Kind = HeadsUpDocument.Kind,
        DueAt = headsUp.Delivery.DueAt,
        TimeToLive = Retention.Delivery,
        Body = JsonSerializer.Serialize(headsUp, BotJson.Default.HeadsUpDocument),
    };
}
