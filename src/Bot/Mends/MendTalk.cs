using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.FollowUps;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>The moves of a deal in words, for the rep's own deals.</summary>
public sealed class MendTalk(MendLedger ledger, PeopleDirectory directory, IDocumentStore store)
{
    private const int NurtureDays = 30;
    private const int LongestEvidence = 300;

    /// <returns>The answer; null when no open deal of theirs fits the name.</returns>
    public async Task<string?> TakeAsync(Hand hand, MendRequest request, string text, CancellationToken cancellationToken)
    {
        var deals = await directory.OpenDealsOfAsync(hand.Person.Tenant, hand.Person.Names);
        var fitting = DealSearch.Find(deals, request.DealName);
        return fitting.Count switch
        {
            0 => null,
            1 => await TakeAsync(hand, fitting[0].Id, request, text, cancellationToken),
            _ => WhyWords.WhichDeal([.. fitting.Select(deal => deal.Facts.Name)]),
        };
    }

    /// <summary>When the person last moved or muted a deal of theirs, and which; null when nothing of it stands.</summary>
    public async Task<(Instant At, string DealId)?> LastAsync(PersonDocument person, CancellationToken cancellationToken)
    {
        (Instant At, string DealId)? last = null;
        foreach (var owner in person.Names.SelectMany(name => (string[])[Keys.Owner(person.Tenant, name), Keys.PastOwner(person.Tenant, name)]))
        {
            await foreach (var (deal, _) in store.AllOwnedAsync(owner, Keys.Deal, BotJson.Default.Deal).WithCancellation(cancellationToken))
            {
                if (deal.LastMend is { } mend && person.Is(mend.By) && mend.At > (last?.At ?? person.UndoneAt ?? Instant.MinValue))
                    last = (mend.At, deal.Id);
            }
        }

        return last;
    }

    public async Task<string> UndoAsync(Hand hand, string dealId, CancellationToken cancellationToken) =>
        await FindAsync(hand, dealId, cancellationToken) is { } deal && MenderOf(hand) is { } by
            ? MendSteps.Told(await ledger.UndoAsync(hand.Person.Tenant, deal, by, cancellationToken))
            : MendWords.NothingToUndo;

    private async Task<string> TakeAsync(Hand hand, string dealId, MendRequest request, string text, CancellationToken cancellationToken)
    {
        if (await FindAsync(hand, dealId, cancellationToken) is not { } deal || MenderOf(hand) is not { } by)
            return Replies.NotHere;
        var context = directory.ReadingOf(hand.Person, hand.Now);
        var (day, why) = request.Kind == MendKind.Close ? (null, request.Rest) : request.Read(context);
        if (MendOf(request, day, why.Length > LongestEvidence ? why[..LongestEvidence] : why, text) is not { } mend)
            return MendWords.NotYet(request, day is not null);
        return await ledger.MendAsync(hand.Person.Tenant, deal, mend, by, cancellationToken) switch
        {
            MendResult.Done done => $"{done.Told} {MendWords.SayUndo}",
            var other => MendSteps.Told(other),
        };
    }

    /// <returns>Null when the day or the reason that it needs was not said.</returns>
    private static Mend.Move? MendOf(MendRequest request, LocalDate? day, string why, string text) => request.Kind switch
    {
        // The rep's own word is the evidence where no more was said; a delay and a loss need the buyer's.
        MendKind.Nurture when day is { } until => new Mend.Move(new DealMove.Nurture(why.Length > 0 ? why : text, NurtureDays, Trigger: null, until)),
        MendKind.Delay when day is { } until && why.Length > 0 => new Mend.Move(new DealMove.Delay(why, MendRequest.KindOf(why), until)),
        MendKind.Close when request.ClosedAs == DealPhase.Lost && why.Length > 0 => new Mend.Move(new DealMove.Lose(why)),
        MendKind.Close when request.ClosedAs == DealPhase.Won => new Mend.Move(new DealMove.Win(why.Length > 0 ? why : text)),
        _ => null,
    };

    private async Task<Stored<Deal>?> FindAsync(Hand hand, string dealId, CancellationToken cancellationToken) =>
        await ledger.FindAsync(hand.Person.Tenant, dealId, cancellationToken) is { } deal
        && Permissions.Allow(Verb.MendOwnDeal, Place.Personal, hand.Person.Is(deal.Value.Facts.Owner) ? Roles.Owner : Roles.Anyone)
            ? deal
            : null;

    private Mender? MenderOf(Hand hand) =>
        RepId.TryParse(hand.Person.ObjectId, out var rep) ? new Mender(rep, hand.Now, directory.CalendarOf(hand.Person).DateAt(hand.Now)) : null;
}
