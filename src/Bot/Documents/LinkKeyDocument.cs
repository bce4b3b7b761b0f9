namespace FollowUpBot.Bot.Documents;

/// <summary>What the bot signs its own links with; made once, and the same for every replica.</summary>
/// <param name="Key">32 random bytes in Base64. Whoever can read it can read everything that a link leads to, too.</param>
public sealed record LinkKeyDocument(string Key)
{
    public const string Kind = "linkKey";
}
