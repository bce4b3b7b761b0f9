using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>
/// A manager's presses on a channel's weekly card. The answer is for whoever pressed; the card in the channel changes by what is stored. A
/// press that shows an older state of the deal shows the current one and writes nothing.
/// </summary>
public sealed class ChannelMends(Channels channels, ChannelRoles roles, MendRows rows, MendLedger ledger, Asks asks)
{
    public async Task<InvokeResponse> HandleAsync(Activity activity, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        if (activity.ActorId() is not { } actor || activity.TenantId() is not { } tenant || activity.Reference() is not { } here || !RepId.TryParse(actor, out var by))
            return InvokeResponse.Message(Replies.NoIdentity);
        var channelId = activity.ChannelData?.Channel?.Id ?? here.InChannel().ConversationId;
        var stored = await channels.FindAsync(tenant, channelId, cancellationToken);
        if (stored is null || !Permissions.Allow(Verb.MendRow, Place.Channel, await roles.OfAsync(stored, actor, now, cancellationToken)))
            return InvokeResponse.Message(MendWords.MendRefused);
        if (press.Verb == MendVerbs.List)
            return InvokeResponse.Card(await rows.ListAsync(stored.Value, now, cancellationToken));
        if (press.Text(Fields.Deal) is not { } dealId || await rows.FindAsync(stored.Value, dealId, cancellationToken) is not { } row)
            return InvokeResponse.Message(MendWords.NotOnCard);
        var zone = DateTimeZoneProviders.Tzdb[stored.Value.ZoneId];
        var mender = new Mender(by, now, now.InZone(zone).Date);
        var note = press.IsAutomatic || press.Verb == MendVerbs.Open ? null : await ActAsync(stored.Value, row, (press, activity.From), mender, cancellationToken);
        return InvokeResponse.Card(await CardAsync(stored.Value, row, note, mender, zone, cancellationToken));
    }

    /// <returns>What happened, or why it did not.</returns>
    private async Task<string> ActAsync(
        ChannelDocument channel, MendRow row, (CardSubmission Press, ChannelAccount? Manager) pressed, Mender by, CancellationToken cancellationToken)
    {
        var press = pressed.Press;
        if (MendSteps.IsStale(press, row.Deal.Value))
            return MendWords.ChangedMeanwhile;
        return press.Verb switch
        {
            MendVerbs.Ask when row.Deal.Value.IsOpen => await asks.AskAsync(channel, row, pressed.Manager, by, cancellationToken),
            MendVerbs.Withdraw => await asks.WithdrawAsync(channel.Tenant, row, by, cancellationToken),
            _ => await ledger.TakeAsync(channel.Tenant, row.Deal, press, by, cancellationToken),
        };
    }

    private async Task<Teams.Cards.Card> CardAsync(
        ChannelDocument channel, MendRow row, string? note, Mender by, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var current = note is null ? row : await rows.FindAsync(channel, row.Deal.Value.Id, cancellationToken) ?? row;
        var judgement = await rows.JudgeAsync(channel, current.Deal.Value, by.Now, cancellationToken);
        return MendCard.Of(new MendView(judgement, current.OwnerName, zone, by.Today) { Note = note });
    }
}
