using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>Why a follow-up is brought to its rep outside the usual time after a meeting: somebody mends a stalled deal.</summary>
/// <param name="By">The object id of the manager who asked; null when the rep opened it.</param>
/// <param name="ByName">How the manager is called.</param>
/// <param name="Place">The channel on whose weekly card the deal stands, as people call it.</param>
/// <param name="Number">Set when no meeting stands behind it; counts within the deal.</param>
public sealed record Ask(string? By, string? ByName, string? Place, Instant At, int? Number = null);
