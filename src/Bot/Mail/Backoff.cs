using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>How long is waited before the next of eight tries: all within 24 hours, with the longest Retry-After that is believed (an hour).</summary>
public static class Backoff
{
    public const int MostAttempts = 8;

    private static readonly Duration[] Waits =
    [
        Duration.FromSeconds(4),
        Duration.FromSeconds(15),
        Duration.FromMinutes(1),
        Duration.FromMinutes(5),
        Duration.FromMinutes(30),
        Duration.FromHours(3),
        Duration.FromHours(12),
    ];

    /// <param name="attempts">How many tries have failed, from 1.</param>
    /// <param name="id">Of what is tried; it lengthens the wait by up to a quarter, so that many do not come back at the same moment.</param>
    /// <param name="asked">The other side's own wish; never undercut.</param>
    public static Duration After(int attempts, string id, TimeSpan? asked = null)
    {
        var wait = Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
        var jittered = wait + wait * (Spread.Of(id, attempts.ToString(System.Globalization.CultureInfo.InvariantCulture)) % 256 / 1024.0);
        return Duration.Max(jittered, Duration.FromTimeSpan(asked ?? TimeSpan.Zero));
    }
}
