using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;

namespace FollowUpBot.Bot.Mends;

/// <summary>
/// Moves, mutes and what takes them back, by button or by word. Each is one batch with its line in the audit trail, durable before anybody
/// is told of it.
/// </summary>
public sealed class MendLedger(IDocumentStore store)
{
    /// <returns>Null when there is no such deal.</returns>
    public Task<Stored<Deal>?> FindAsync(string tenant, string dealId, CancellationToken cancellationToken) =>
        store.FindAsync(Keys.DealPartition(tenant, dealId), Keys.Deal, BotJson.Default.Deal, cancellationToken);

    public Task<MendResult> MendAsync(string tenant, Stored<Deal> deal, Mend mend, Mender by, CancellationToken cancellationToken) => mend switch
    {
        _ when deal.Value.Facts.Status != DealStatus.Open => Task.FromResult<MendResult>(new MendResult.Refused(MendWords.ClosedInCrm)),
        Mend.Mute { Until: var until } => MuteAsync(tenant, deal, new Mute(by.Now, until, by.By), by, cancellationToken),
        Mend.Move { What: var move } => MoveAsync(tenant, deal, move, by, cancellationToken),
        _ => throw new NotSupportedException($"No rule for {mend.GetType().Name}."),
    };

    /// <summary>Takes back the last move or mute that stands.</summary>
    public Task<MendResult> UndoAsync(string tenant, Stored<Deal> deal, Mender by, CancellationToken cancellationToken) => deal.Value.LastMend is null
        ? Task.FromResult<MendResult>(new MendResult.Refused(MendWords.NothingToUndo))
        : SaveAsync(tenant, deal, deal.Value.TakeBackMend(by.Now), "mend undone", MendWords.TakenBack(deal.Value.Facts.Name), by, cancellationToken);

    private Task<MendResult> MoveAsync(string tenant, Stored<Deal> deal, DealMove move, Mender by, CancellationToken cancellationToken) =>
        DealMoves.Move(deal.Value.State, move, by.By, by.Now, by.Today) switch
        {
            MoveResult.Moved { State: var state } => SaveAsync(
                tenant, deal, deal.Value.Move(state), $"moved to {state.Phase}", MendWords.Moved(deal.Value.Facts.Name, state), by, cancellationToken),
            MoveResult.Refused { Fault: var fault } => Task.FromResult<MendResult>(new MendResult.Refused(MendWords.Refused(fault, deal.Value.State.Phase))),
            var other => throw new NotSupportedException($"No rule for {other.GetType().Name}."),
        };

    private Task<MendResult> MuteAsync(string tenant, Stored<Deal> deal, Mute mute, Mender by, CancellationToken cancellationToken) =>
        Mute.MayEnd(mute.Until, by.Today)
            ? SaveAsync(tenant, deal, deal.Value.Silence(mute), "muted", MendWords.Muted(deal.Value.Facts.Name, mute.Until), by, cancellationToken)
            : Task.FromResult<MendResult>(new MendResult.Refused(MendWords.MuteEnds));

    private async Task<MendResult> SaveAsync(
        string tenant, Stored<Deal> old, Deal deal, string what, string told, Mender by, CancellationToken cancellationToken)
    {
        var partition = Keys.DealPartition(tenant, deal.Id);
        var line = new EventDocument(by.Now, by.By.Value, what, $"{Standing(old.Value)} -> {Standing(deal)}");
        var about = string.Create(CultureInfo.InvariantCulture, $"{what}:{deal.Version}");
        DocumentWrite[] writes =
        [
            deal.ToDocument(tenant).Over(old),
            DealNews.Of(deal, tenant, by.Now, about),
            StoredForms.Audit(partition, line, about),
        ];
        return await store.BatchAsync(partition, writes, cancellationToken) is BatchResult.Committed committed
            ? new MendResult.Done(new Stored<Deal>(deal, committed.ETags[0]), told)
            : new MendResult.Overtaken();
    }

    /// <summary>From what to what, without a word of what was typed.</summary>
    private static string Standing(Deal deal) => string.Create(
        CultureInfo.InvariantCulture, $"version {deal.Version}, {deal.State.Phase} until {deal.State.Until?.ToString() ?? "further notice"}, mutes {deal.History.Mutes.Count(mute => mute.EndedAt is null)}");
}
