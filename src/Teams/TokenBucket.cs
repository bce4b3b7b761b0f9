using NodaTime;

namespace FollowUpBot.Teams;

/// <summary>Permits that fill by <paramref name="PerSecond"/> up to <paramref name="Burst"/>: in any time T at most Burst + PerSecond × T.</summary>
public readonly record struct TokenBucket(double Burst, double PerSecond, double Permits, Instant FilledAt)
{
    public static TokenBucket Full(double burst, double perSecond, Instant now) => new(burst, perSecond, burst, now);

    public bool IsFull(Instant now) => PermitsAt(now) >= Burst;

    /// <summary>Zero when a permit is there, else how long until one is.</summary>
    public Duration Wait(Instant now) =>
        PermitsAt(now) is < 1 and var permits ? Duration.FromSeconds((1 - permits) / PerSecond) + Duration.FromMilliseconds(1) : Duration.Zero;

    public TokenBucket Taken(Instant now) =>
        this with { Permits = PermitsAt(now) - 1, FilledAt = Instant.Max(FilledAt, now) };

    public TokenBucket Returned() => this with { Permits = Math.Min(Burst, Permits + 1) };

    /// <summary>A clock that steps back fills nothing twice.</summary>
    private double PermitsAt(Instant now) => Math.Min(Burst, Permits + (PerSecond * Math.Max(0, (now - FilledAt).TotalSeconds)));
}
