using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Documents;

/// <summary>
/// The form in which each class of document is stored: its partition and id, whose it is, when it is due, and how long it lives
/// (all in one table in docs/storage.md).
/// </summary>
public static class StoredForms
{
    public static Document ToDocument(this Deal deal, string tenant) =>
        Of(Keys.DealPartition(tenant, deal.Id), Keys.Deal, Keys.Deal, deal, BotJson.Default.Deal) with
        {
            Owner = OwnerOf(deal, tenant),
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this Meeting meeting, string tenant) =>
        Of(Keys.DealPartition(tenant, meeting.DealId), Keys.Meeting(meeting.Id), Keys.MeetingKind, meeting, BotJson.Default.Meeting) with
        {
            Owner = Keys.PastOwner(tenant, meeting.Rep),
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this ReminderDocument reminder) =>
        Of(reminder.Partition, reminder.Id, ReminderDocument.Kind, reminder, BotJson.Default.ReminderDocument) with
        {
            Owner = reminder.IsOpen ? Keys.Owner(reminder.Tenant, reminder.Meeting.Rep) : Keys.PastOwner(reminder.Tenant, reminder.Meeting.Rep),
            DueAt = reminder.Delivery.DueAt,
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this PersonDocument person) =>
        Of(Keys.PersonPartition(person.Tenant, person.ObjectId), Keys.Person, PersonDocument.Kind, person, BotJson.Default.PersonDocument) with
        {
            TimeToLive = person.Chat is null ? Retention.AfterRemoval : null,
            DueAt = person.AskAt,
        };

    /// <param name="isLeaving">The person has removed the app.</param>
    public static Document ToDocument(this AliasDocument alias, string tenant, RepId name, bool isLeaving) =>
        Of(Keys.AliasPartition(tenant, name), Keys.Alias, AliasDocument.Kind, alias, BotJson.Default.AliasDocument) with
        {
            TimeToLive = isLeaving ? Retention.AfterRemoval : null,
        };

    public static Document ToDocument(this ChannelDocument channel) =>
        Of(Keys.ChannelPartition(channel.Tenant, channel.ChannelId), Keys.Channel, ChannelDocument.Kind, channel, BotJson.Default.ChannelDocument) with
        {
            Owner = Keys.Channels(channel.Tenant),
            DueAt = channel.NextAt,
        };

    public static Document ToDocument(this TeamDocument team, string tenant, string teamId) =>
        Of(Keys.TeamPartition(tenant, teamId), Keys.Team, TeamDocument.Kind, team, BotJson.Default.TeamDocument) with
        {
            Owner = RepId.TryParse(team.InstalledBy, out var installer) ? Keys.PastOwner(tenant, installer) : null,
        };

    public static Document ToDocument(this NoticeDocument notice, string id) =>
        Of(Keys.PersonPartition(notice.Tenant, notice.ObjectId), id, NoticeDocument.Kind, notice, BotJson.Default.NoticeDocument) with
        {
            DueAt = notice.Delivery.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this AttentionDocument day) =>
        Of(Keys.PersonPartition(day.Tenant, day.ObjectId), Keys.Attention(day.Day), AttentionDocument.Kind, day, BotJson.Default.AttentionDocument) with
        {
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this RoundDocument round) =>
        Of(Keys.PersonPartition(round.Tenant, round.ObjectId), Keys.Round, RoundDocument.Kind, round, BotJson.Default.RoundDocument) with
        {
            DueAt = round.NextAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this AppointmentDocument appointment, string id) =>
        Of(Keys.DealPartition(appointment.Tenant, appointment.DealId), id, AppointmentDocument.Kind, appointment, BotJson.Default.AppointmentDocument) with
        {
            DueAt = appointment.Delivery.DueAt,
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this StuckDocument stuck, string partition, string id) =>
        Of(partition, id, StuckDocument.Kind, stuck, BotJson.Default.StuckDocument) with
        {
            Owner = Keys.StuckOwner,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this CardUpdateDocument update, string partition, string id) =>
        Of(partition, id, CardUpdateDocument.Kind, update, BotJson.Default.CardUpdateDocument) with
        {
            DueAt = update.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this InboxDocument inbox, string partition, string id) =>
        Of(partition, id, InboxDocument.Kind, inbox, BotJson.Default.InboxDocument) with { TimeToLive = Retention.Delivery };

