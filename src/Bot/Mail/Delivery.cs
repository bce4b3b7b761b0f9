using FollowUpBot.Bot.Sentences;
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

    /// <summary>Nobody knows whether it arrived, and the rep was told so in another message.</summary>
    Told,

    /// <summary>The person has said that they want no such message; waits until they say otherwise.</summary>
    Held,

    /// <summary>Waits until the person installs the app or speaks to it.</summary>
    Unreachable,
    Cancelled,

    /// <summary>Refused for good.</summary>
    Dead,
}

/// <summary>How far a message has come. Every step is one conditional write.</summary>
/// <param name="DueAt">When a worker must look at it; null when nothing is to be done.</param>
/// <param name="Attempts">Fences set in this round.</param>
/// <param name="ActivityId">The message in Teams, once it is known.</param>
/// <param name="Reason">Why it is not simply sent.</param>
public sealed record Delivery(DeliveryState State, Instant? DueAt, int Attempts, string? ActivityId, string? Reason)
{
    /// <summary>Longer than any post may take, so that a post in flight is not taken for an abandoned one.</summary>
    private static readonly Duration FenceTimeout = Duration.FromSeconds(60);

    /// <summary>Grows whenever it is scheduled anew; with <see cref="Attempts"/> it names one fence.</summary>
    public int Round { get; init; }

    /// <summary>When the last fence was set.</summary>
    public Instant? TriedAt { get; init; }

    /// <summary>The replica that set the last fence.</summary>
    public string? FencedBy { get; init; }

    /// <summary>Whether it was sent a second time on purpose (<see cref="OnAmbiguous.ResendOnce"/>).</summary>
    public bool IsResent { get; init; }

    /// <summary>It may have arrived, for all anybody knows.</summary>
    public bool IsInDoubt => State is DeliveryState.Sending or DeliveryState.Uncertain or DeliveryState.Told;

    public static Delivery Schedule(Instant due) => new(DeliveryState.Scheduled, due, 0, null, null);

    /// <summary>Due again, as a new message; the old one can still be updated until then.</summary>
    public Delivery Postpone(Instant due) => Schedule(due) with { ActivityId = ActivityId, Round = Round + 1, IsResent = IsResent };

    public Delivery Begin(Instant now, string replica) =>
        this with { State = DeliveryState.Sending, DueAt = now + FenceTimeout, Attempts = Attempts + 1, TriedAt = now, FencedBy = replica };

    public Delivery Cancel(string reason) => this with { State = DeliveryState.Cancelled, DueAt = null, Reason = reason };

    public Delivery Hold(string reason) => this with { State = DeliveryState.Held, DueAt = null, Reason = reason };

    public Delivery Arrived(string? activityId) =>
        this with { State = DeliveryState.Sent, DueAt = null, ActivityId = activityId ?? ActivityId, Reason = null };

    public Delivery CannotReach(string reason) => this with { State = DeliveryState.Unreachable, DueAt = null, Reason = reason };

    /// <param name="until">When somebody looks whether it has been settled; null when nobody does.</param>
    public Delivery Doubt(string reason, Instant? until) => this with { State = DeliveryState.Uncertain, DueAt = until, Reason = reason };

    /// <summary>A worker died between the fence and the record.</summary>
    /// <inheritdoc cref="Doubt"/>
    public Delivery Abandoned(Instant? until) => Doubt(DeliveryText.ProcessEnded, until);

    public Delivery GiveUp(string reason) => this with { State = DeliveryState.Dead, DueAt = null, Reason = reason };

    /// <summary>Whether this is the fence of that attempt, whatever became of it.</summary>
    public bool IsOf(Delivery fence) => Round == fence.Round && Attempts == fence.Attempts;

    /// <param name="id">Spreads the next tries of many messages.</param>
    /// <param name="doubtUntil">As for <see cref="Doubt"/>.</param>
    public Delivery Settle(SendResult result, Instant now, string id, Instant? doubtUntil) => result switch
    {
        SendResult.Accepted accepted => Arrived(accepted.Id),
        SendResult.NotSent notSent when Attempts >= Backoff.MostAttempts => GiveUp(notSent.Reason),
        SendResult.NotSent notSent =>
            this with { State = DeliveryState.Scheduled, DueAt = now + Backoff.After(Attempts, id, notSent.After), Reason = notSent.Reason },
        SendResult.Unreachable unreachable => CannotReach(unreachable.Reason),
        SendResult.Gone gone => CannotReach(gone.Reason),
        SendResult.Refused refused => GiveUp(refused.Reason),
        SendResult.Unknown unknown => Doubt(unknown.Reason, doubtUntil),
        _ => throw new NotSupportedException($"No rule for {result.GetType().Name}."),
    };
}
