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
        var due = stored.As(BotJson.Default.DigestDocument);
        if (due.Value.Delivery.State == DeliveryState.Sending)
            await SaveAsync(stored, due, due.Value.Delivery.Abandoned(until: null), cancellationToken);
        else
            await TrySendAsync(stored, due, now, cancellationToken);
    }

    private async Task TrySendAsync(StoredDocument stored, Stored<DigestDocument> due, Instant now, CancellationToken cancellationToken)
    {
        if (await rosters.ReadAsync(due.Value.Tenant, due.Value.ChannelId, cancellationToken) is not { } channel)
        {
            await SaveAsync(stored, due, due.Value.Delivery.Cancel(DeliveryText.NoDigest), cancellationToken);
            return;
        }

        var contents = await repFirst.ReadAsync(channel, stored.Document.Id[Keys.DigestOf("").Length..], now, cancellationToken);
        await weeks.KeepAsync(channel, contents, cancellationToken);
        if (contents.IsEmpty && !(channel.Settings.SayNothingStalled ?? options.Value.SayNothingStalled))
        {
            await SaveAsync(stored, due, due.Value.Delivery.Cancel(DeliveryText.NothingStalled), cancellationToken);
            return;
        }

        var message = contents.IsEmpty
            ? Message.Of(Replies.NothingStalled)
            : Message.Of(DigestCard.Of(contents, channel.Settings.Rows ?? options.Value.Rows), DigestCard.Title(contents));
        await postman.SendAsync(
            new Outgoing<DigestDocument>(due.Value, due.ETag, stored.Document.Id, channel.Place, message, Calendar: null), cancellationToken);
    }

    private Task<Stored<DigestDocument>?> SaveAsync(StoredDocument stored, Stored<DigestDocument> due, Delivery delivery, CancellationToken cancellationToken) =>
        postman.SaveAsync(due.Value.With(delivery), due.ETag, stored.Document.Id, cancellationToken);
}
