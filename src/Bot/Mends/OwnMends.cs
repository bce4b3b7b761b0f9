using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.HeadsUps;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>A rep's presses about their own stalled deals, in their own chat.</summary>
public sealed class OwnMends(MendLedger ledger, AskLedger asks, OwnStalls stalls, StallReading judging, PeopleDirectory directory)
{
    public async Task<InvokeResponse> PressAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        if (press.IsAutomatic)
            return InvokeResponse.Message(Replies.NotHere);
        if (press.Verb == MendVerbs.List)
            return InvokeResponse.Card(await ListAsync(person, press, now, cancellationToken));
        if (press.Text(Fields.Deal) is not { } dealId
            || await ledger.FindAsync(person.Tenant, dealId, cancellationToken) is not { } deal
            || !Permissions.Allow(Verb.MendOwnDeal, Place.Personal, person.Is(deal.Value.Facts.Owner) ? Roles.Owner : Roles.Anyone)
            || !RepId.TryParse(person.ObjectId, out var rep))
        {
            return InvokeResponse.Message(Replies.NotHere);
        }

        var mender = new Mender(rep, now, directory.CalendarOf(person).DateAt(now));
        if (press.Verb == MendVerbs.Ask && deal.Value.IsOpen)
            return await FormAsync(person, deal, mender, cancellationToken);
        var note = press.Verb == MendVerbs.Open ? null
            : MendSteps.IsStale(press, deal.Value) ? MendWords.ChangedMeanwhile
            : await ledger.TakeAsync(person.Tenant, deal, press, mender, cancellationToken);
        return InvokeResponse.Card(await CardAsync(person, dealId, note, mender, cancellationToken));
    }

    /// <summary>The follow-up's own form, ready to be answered. Opening it is no answer, so an old card may do it.</summary>
    private async Task<InvokeResponse> FormAsync(PersonDocument person, Stored<Deal> deal, Mender by, CancellationToken cancellationToken)
    {
        var asked = await asks.OpenAsync(person.Tenant, deal, by, cancellationToken);
        if (asked is null || await ledger.FindAsync(person.Tenant, deal.Value.Id, cancellationToken) is not { } current)
            return InvokeResponse.Card(await CardAsync(person, deal.Value.Id, MendWords.ChangedMeanwhile, by, cancellationToken));
        return InvokeResponse.Card(ReminderCards.Of(asked, current.Value, directory.CalendarOf(person), by.Now));
    }

    private async Task<Card> CardAsync(PersonDocument person, string dealId, string? note, Mender by, CancellationToken cancellationToken)
    {
        var deal = await ledger.FindAsync(person.Tenant, dealId, cancellationToken) ?? throw new InvalidOperationException("The deal was there a moment ago.");
        var judgement = await judging.JudgeAsync(person.Tenant, deal.Value, ChannelSettings.None, by.Now, cancellationToken);
        return MendCard.Of(new MendView(judgement, person.Name ?? "", directory.ZoneOf(person), by.Today) { Note = note, IsOwn = true });
    }

    private async Task<Card> ListAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        var all = await stalls.OfAsync(person, ChannelSettings.None, now, cancellationToken);
        var from = int.TryParse(press.Text(MendFields.From), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked < all.Count ? asked : 0;
        return HeadsUpCard.Of(all, from, reason: null, directory.ZoneOf(person));
    }
}
