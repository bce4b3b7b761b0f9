namespace FollowUpBot.Tests.Storage.CosmosStandIn;

/// <summary>What a request is for, as a test counts and chooses it.</summary>
public enum StandInOperation
{
    ReadAccount,
    ReadDatabase,
    CreateDatabase,
    ReadContainer,
    CreateContainer,
    ReadRanges,
    Read,
    Create,
    Upsert,
    Replace,
    Delete,
    Batch,
    Query,
    QueryPlan,
}

/// <param name="Number">1 for the first request of its operation.</param>
public sealed record StandInRequest(StandInOperation Operation, int Number, string Path);

/// <summary>What the service answers: a status, a sub-status for errors, and a body that is JSON except for batches.</summary>
internal sealed record StandInAnswer(int Status, byte[] Body)
{
    public Dictionary<string, string> Headers { get; } = [];

    public static StandInAnswer Json(int status, string json) => new(status, System.Text.Encoding.UTF8.GetBytes(json));

    public static StandInAnswer Empty(int status) => new(status, []);
}

/// <summary>The service refuses a request with this status.</summary>
internal sealed class StandInRefusal(int status, string message, int subStatus = 0) : Exception(message)
{
    public int Status { get; } = status;

    public int SubStatus { get; } = subStatus;

    public TimeSpan? RetryAfter { get; init; }
}
