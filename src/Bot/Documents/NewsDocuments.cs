using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>Something happened to a deal that may change a weekly card.</summary>
public sealed record DealNewsDocument(string Tenant, string DealId, Instant DueAt)
{
    public const string Kind = "dealNews";
}

/// <summary>The wish that a channel's posted weekly card shows what is stored; one at a time, however much has happened.</summary>
public sealed record DigestUpdateDocument(string Tenant, string ChannelId, int Attempts, Instant DueAt)
{
    public const string Kind = "digestUpdate";
}
