using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Meetings;

/// <summary>Takes logged calls and mails into their deal, each once, with the delivery's inbox document in the same batch.</summary>
public sealed class TouchIntake(IDocumentStore store)
{
    private const int MostTries = 10;

    /// <returns>Null when the deal is not known; that is noted as a mistake.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is known to be stored; the sender should try again.</exception>
    public async Task<IntakeAnswer?> LogAsync(
        FeedDelivery delivery, LoggedTouch logged, FieldErrors errors, Instant now, CancellationToken cancellationToken)
    {
        var partition = Keys.DealPartition(delivery.Tenant, logged.DealId);
        var touch = new Touch(logged.Id, logged.At, logged.Direction, logged.Channel, SeenAt: now);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(partition, Keys.Deal, BotJson.Default.Deal, cancellationToken) is not { } old)
            {
                errors.Add("deal", "is no known deal; send it first with PUT /api/deals/{id} or with a meeting.");
                return null;
            }

            if (old.Value.History.Touches.Any(known => known.Id == touch.Id))
                return new IntakeAnswer(IsRepeat: true, ReminderDue: null);
            DocumentWrite[] writes =
            [
                new DocumentWrite.Create(new InboxDocument(ReminderDue: null).ToDocument(partition, Keys.Inbox(delivery.Source, delivery.Id))),
                old.Value.Log(touch).ToDocument(delivery.Tenant).Over(old),
                StoredForms.Audit(partition, new EventDocument(now, delivery.Source, "call or mail", Detail: null), $"{delivery.Source}:{delivery.Id}"),
            ];
            switch (await store.BatchAsync(partition, writes, cancellationToken))
            {
                case BatchResult.Committed:
                    return new IntakeAnswer(IsRepeat: false, ReminderDue: null);
                case BatchResult.Refused { Index: 0 }:
                    return new IntakeAnswer(IsRepeat: true, ReminderDue: null);
            }
        }

        throw new StoreUnavailableException("The deal is being changed by too many deliveries at once.");
    }
}
