using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.HeadsUps;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Bot.Messages;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>Posts a week's card into its channel, at most once. A week with nothing to say is not posted.</summary>
public sealed class DigestMail(Rosters rosters, DigestWeeks weeks, RepFirst repFirst, Postman postman, IOptions<DigestOptions> options) : IDueHandler
{
    public string Kind => DigestDocument.Kind;

    public async Task HandleAsync(StoredDocument stored, Instant now, CancellationToken cancellationToken)
    {
        var due = stored.AsDue<DigestDocument>();
        if (due.Delivery.State == DeliveryState.Sending)
            await postman.SaveAsync(due, due.Delivery.Abandoned(until: null), cancellationToken);
        else
            await TrySendAsync(due, now, cancellationToken);
    }

    private async Task TrySendAsync(DueLetter<DigestDocument> due, Instant now, CancellationToken cancellationToken)
    {
        if (await rosters.ReadAsync(due.Letter.Tenant, due.Letter.ChannelId, cancellationToken) is not { } channel)
        {
            await postman.SaveAsync(due, due.Delivery.Cancel(DeliveryText.NoDigest), cancellationToken);
            return;
        }

        var contents = await repFirst.ReadAsync(channel, due.Id[Keys.DigestOf("").Length..], now, cancellationToken);
        await weeks.KeepAsync(channel, contents, cancellationToken);
        if (contents.IsEmpty && !(channel.Settings.SayNothingStalled ?? options.Value.SayNothingStalled))
        {
            await postman.SaveAsync(due, due.Delivery.Cancel(DeliveryText.NothingStalled), cancellationToken);
            return;
        }

        var message = contents.IsEmpty
            ? Message.Of(Replies.NothingStalled)
            : Message.Of(DigestCard.Of(contents, channel.Settings.Rows ?? options.Value.Rows), DigestCard.Title(contents));
        await postman.SendAsync(due.To(channel.Place, message), cancellationToken);
    }
}
