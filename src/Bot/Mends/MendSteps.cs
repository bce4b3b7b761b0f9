using System.Globalization;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;

namespace FollowUpBot.Bot.Mends;

/// <summary>The steps that a manager and a rep have in common, by button. May they is decided before.</summary>
public static class MendSteps
{
    /// <summary>The card shows the deal as it was at another moment.</summary>
    public static bool IsStale(CardSubmission press, Deal deal) => press.Text(Fields.Version) != deal.Version.ToString(CultureInfo.InvariantCulture);

    /// <returns>What happened, or why nothing did.</returns>
    public static async Task<string> TakeAsync(this MendLedger ledger, string tenant, Stored<Deal> deal, CardSubmission press, Mender by, CancellationToken cancellationToken)
    {
        if (press.Verb == MendVerbs.Undo)
            return Told(await ledger.UndoAsync(tenant, deal, by, cancellationToken));
        return MendForms.Read(press, by.Today) is { } mend ? Told(await ledger.MendAsync(tenant, deal, mend, by, cancellationToken)) : MendWords.NotUnderstood;
    }

    public static string Told(MendResult result) => result switch
    {
        MendResult.Done done => done.Told,
        MendResult.Refused refused => refused.Why,
        _ => MendWords.ChangedMeanwhile,
    };
}
