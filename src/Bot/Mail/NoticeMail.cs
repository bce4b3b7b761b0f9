using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>Posts a rep's lists, each at most once: the morning's, and the first questions about several meetings.</summary>
public sealed class NoticeMail(IDocumentStore store, PeopleDirectory directory, AttentionGate gate, Postman postman) : IDueHandler
{
    private static readonly Duration Daily = Duration.FromDays(1);

    public string Kind => NoticeDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.As(BotJson.Default.NoticeDocument);
        var delivery = due.Value.Delivery;
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        if (delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, delivery.Abandoned(until: null), cancellationToken);
        else if (person?.Chat is not { } chat)
            await SaveAsync(stored, due, delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
        else if (await NamedAsync(due.Value, person, stored.Document.Id, now, cancellationToken) is var named && named.Count == 1 && due.Value.AsksFirst)
            await SaveAsync(stored, due, delivery.Cancel(DeliveryText.OneIsLeft), cancellationToken);
        else if (named.Count > 0)
            await RuledAsync(stored, due, person, chat, named, now, cancellationToken);
        else
            await SaveAsync(stored, due, delivery.Cancel(DeliveryText.AllSettled), cancellationToken);
    }

    private async Task RuledAsync(
        StoredDocument stored, Stored<NoticeDocument> due, PersonDocument person, ConversationReference chat, IReadOnlyList<NamedFollowUp> named, Instant now,
        CancellationToken cancellationToken)
    {
        var delivery = due.Value.Delivery;
        var kind = due.Value.AsksFirst ? ApproachKind.SeveralReminders : ApproachKind.MorningList;
        switch (await gate.AskAsync(person, new Approach(kind, stored.Document.Id, delivery.Round, DealId: null), now, cancellationToken))
        {
            case Ruling.Go:
                await postman.SendAsync(Letter(stored, due, chat, named), cancellationToken);
                break;
            case Ruling.Wait wait:
                await SaveAsync(stored, due, delivery with { DueAt = wait.Until }, cancellationToken);
                break;
            case Ruling.Hold when due.Value.AsksFirst:
                await SaveAsync(stored, due, delivery.Cancel(DeliveryText.NoMessages), cancellationToken);
                break;
            default:
                await SaveAsync(stored, due, delivery with { DueAt = now + Daily }, cancellationToken);
                break;
        }
    }

    private static Outgoing<NoticeDocument> Letter(
        StoredDocument stored, Stored<NoticeDocument> due, ConversationReference chat, IReadOnlyList<NamedFollowUp> named)
    {
        var letter = due.Value with { Named = [.. named.Select(each => new ReminderPointer(each.Reminder.DealId, each.Reminder.Id))] };
        var card = due.Value.AsksFirst ? NoticeCard.SeveralMeetings(named) : NoticeCard.Morning(named);
        return new Outgoing<NoticeDocument>(letter, due.ETag, stored.Document.Id, chat, Message.Of(card, card.FallbackText), Calendar: null);
    }

    /// <summary>What the list names if it goes now, what is in doubt first.</summary>
    private async Task<IReadOnlyList<NamedFollowUp>> NamedAsync(
        NoticeDocument notice, PersonDocument person, string id, Instant now, CancellationToken cancellationToken)
    {
        List<ReminderDocument> open = [.. (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value)];
        var calendar = directory.CalendarOf(person);
        var isBackedOff = NudgeRule.IsBackedOff(open, calendar, now);
        var wanted = notice.AsksFirst
            ? open.Where(reminder => reminder.ListId == id && reminder.Delivery.State == DeliveryState.Scheduled)
            : open.Where(reminder => IsDoubtful(reminder, id)).Concat(open.Where(reminder =>
                NudgeRule.IsTurn(reminder, calendar, now, isBackedOff) && person.Preferences.MuteOf(reminder.DealId, now) is null));
        var named = new List<NamedFollowUp>();
        foreach (var reminder in wanted.OrderBy(reminder => IsDoubtful(reminder, id) ? 0 : 1).ThenBy(reminder => reminder.Meeting.End).Take(NoticeCard.MostRows))
        {
            if (await store.FindAsync(reminder.Partition, Keys.Deal, BotJson.Default.Deal, cancellationToken) is { } deal)
                named.Add(new NamedFollowUp(reminder, deal.Value, IsDoubtful(reminder, id)));
        }

        return named;
    }

    private static bool IsDoubtful(ReminderDocument reminder, string noticeId) =>
        reminder is { Delivery.State: DeliveryState.Uncertain } && reminder.NoticeId == noticeId;

    private Task<Stored<NoticeDocument>?> SaveAsync(StoredDocument stored, Stored<NoticeDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, stored.Document.Id, cancellationToken);
}
