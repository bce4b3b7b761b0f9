using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Teams.Cards;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.Digests;

/// <summary>The list that a row leads back to: the posted card as it stands now, or what is stalled where none was posted.</summary>
public sealed class DigestLists(PostedCards posted, DigestReading reading, IOptions<DigestOptions> options)
{
    public async Task<WrittenCard> CardAsync(ChannelDocument channel, Instant now, CancellationToken cancellationToken)
    {
        var contents = (await posted.FindAsync(channel, now, cancellationToken))?.Contents ?? await reading.ReadAsync(channel, now, cancellationToken);
        return DigestCard.Of(contents, channel.Settings.Rows ?? options.Value.Rows);
    }
}
