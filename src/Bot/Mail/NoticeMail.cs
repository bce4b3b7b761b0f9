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
        var due = stored.AsDue<NoticeDocument>();
        var delivery = due.Delivery;
        var person = (await store.FindAsync(stored.Document.Partition, Keys.Person, BotJson.Default.PersonDocument, cancellationToken))?.Value;
        if (delivery.State == DeliveryState.Sending)
            await postman.SaveAsync(due, delivery.Abandoned(until: null), cancellationToken);
        else if (person?.Chat is not { } chat)
            await postman.SaveAsync(due, delivery.CannotReach(DeliveryText.NoApp), cancellationToken);
        else if (await NamedAsync(due, person, now, cancellationToken) is var named && named.Count == 1 && due.Letter.AsksFirst)
            await postman.SaveAsync(due, delivery.Cancel(DeliveryText.OneIsLeft), cancellationToken);
        else if (named.Count > 0)
            await RuledAsync(due, person, chat, named, now, cancellationToken);
        else
            await postman.SaveAsync(due, delivery.Cancel(DeliveryText.AllSettled), cancellationToken);
    }

    private async Task RuledAsync(
        DueLetter<NoticeDocument> due, PersonDocument person, ConversationReference chat, IReadOnlyList<NamedFollowUp> named, Instant now, CancellationToken cancellationToken)
    {
        var (delivery, asksFirst) = (due.Delivery, due.Letter.AsksFirst);
        var kind = asksFirst ? ApproachKind.SeveralReminders : ApproachKind.MorningList;
        var ruling = await gate.AskAsync(person, new Approach(kind, due.Id, delivery.Round, DealId: null), now, cancellationToken);
        if (ruling is Ruling.Go)
        {
            await postman.SendAsync(Ready(due, chat, named), cancellationToken);
            return;
        }

        var otherwise = ruling is Ruling.Hold && asksFirst ? delivery.Cancel(DeliveryText.NoMessages) : delivery with { DueAt = now + Daily };
        await postman.SaveAsync(due, ruling.PutOff(delivery, otherwise), cancellationToken);
    }

    private static Outgoing<NoticeDocument> Ready(DueLetter<NoticeDocument> due, ConversationReference chat, IReadOnlyList<NamedFollowUp> named)
    {
        var letter = due.Letter with { Named = [.. named.Select(each => each.Reminder.Pointer)] };
        var card = letter.AsksFirst ? NoticeCard.SeveralMeetings(named) : NoticeCard.Morning(named);
        return (due with { Letter = letter }).To(chat, Message.Of(card, card.FallbackText));
    }

    /// <summary>What the list names if it goes now, what is in doubt first.</summary>
    private async Task<IReadOnlyList<NamedFollowUp>> NamedAsync(
        DueLetter<NoticeDocument> notice, PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        var id = notice.Id;
        List<ReminderDocument> open = [.. (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value)];
        var calendar = directory.CalendarOf(person);
        var isBackedOff = NudgeRule.IsBackedOff(open, calendar, now);
        var wanted = notice.Letter.AsksFirst
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
}
