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
        var due = stored.AsDue<HeadsUpDocument>();
        var (headsUp, delivery) = (due.Letter, due.Delivery);
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        var channel = await store.FindAsync(Keys.ChannelPartition(headsUp.Tenant, headsUp.ChannelId), Keys.Channel, BotJson.Default.ChannelDocument, cancellationToken);
        if (delivery.State == DeliveryState.Sending)
            await postman.SaveAsync(due, delivery.Abandoned(until: null), cancellationToken);
        else if (channel is null || now >= headsUp.CardAt)
            await postman.SaveAsync(due, delivery.Cancel(DeliveryText.TooLate), cancellationToken);
        else if (person?.Chat is not { } chat)
            await postman.SaveAsync(due, delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
        else if (await stalls.ForAsync(person, channel.Value, now, cancellationToken) is { Count: > 0 } stalled)
            await RuledAsync(due, person, Ready(due, chat, CardOf(stalled, channel.Value, headsUp, person), stalled, now), now, cancellationToken);
        else
            await postman.SaveAsync(due, delivery.Cancel(DeliveryText.NothingStalled), cancellationToken);
    }

    private async Task RuledAsync(
        DueLetter<HeadsUpDocument> due, PersonDocument person, Outgoing<HeadsUpDocument> ready, Instant now, CancellationToken cancellationToken)
    {
        var delivery = due.Delivery;
        var ruling = await gate.AskAsync(
            person, new Approach(ApproachKind.HeadsUp, due.Id, delivery.Round, DealId: null) { Expires = due.Letter.CardAt }, now, cancellationToken);
        if (ruling is Ruling.Go)
        {
            await postman.SendAsync(ready, cancellationToken);
            return;
        }

        var otherwise = ruling is Ruling.Drop { Reason: AttentionReason.Stopped or AttentionReason.Paused }
            ? delivery.CannotReach(DeliveryText.NoMessagesBeforeCard)
            : delivery.Cancel(DeliveryText.NoMomentBeforeCard);
        await postman.SaveAsync(due, ruling.PutOff(delivery, otherwise), cancellationToken);
    }

    private Card CardOf(IReadOnlyList<StalledDeal> stalled, ChannelDocument channel, HeadsUpDocument headsUp, PersonDocument person) =>
        HeadsUpCard.Of(stalled, from: 0, new HeadsUpReason(channel.ShownName, headsUp.CardAt), directory.ZoneOf(person));

    private static Outgoing<HeadsUpDocument> Ready(
        DueLetter<HeadsUpDocument> due, ConversationReference chat, Card card, IReadOnlyList<StalledDeal> stalled, Instant now)
    {
        var letter = due.Letter with { Offered = [.. stalled.Select(each => each.Deal.Id)], OfferedAt = now };
        return (due with { Letter = letter }).To(chat, Message.Of(card, card.FallbackText));
    }
}
