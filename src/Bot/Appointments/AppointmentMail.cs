using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Appointments;

/// <summary>Posts what a rep gets before and after an appointment, each at most once. A step that was moved, answered or closed since gets nothing.</summary>
public sealed class AppointmentMail(IDocumentStore store, PeopleDirectory directory, Introductions introductions, AttentionGate gate, Postman postman) : IDueHandler
{
    private const int MostQuestions = 20;

    public string Kind => AppointmentDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.AppointmentDocument);
        var (reminder, deal) = await store.FindAsync(
            stored.Document.Partition, (due.Value.ReminderId, BotJson.Default.ReminderDocument), (Keys.Deal, BotJson.Default.Deal), cancellationToken);
        var delivery = due.Value.Delivery;
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, delivery.Abandoned(until: null), cancellationToken);
        else if (reminder is null || deal is null || WhyNot(due.Value, reminder.Value, deal.Value, now) is not null)
            await SaveAsync(stored, due, delivery.Cancel(WhyNot(due.Value, reminder?.Value, deal?.Value, now) ?? ""), cancellationToken);
        else
            await TrySendAsync(stored, due, reminder.Value, deal.Value, now, cancellationToken);
    }

    /// <summary>What makes the message needless; null while it is wanted.</summary>
    private static string? WhyNot(AppointmentDocument due, ReminderDocument? reminder, Deal? deal, Instant now) => (reminder, deal) switch
    {
        (null, _) or (_, null) => DeliveryText.NoDeal,
        (_, { IsOpen: false }) => DeliveryText.DealClosed,
        ({ Outcome: not null } or not { End: ReminderEnd.Answered }, _) => DeliveryText.Answered,
        (_, { FollowUp: var said }) when said?.CapturedAt != due.SavedAt || said.NextStep?.At != due.StepAt => DeliveryText.LaterAnswer,
        (_, { LastMeetingAt: var met }) when met >= due.StepAt => DeliveryText.MetSince,
        _ when due.Moment == AppointmentMoment.Before && now >= due.StepAt => DeliveryText.HasBegun,
        _ => null,
    };

    private async Task TrySendAsync(
        StoredDocument stored, Stored<AppointmentDocument> due, ReminderDocument reminder, Deal deal, Instant now, CancellationToken cancellationToken)
    {
        var delivery = due.Value.Delivery;
        if (await directory.FindAsync(due.Value.Tenant, reminder.Meeting.Rep, cancellationToken) is not { Chat: { } chat } person)
        {
            await SaveAsync(stored, due, delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
            return;
        }

        switch (await gate.AskAsync(person, ApproachOf(due.Value, stored.Document.Id), now, cancellationToken))
        {
            case Ruling.Go:
                await SendAsync(stored, due, reminder, deal, person, chat, now, cancellationToken);
                break;
            case Ruling.Wait wait:
                await SaveAsync(stored, due, delivery with { DueAt = wait.Until }, cancellationToken);
                break;
            default:
                await SaveAsync(stored, due, delivery.Cancel(DeliveryText.NoMessagesThen), cancellationToken);
                break;
        }
    }

    private static Approach ApproachOf(AppointmentDocument due, string id) => due.Moment == AppointmentMoment.Before
        ? new Approach(ApproachKind.PrepCard, id, due.Delivery.Round, due.DealId) { Expires = due.StepAt }
        : new Approach(ApproachKind.Outcome, id, due.Delivery.Round, due.DealId);

    private async Task SendAsync(
        StoredDocument stored, Stored<AppointmentDocument> due, ReminderDocument reminder, Deal deal, PersonDocument person, ConversationReference chat, Instant now,
        CancellationToken cancellationToken)
    {
        if (due.Value.Moment == AppointmentMoment.After)
            await ExpectAsync(person, new ReminderPointer(reminder.DealId, reminder.Id), cancellationToken);
        var message = MessageOf(due.Value.Moment, reminder, deal, now);
        await postman.SendAsync(new Outgoing<AppointmentDocument>(due.Value, due.ETag, stored.Document.Id, chat, message, Calendar: null), cancellationToken);
    }

    private static Activity MessageOf(AppointmentMoment moment, ReminderDocument reminder, Deal deal, Instant now)
    {
        var card = moment == AppointmentMoment.Before ? PrepCard.Of(deal, reminder.Meeting.BuyersFirstName, now) : OutcomeCard.Of(reminder, deal);
        return Message.Of(card, card.FallbackText);
    }

    /// <summary>What they type next may be the answer. Said before it is sent: an answer to a question that never came does no harm.</summary>
    private Task ExpectAsync(PersonDocument person, ReminderPointer pointer, CancellationToken cancellationToken) => introductions.ChangeAsync(
        person.Tenant,
        person.ObjectId,
        known => known with { AskedAbout = [.. known.AskedAbout.Where(other => other != pointer).Append(pointer).TakeLast(MostQuestions)] },
        cancellationToken);

    private Task<Stored<AppointmentDocument>?> SaveAsync(StoredDocument stored, Stored<AppointmentDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, stored.Document.Id, cancellationToken);
}
