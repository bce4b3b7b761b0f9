using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>
/// Brings a deal's follow-up to its rep once more: the one that still waits, or a new one without a meeting behind it. It is answered,
/// stored and undone like every follow-up. While one is open, nobody is asked a second time.
/// </summary>
public sealed class AskLedger(IDocumentStore store)
{
    private const int MostReminders = 200;

    /// <summary>The follow-up that was brought to the rep and is still open; null when none is.</summary>
    public async Task<Stored<ReminderDocument>?> OpenAskAsync(string tenant, string dealId, CancellationToken cancellationToken) =>
        (await WaitingAsync(tenant, dealId, cancellationToken)).FirstOrDefault(reminder => reminder.Value.Ask is not null);

    /// <summary>The rep opens the form by themselves; the card that shows it is the one they look at.</summary>
    /// <returns>Null when somebody else was first.</returns>
    public async Task<ReminderDocument?> OpenAsync(string tenant, Stored<Deal> deal, Mender by, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(tenant, deal.Value.Id, cancellationToken);
        var old = waiting.FirstOrDefault(reminder => reminder.Value.Ask is not null) ?? (waiting.Count > 0 ? waiting[^1] : null);
        if (old is { Value: { Ask: not null, Delivery.State: DeliveryState.Sent } open })
            return open;
        var ask = new Ask(By: null, ByName: null, Place: null, by.Now);
        var start = old?.Value ?? New(tenant, deal.Value, ask, by.Now);
        var opened = start with { Ask = start.Ask ?? ask, Delivery = start.Delivery.Arrived(activityId: null), Version = start.Version + 1 };
        return await SaveAsync(deal, deal.Value.Ask(deal.Value.AskedAt), opened, old, "opened", by, cancellationToken) ? opened : null;
    }

    /// <param name="delivery">From how it stands to how it goes on; the start for a new one is a delivery that is due now.</param>
    /// <returns>What is stored now: the follow-up that was on its way already, or the one that is now. Null when somebody else was first.</returns>
    public async Task<ReminderDocument?> AskAsync(
        string tenant, Stored<Deal> deal, Ask ask, Func<Delivery, Delivery> delivery, Mender by, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(tenant, deal.Value.Id, cancellationToken);
        if (waiting.FirstOrDefault(reminder => IsOnItsWay(reminder.Value)) is { } already)
            return already.Value;
        var old = waiting.Count > 0 ? waiting[^1] : null;
        var start = old?.Value ?? New(tenant, deal.Value, ask, by.Now);
        var asked = start with { Ask = ask with { Number = start.Ask?.Number }, Delivery = delivery(start.Delivery), RepChoseTime = false, Version = start.Version + 1 };
        return await SaveAsync(deal, deal.Value.Ask(by.Now), asked, old, "asked for the next step", by, cancellationToken) ? asked : null;
    }

    /// <summary>The manager does not want to know any more.</summary>
    /// <returns>False when there is nothing to withdraw, or somebody else was first.</returns>
    public async Task<bool> WithdrawAsync(string tenant, Stored<Deal> deal, Mender by, CancellationToken cancellationToken)
    {
        if (await OpenAskAsync(tenant, deal.Value.Id, cancellationToken) is not { Value: var asked } old)
            return false;
        var withdrawn = asked.Ask?.Number is null
            ? asked with { Ask = null, Delivery = asked.Delivery.Arrived(activityId: null), Version = asked.Version + 1 }
            : asked.Stop(ReminderEnd.Withdrawn);
        return await SaveAsync(deal, deal.Value.WithdrawAsk(), withdrawn, old, "question withdrawn", by, cancellationToken);
    }

    /// <summary>Asked already, or about to be; a rep who chose a later moment is not hurried.</summary>
    private static bool IsOnItsWay(ReminderDocument reminder) => reminder.Ask?.By is not null || reminder.Delivery.State is DeliveryState.Scheduled or DeliveryState.Sending;

    private async Task<IReadOnlyList<Stored<ReminderDocument>>> WaitingAsync(string tenant, string dealId, CancellationToken cancellationToken)
    {
        var page = await store.InPartitionAsync(Keys.DealPartition(tenant, dealId), ReminderDocument.Kind, continuation: null, MostReminders, cancellationToken);
        return [.. page.Documents.Select(stored => stored.As(BotJson.Default.ReminderDocument)).Where(reminder => reminder.Value.IsOpen).OrderBy(reminder => reminder.Value.Meeting.End)];
    }

    private static ReminderDocument New(string tenant, Deal deal, Ask ask, Instant now)
    {
        var number = deal.Version + 1;
        var buyers = deal.History.Buyers.Reverse().Select(buyer => new Buyer(buyer.Name, buyer.Role)).ToList();
        return new ReminderDocument
        {
            Tenant = tenant,
            DealId = deal.Id,
            Meeting = new Meeting(
                string.Create(CultureInfo.InvariantCulture, $"ask-{number}"), Revision: 0, deal.Id, deal.Facts.Owner, buyers, MeetingKind.Call, now, now, Title: null, Note: null, Cancelled: false),
            Delivery = Delivery.Schedule(now),
            Interview = Known(deal.FollowUp),
            Ask = ask with { Number = number },
        };
    }

    /// <summary>What the rep has told before is not asked again.</summary>
    private static InterviewState Known(FollowUp? said) => said is null ? InterviewState.Start : InterviewState.Start with
    {
        Reason = said.HasBuyersReason ? new ReasonAnswer(said.Reason) : null,
        ReaskedReason = said.HasBuyersReason,
        Urgency = said.Urgency.Level == UrgencyLevel.Unknown ? null : said.Urgency,
        DriverText = said.Urgency.Driver,
        UrgencyFrom = said.UrgencyFrom,
        NeededBy = said.NeededBy,
    };

    private async Task<bool> SaveAsync(
        Stored<Deal> oldDeal, Deal deal, ReminderDocument reminder, Stored<ReminderDocument>? old, string what, Mender by, CancellationToken cancellationToken)
    {
        var line = new EventDocument(by.Now, by.By.Value, what, $"{old?.Value.Delivery.State.ToString() ?? "none"} -> {reminder.Delivery.State}");
        var about = string.Create(CultureInfo.InvariantCulture, $"{what}:{deal.Version}");
        var writes = new List<DocumentWrite>
        {
            deal.ToDocument(reminder.Tenant).Over(oldDeal),
            reminder.ToDocument().Over(old),
            DealNews.Of(deal, reminder.Tenant, by.Now, about),
            StoredForms.Audit(reminder.Partition, line, about),
        };
        if (old?.Value.Delivery.ActivityId is not null)
            writes.Add(CardUpdate.Of(reminder, by.Now));
        return await store.BatchAsync(reminder.Partition, writes, cancellationToken) is BatchResult.Committed;
    }
}
