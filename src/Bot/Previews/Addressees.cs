using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Previews;

/// <summary>Whom a conversation is with, or a document for: a channel or a person, with name and zone.</summary>
public sealed class Addressees
{
    private const int LongestText = 140;

    private readonly Dictionary<string, Addressee> conversations = [];
    private readonly Dictionary<string, Addressee> partitions = [];
    private readonly Dictionary<(string, string), Addressee> documents = [];
    private readonly DateTimeZone usual;

    private Addressees(DateTimeZone usual) => this.usual = usual;

    /// <summary>From the channels of a tenant with their members and managers, and from the reminders that were looked at.</summary>
    public static async Task<Addressees> ReadAsync(IServiceProvider services, string tenant, PreviewLog log, CancellationToken cancellationToken)
    {
        var (store, directory) = (services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<PeopleDirectory>());
        var found = new Addressees(directory.ZoneOf(null));
        await foreach (var channel in store.AllOwnedAsync(Keys.Channels(tenant), ChannelDocument.Kind, BotJson.Default.ChannelDocument))
        {
            found.Add(channel.Value);
            foreach (var person in channel.Value.Roster.Select(member => member.ObjectId).Concat(channel.Value.Managers).Append(channel.Value.SetUpBy ?? "").Distinct())
                await found.AddAsync(directory, tenant, person, cancellationToken);
        }

        foreach (var (partition, id) in log.Touched)
        {
            if (await store.GetAsync(partition, id, cancellationToken) is { Document.Kind: ReminderDocument.Kind } stored)
                found.documents[(partition, id)] = await found.AddAsync(directory, tenant, stored.As(BotJson.Default.ReminderDocument).Value.Meeting.Rep.Value, cancellationToken);
        }

        return found;
    }

    public IEnumerable<PreviewLine> Lines(IEnumerable<PreviewPost> posts) =>
        from post in posts
        let to = conversations.GetValueOrDefault(post.To.ConversationId) ?? new Addressee(PreviewLineText.Somebody, usual, ChannelId: null, Person: null)
        let text = string.Join(' ', (post.Message.Summary ?? post.Message.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        select new PreviewLine(post.At, to.Zone, to.Name, to.ChannelId, to.Person, text.Length > LongestText ? $"{text[..LongestText]}…" : text, WhyNot: null);

    public IEnumerable<PreviewLine> Lines(IEnumerable<PreviewGap> gaps) =>
        from gap in gaps
        let to = documents.GetValueOrDefault((gap.Of.Partition, gap.Of.Id)) ?? partitions.GetValueOrDefault(gap.Of.Partition) ?? new Addressee(PreviewLineText.Somebody, usual, ChannelId: null, Person: null)
        let reason = gap.Reason.TrimEnd('.')
        let why = gap.Until is { } later ? PreviewLineText.WaitsUntil.With(reason, Spoken.ShortMoment(later.InZone(to.Zone))) : PreviewLineText.Because.With(reason)
        select new PreviewLine(gap.At, to.Zone, to.Name, to.ChannelId, to.Person, "", why);

    private void Add(ChannelDocument channel)
    {
        var addressee = new Addressee(LostDigestWords.Channel(channel.ShownName), DateTimeZoneProviders.Tzdb[channel.ZoneId], channel.ChannelId, Person: null);
        conversations[channel.Place.ConversationId] = addressee;
        partitions[Keys.ChannelPartition(channel.Tenant, channel.ChannelId)] = addressee;
    }

    private async Task<Addressee> AddAsync(PeopleDirectory directory, string tenant, string name, CancellationToken cancellationToken)
    {
        var person = RepId.TryParse(name, out var rep) ? await directory.FindAsync(tenant, rep, cancellationToken) : null;
        var addressee = new Addressee(person?.Name ?? name, directory.ZoneOf(person), ChannelId: null, person?.ObjectId ?? name);
        if (person?.Chat is { } chat)
            conversations[chat.ConversationId] = addressee;
        if (person is not null)
            partitions[Keys.PersonPartition(tenant, person.ObjectId)] = addressee;
        return addressee;
    }

    private sealed record Addressee(string Name, DateTimeZone Zone, string? ChannelId, string? Person);
}
