using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>A deal that is muted, by its name.</summary>
/// <param name="Until">Null until it is unmuted, or closes.</param>
public sealed record MutedName(string DealId, string Name, Instant? Until);
