using System.Globalization;
using FollowUpBot.Bot.Access;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Digests;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Protocol;
using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Messages;

/// <summary>A manager looks at the deals of a channel: the card as it would be now, all of them in pages, or why one is on it.</summary>
public sealed class ShowingTurns(Rosters rosters, DigestReading reading, WhyAnswers why, ChannelDoor door, IOptions<DigestOptions> digest)
{
    public Task<Activity> NowAsync(ChannelTurn turn, CancellationToken cancellationToken) => ShowAsync(
        turn, (channel, contents) => Message.Of(DigestCard.Of(contents, channel.Settings.Rows ?? digest.Value.Rows), DigestCard.Title(contents)), cancellationToken);

    public Task<Activity> AllAsync(ChannelTurn turn, CancellationToken cancellationToken) =>
        ShowAsync(turn, (_, contents) => Message.Of(DigestListCard.Of(contents, page: 1), DigestCard.Title(contents)), cancellationToken);

    public async Task<InvokeResponse> PageAsync(ChannelTurn turn, CardSubmission press, CancellationToken cancellationToken)
    {
        var (refusal, _, contents) = await ReadAsync(turn, cancellationToken);
        if (contents is null)
            return InvokeResponse.Message(refusal);
        var page = int.TryParse(press.Text(Fields.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return InvokeResponse.Card(DigestListCard.Of(contents, page));
    }

    public async Task<Activity> WhyAsync(ChannelTurn turn, WhyQuestion question, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.ShowDigest, cancellationToken) is { } refusal)
            return Message.Of(refusal);
        if (await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is not { } channel)
            return Message.Of(Replies.DigestNotSet);
        return Message.Of(await why.ChannelAsync(channel, question, turn.Now, cancellationToken) ?? WhyWords.NoSuchDeal(question.DealName ?? ""));
    }

    private async Task<Activity> ShowAsync(ChannelTurn turn, Func<ChannelDocument, DigestContents, Activity> show, CancellationToken cancellationToken)
    {
        var (refusal, channel, contents) = await ReadAsync(turn, cancellationToken);
        return channel is null || contents is null ? Message.Of(refusal)
            : contents.IsEmpty ? Message.Of(Replies.NothingStalled)
            : show(channel, contents);
    }

    private async Task<(string Refusal, ChannelDocument? Channel, DigestContents? Contents)> ReadAsync(ChannelTurn turn, CancellationToken cancellationToken)
    {
        if (await door.RefusalAsync(turn, Verb.ShowDigest, cancellationToken) is { } refusal)
            return (refusal, null, null);
        return await rosters.ReadAsync(turn.Tenant, turn.ChannelId, cancellationToken) is { } channel
            ? ("", channel, await reading.ReadAsync(channel, turn.Now, cancellationToken))
            : (Replies.DigestNotSet, null, null);
    }
}
