using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.HeadsUps;

/// <summary>Posts a rep's heads-up into their own chat, at most once and in their working hours; nothing when none of their deals is stalled.</summary>
public sealed class HeadsUpMail(OwnStalls stalls, PeopleDirectory directory, AttentionGate gate, Postman postman, IDocumentStore store) : IDueHandler
{
    public string Kind => HeadsUpDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.HeadsUpDocument);
        var (headsUp, delivery) = (due.Value, due.Value.Delivery);
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        var channel = await store.FindAsync(Keys.ChannelPartition(headsUp.Tenant, headsUp.ChannelId), Keys.Channel, BotJson.Default.ChannelDocument, cancellationToken);
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, delivery.Abandoned(until: null), cancellationToken);
        else if (channel is null || now >= headsUp.CardAt)
            await SaveAsync(stored, due, delivery.Cancel(DeliveryText.TooLate), cancellationToken);
        else if (person?.Chat is not { } chat)
            await SaveAsync(stored, due, delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
        else if (await stalls.ForAsync(person, channel.Value, now, cancellationToken) is { Count: > 0 } stalled)
            await RuledAsync(stored, due, person, Letter(stored, due, chat, HeadsUpCard.Of(stalled, 0, new HeadsUpReason(channel.Value.ShownName, headsUp.CardAt), directory.ZoneOf(person)), stalled, now), now, cancellationToken);
        else
            await SaveAsync(stored, due, delivery.Cancel(DeliveryText.NothingStalled), cancellationToken);
    }

    private async Task RuledAsync(
        StoredDocument stored, Stored<HeadsUpDocument> due, PersonDocument person, Outgoing<HeadsUpDocument> letter, Instant now, CancellationToken cancellationToken)
    {
        var delivery = due.Value.Delivery;
        var approach = new Approach(ApproachKind.HeadsUp, stored.Document.Id, delivery.Round, DealId: null) { Expires = due.Value.CardAt };
        switch (await gate.AskAsync(person, approach, now, cancellationToken))
        {
            case Ruling.Go:
                await postman.SendAsync(letter, cancellationToken);
                break;
            case Ruling.Wait wait:
                await SaveAsync(stored, due, delivery with { DueAt = wait.Until }, cancellationToken);
                break;
            case Ruling.Drop { Reason: AttentionReason.Stopped or AttentionReason.Paused }:
                await SaveAsync(stored, due, delivery.CannotReach(DeliveryText.NoMessagesBeforeCard), cancellationToken);
                break;
            default:
                await SaveAsync(stored, due, delivery.Cancel(DeliveryText.NoMomentBeforeCard), cancellationToken);
                break;
        }
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
