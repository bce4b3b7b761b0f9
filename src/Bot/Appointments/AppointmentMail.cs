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
        var due = stored.AsDue<AppointmentDocument>();
        var (reminder, deal) = await store.FindAsync(
            stored.Document.Partition, (due.Letter.ReminderId, BotJson.Default.ReminderDocument), (Keys.Deal, BotJson.Default.Deal), cancellationToken);
        if (due.Delivery.State == DeliveryState.Sending)
            await postman.SaveAsync(due, due.Delivery.Abandoned(until: null), cancellationToken);
        else if (reminder is null || deal is null || WhyNot(due.Letter, reminder.Value, deal.Value, now) is not null)
            await postman.SaveAsync(due, due.Delivery.Cancel(WhyNot(due.Letter, reminder?.Value, deal?.Value, now) ?? ""), cancellationToken);
        else
            await TrySendAsync(due, reminder.Value, deal.Value, now, cancellationToken);
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

    private async Task TrySendAsync(DueLetter<AppointmentDocument> due, ReminderDocument reminder, Deal deal, Instant now, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(due.Letter.Tenant, reminder.Meeting.Rep, cancellationToken) is not { Chat: { } chat } person)
        {
            await postman.SaveAsync(due, due.Delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
            return;
        }

        var ruling = await gate.AskAsync(person, ApproachOf(due.Letter, due.Id), now, cancellationToken);
        if (ruling is not Ruling.Go)
        {
            await postman.SaveAsync(due, ruling.PutOff(due.Delivery, due.Delivery.Cancel(DeliveryText.NoMessagesThen)), cancellationToken);
            return;
        }

        if (due.Letter.Moment == AppointmentMoment.After)
            await ExpectAsync(person, reminder.Pointer, cancellationToken);
        await postman.SendAsync(due.To(chat, MessageOf(due.Letter.Moment, reminder, deal, now)), cancellationToken);
    }

    private static Approach ApproachOf(AppointmentDocument due, string id) => due.Moment == AppointmentMoment.Before
        ? new Approach(ApproachKind.PrepCard, id, due.Delivery.Round, due.DealId) { Expires = due.StepAt }
        : new Approach(ApproachKind.Outcome, id, due.Delivery.Round, due.DealId);

    private static Activity MessageOf(AppointmentMoment moment, ReminderDocument reminder, Deal deal, Instant now)
    {
        var card = moment == AppointmentMoment.Before ? PrepCard.Of(deal, reminder.Meeting.BuyersFirstName, now) : OutcomeCard.Of(reminder, deal);
        return Message.Of(card, card.FallbackText);
    }

    /// <summary>What they type next may be the answer. Said before it is sent: an answer to a question that never came does no harm.</summary>
    private Task ExpectAsync(PersonDocument person, ReminderPointer pointer, CancellationToken cancellationToken) => introductions.ChangeAsync(
        person,
        known => known with { AskedAbout = [.. known.AskedAbout.Where(other => other != pointer).Append(pointer).TakeLast(MostQuestions)] },
        cancellationToken);
}
