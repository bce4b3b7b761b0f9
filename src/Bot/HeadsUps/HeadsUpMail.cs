using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>Posts a rep's heads-up into their own chat, at most once and in their working hours; nothing when none of their deals is stalled.</summary>
public sealed class HeadsUpMail(OwnStalls stalls, PeopleDirectory directory, ReminderSchedule schedule, Postman postman, IDocumentStore store) : IDueHandler
{
    public string Kind => HeadsUpDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.HeadsUpDocument);
        var (headsUp, delivery) = (due.Value, due.Value.Delivery);
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        var channel = await store.FindAsync(Keys.ChannelPartition(headsUp.Tenant, headsUp.ChannelId), Keys.Channel, BotJson.Default.ChannelDocument, cancellationToken);
        var allowed = schedule.Allowed(now, directory.CalendarOf(person));
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, delivery.Abandoned(until: null), cancellationToken);
        else if (channel is null || allowed >= headsUp.CardAt)
            await SaveAsync(stored, due, delivery.Cancel("Too late, or the channel has no digest any more."), cancellationToken);
        else if (person?.Chat is not { } chat)
            await SaveAsync(stored, due, delivery.CannotReach("The rep has not installed the app."), cancellationToken);
        else if (allowed > now)
            await SaveAsync(stored, due, delivery with { DueAt = allowed }, cancellationToken);
        else if (await stalls.OfAsync(person, channel.Value.Settings, now, cancellationToken) is { Count: > 0 } stalled)
            await postman.SendAsync(Letter(stored, due, chat, HeadsUpCard.Of(stalled, 0, new HeadsUpReason(channel.Value.ShownName, headsUp.CardAt), directory.ZoneOf(person)), stalled, now), cancellationToken);
        else
            await SaveAsync(stored, due, delivery.Cancel("No deal was stalled."), cancellationToken);
    }

    private static Outgoing<HeadsUpDocument> Letter(
        StoredDocument stored, Stored<HeadsUpDocument> due, ConversationReference chat, Card card, IReadOnlyList<StalledDeal> stalled, Instant now)
    {
        var letter = due.Value with { Offered = [.. stalled.Select(each => each.Deal.Id)], OfferedAt = now };
        return new Outgoing<HeadsUpDocument>(letter, due.ETag, stored.Document.Id, chat, Message.Of(card, card.FallbackText), Calendar: null);
    }

    private Task<Stored<HeadsUpDocument>?> SaveAsync(StoredDocument stored, Stored<HeadsUpDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, stored.Document.Id, cancellationToken);
}
