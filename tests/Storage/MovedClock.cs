using NodaTime;

namespace FollowUpBot.Tests.Storage;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class MovedClock : IClock
{
    private Instant now = Instant.FromUtc(2026, 3, 5, 15, 0);

    public Instant GetCurrentInstant() => now;

    public void Advance(Duration by) => now += by;
}
