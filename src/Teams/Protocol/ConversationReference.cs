namespace FollowUpBot.Teams.Protocol;

/// <summary>All that is needed to speak in a conversation again. Learnt from any activity; the newest service URL wins.</summary>
/// <param name="ServiceUrl">The Connector's address, checked against the allow-list when it is kept and again when it is used.</param>
/// <param name="ConversationId">The chat, channel or thread.</param>
/// <param name="BotId">The bot's account id in this channel (<c>28:…</c>).</param>
public sealed record ConversationReference(string ServiceUrl, string ConversationId, string BotId)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The channel itself when this is one of its threads: a message sent there starts a new thread (teams rule 21).</summary>
    public ConversationReference InChannel() =>
        ConversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and var at ? this with { ConversationId = ConversationId[..at] } : this;
}
