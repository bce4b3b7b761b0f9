namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>What a request meets instead of its answer.</summary>
/// <param name="Applies">Whether the request is carried out all the same.</param>
public sealed record StandInFault(bool Applies, StandInEnding Ending)
{
    public int Status { get; private init; }

    public int SubStatus { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The operation of a batch that fails with <see cref="Status"/>; null when the whole request does.</summary>
    public int? Operation { get; private init; }

    /// <summary>What the request waits for before it is carried out, even when its client has gone.</summary>
    public Task Before { get; private init; } = Task.CompletedTask;

    /// <summary>What the answer waits for.</summary>
    public Task After { get; private init; } = Task.CompletedTask;

    /// <summary>Called when the request was carried out, before its ending.</summary>
    public Action Applied { get; init; } = () => { };

    public static StandInFault Answer(int status, int subStatus = 0, TimeSpan? retryAfter = null) =>
        new(false, StandInEnding.Status) { Status = status, SubStatus = subStatus, RetryAfter = retryAfter };

    public static StandInFault ApplyThenAnswer(int status) => new(true, StandInEnding.Status) { Status = status };

    /// <summary>One write of a batch fails, and with it the batch.</summary>
    public static StandInFault FailOperation(int operation, int status, TimeSpan? retryAfter = null) =>
        new(true, StandInEnding.Usual) { Operation = operation, Status = status, RetryAfter = retryAfter };

    public static StandInFault Reset => new(false, StandInEnding.Reset);

    public static StandInFault ApplyThenReset => new(true, StandInEnding.Reset);

    public static StandInFault Hang => new(false, StandInEnding.Hang);

    public static StandInFault ApplyThenHang => new(true, StandInEnding.Hang);

    /// <summary>Half of the answer, then a reset.</summary>
    public static StandInFault CutAnswer => new(true, StandInEnding.Cut);

    public static StandInFault ApplyLate(Task when) => new(true, StandInEnding.Usual) { Before = when };

    public static StandInFault AnswerLate(Task when) => new(true, StandInEnding.Usual) { After = when };
}

public enum StandInEnding
{
    Usual,
    Status,
    Reset,
    Hang,
    Cut,
}