    public static Document ToDocument(this TombstoneDocument tombstone, string partition) =>
        Of(partition, Keys.Tombstone, TombstoneDocument.Kind, tombstone, BotJson.Default.TombstoneDocument) with
        {
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this TakenDocument taken, string partition) =>
        Of(partition, Keys.Taken, TakenDocument.Kind, taken, BotJson.Default.TakenDocument) with { TimeToLive = Retention.Repetition };

    public static Document ToDocument(this LinkKeyDocument key) =>
        Of(Keys.LinkKeyPartition, LinkKeyDocument.Kind, LinkKeyDocument.Kind, key, BotJson.Default.LinkKeyDocument);

    public static Document ToDocument(this DigestDocument digest, string id) =>
        Of(Keys.ChannelPartition(digest.Tenant, digest.ChannelId), id, DigestDocument.Kind, digest, BotJson.Default.DigestDocument) with
        {
            DueAt = digest.Delivery.DueAt,
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this LostDigestDocument lost, string id) =>
        Of(Keys.ChannelPartition(lost.Tenant, lost.ChannelId), id, LostDigestDocument.Kind, lost, BotJson.Default.LostDigestDocument) with
        {
            DueAt = lost.Delivery.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this WeeksDocument weeks, string tenant, string channelId) =>
        Of(Keys.ChannelPartition(tenant, channelId), WeeksDocument.Kind, WeeksDocument.Kind, weeks, BotJson.Default.WeeksDocument) with
        {
            TimeToLive = Retention.History,
        };

    public static Document ToDocument(this DealNewsDocument news, string id) =>
        Of(Keys.DealPartition(news.Tenant, news.DealId), id, DealNewsDocument.Kind, news, BotJson.Default.DealNewsDocument) with
        {
            DueAt = news.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this DigestUpdateDocument update) =>
        Of(Keys.ChannelPartition(update.Tenant, update.ChannelId), Keys.DigestUpdate, DigestUpdateDocument.Kind, update, BotJson.Default.DigestUpdateDocument) with
        {
            DueAt = update.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this HeadsUpPlanDocument plan) =>
        Of(Keys.ChannelPartition(plan.Tenant, plan.ChannelId), Keys.HeadsUpPlan, HeadsUpPlanDocument.Kind, plan, BotJson.Default.HeadsUpPlanDocument) with
        {
            DueAt = plan.DueAt,
            TimeToLive = Retention.Delivery,
        };

    public static Document ToDocument(this HeadsUpDocument headsUp, string id) =>
        Of(Keys.PersonPartition(headsUp.Tenant, headsUp.ObjectId), id, HeadsUpDocument.Kind, headsUp, BotJson.Default.HeadsUpDocument) with
        {
            DueAt = headsUp.Delivery.DueAt,
            TimeToLive = Retention.Delivery,
        };

    /// <summary>One line of the audit trail, to stand in the same batch as what it tells of.</summary>
    public static DocumentWrite Audit(string partition, EventDocument line, string about) => new DocumentWrite.Create(
        Of(partition, Keys.Event(line.At, about), EventDocument.Kind, line, BotJson.Default.EventDocument) with
        {
            Owner = RepId.TryParse(line.By, out var actor) ? Keys.PastOwner(partition[..partition.IndexOf('|', StringComparison.Ordinal)], actor) : null,
            TimeToLive = Retention.History,
        });

    /// <summary>Won deals are found by the tenant's medians, and by nothing else.</summary>
    private static string OwnerOf(Deal deal, string tenant) => deal switch
    {
        { IsOpen: true } => Keys.Owner(tenant, deal.Facts.Owner),
        { Facts.Status: DealStatus.Won } => Keys.Won(tenant),
        _ => Keys.PastOwner(tenant, deal.Facts.Owner),
    };

    private static Document Of<T>(string partition, string id, string kind, T value, JsonTypeInfo<T> type) => new()
    {
        Partition = partition,
        Id = id,
        Kind = kind,
        Body = JsonSerializer.Serialize(value, type),
    };
}
