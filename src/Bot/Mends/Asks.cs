using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.People;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>A manager asks for the next step: the rep gets a card in their own chat, in their working hours, once.</summary>
public sealed class Asks(AskLedger ledger, PeopleDirectory directory, ReminderSchedule schedule)
{
    /// <returns>What happened, in words for the manager.</returns>
    public async Task<string> AskAsync(
        ChannelDocument channel, MendRow row, ChannelAccount? manager, Mender by, CancellationToken cancellationToken)
    {
        var deal = row.Deal.Value;
        var person = await directory.FindAsync(channel.Tenant, deal.Facts.Owner, cancellationToken);
        var due = schedule.Allowed(by.Now, directory.CalendarOf(person));
        var ask = new Ask(by.By.Value, manager?.Name, channel.ShownName, by.Now);
        var asked = await ledger.AskAsync(channel.Tenant, row.Deal, ask, delivery => delivery.State == DeliveryState.Unreachable ? delivery : delivery.Postpone(due), by, cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[channel.ZoneId];
        return asked switch
        {
            null => MendWords.ChangedMeanwhile,
            { Ask.At: var at } when at != by.Now => MendWords.AskedAlready(row.OwnerName, at.InZone(zone)),
            { Ask: null, Delivery.DueAt: { } at } => MendWords.AboutToBeAsked(row.OwnerName, at.InZone(zone)),
            _ when person?.Chat is null => MendWords.AskedUnreached(row.OwnerName),
            _ => MendWords.AskedNow(row.OwnerName, due.InZone(zone)),
        };
    }

    /// <inheritdoc cref="AskAsync"/>
    public async Task<string> WithdrawAsync(string tenant, MendRow row, Mender by, CancellationToken cancellationToken) =>
        await ledger.WithdrawAsync(tenant, row.Deal, by, cancellationToken) ? MendWords.AskWithdrawn : MendWords.NothingToUndo;
}
