using FollowUpBot.Teams;
using NodaTime;

namespace FollowUpBot.Bot.Mail;

/// <summary>The states of a message that must not be sent twice (docs/architecture.md).</summary>
public enum DeliveryState
{
    Scheduled,

    /// <summary>The fence: whoever finds it here does not know whether it was sent, and sends nothing.</summary>
    Sending,
    Sent,

    /// <summary>Nobody knows whether it arrived. A click on it is the evidence that it did.</summary>
    Uncertain,

    /// <summary>Waits until the person installs the app or speaks to it.</summary>
    Unreachable,
    Cancelled,

    /// <summary>Refused for good.</summary>
    Dead,
}

/// <summary>How far a message has come. Every step is one conditional write.</summary>
/// <param name="DueAt">When a worker must look at it; null when nothing is to be done.</param>
/// <param name="ActivityId">The message in Teams, once it is known.</param>
/// <param name="Reason">Why it is not simply sent.</param>
public sealed record Delivery(DeliveryState State, Instant? DueAt, int Attempts, string? ActivityId, string? Reason)
{
    /// <summary>With the longest wait between them: about two and a half days.</summary>
    private const int MostAttempts = 32;


    private static readonly Duration FenceTimeout = Duration.FromSeconds(60);
    private static readonly Duration FirstRetry = Duration.FromSeconds(2);
    private static readonly Duration LongestRetry = Duration.FromHours(3);

    public static Delivery Schedule(Instant due) => new(DeliveryState.Scheduled, due, 0, null, null);

    /// <summary>Due again later, as a new message; the old one can still be updated until then.</summary>
    public Delivery Postpone(Instant due) => Schedule(due) with { ActivityId = ActivityId };

    public Delivery Begin(Instant now) => this with { State = DeliveryState.Sending, DueAt = now + FenceTimeout, Attempts = Attempts + 1 };

    public Delivery Cancel(string reason) => this with { State = DeliveryState.Cancelled, DueAt = null, Reason = reason };

    public Delivery Arrived(string? activityId) =>
        this with { State = DeliveryState.Sent, DueAt = null, ActivityId = activityId ?? ActivityId, Reason = null };

    public Delivery CannotReach(string reason) => this with { State = DeliveryState.Unreachable, DueAt = null, Reason = reason };

    /// <summary>A worker died between the fence and the record.</summary>
    public Delivery Abandoned() => this with { State = DeliveryState.Uncertain, DueAt = null, Reason = "The process ended while sending." };

    public Delivery Settle(SendResult result, Instant now) => result switch
    {
        SendResult.Accepted accepted => Arrived(accepted.Id),
        SendResult.NotSent notSent when Attempts >= MostAttempts => this with { State = DeliveryState.Dead, DueAt = null, Reason = notSent.Reason },
        SendResult.NotSent notSent => this with { State = DeliveryState.Scheduled, DueAt = now + Wait(notSent.After), Reason = notSent.Reason },
        SendResult.Unreachable unreachable => CannotReach(unreachable.Reason),
        SendResult.Gone gone => CannotReach(gone.Reason),
        SendResult.Refused refused => this with { State = DeliveryState.Dead, DueAt = null, Reason = refused.Reason },
        SendResult.Unknown unknown => this with { State = DeliveryState.Uncertain, DueAt = null, Reason = unknown.Reason },
        _ => throw new NotSupportedException($"No rule for {result.GetType().Name}."),
    };

    private Duration Wait(TimeSpan? asked) => Duration.Max(
        Duration.FromTimeSpan(asked ?? TimeSpan.Zero),
        Duration.Min(FirstRetry * (1L << Math.Min(Attempts - 1, 13)), LongestRetry));
}
