using NodaTime;

namespace FollowUpBot.Bot.Host;

/// <summary>The one clock of the host, for those who want instants.</summary>
public sealed class TimeProviderClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
