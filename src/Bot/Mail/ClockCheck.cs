using FollowUpBot.Storage;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>
/// Compares this server's clock with the store's, which all servers share. Where they differ by more than a minute nothing is sent from
/// here: a reminder would come at a wrong hour, and a fence would run out while its post is under way.
/// </summary>
public sealed partial class ClockCheck(IDocumentStore store, TimeProvider time, ILogger<ClockCheck> logger)
{
    private static readonly Duration Tolerance = Duration.FromSeconds(60);
    private static readonly Duration Every = Duration.FromMinutes(1);

    private Instant? comparedAt;
    private bool isRight;

    /// <summary>Asks the store once a minute, and at once when this clock was set.</summary>
    /// <exception cref="StoreUnavailableException">Nobody knows.</exception>
    public async Task<bool> IsRightAsync(CancellationToken cancellationToken)
    {
        if (comparedAt is { } last && Distance(last, Now) < Every)
            return isRight;
        var before = Now;
        var shared = await store.CheckAsync(cancellationToken);
        var off = shared is { } there ? Duration.Min(Distance(before, there), Distance(Now, there)) : Duration.Zero;
        (comparedAt, isRight) = (Now, off <= Tolerance);
        if (!isRight)
            LogWrong(logger, off);
        return isRight;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static Duration Distance(Instant one, Instant other) => one < other ? other - one : one - other;

    [LoggerMessage(1, LogLevel.Error, "This server's clock is {Off} away from the store's; it sends nothing until that is mended.")]
    private static partial void LogWrong(ILogger logger, Duration off);
}
