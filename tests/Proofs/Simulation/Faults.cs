namespace FollowUpBot.Tests.Proofs.Simulation;

/// <summary>What can go wrong.</summary>
public enum Fault
{
    CrashBeforeWrite,
    CrashAfterWrite,
    WriteLost,
    WriteUnconfirmed,
    StoreAway,
    CutOffFromStore,
    SlowStore,
    CrashBeforePost,
    CrashAfterPost,
    Throttled,
    Conflict,
    ServerErrorTaken,
    ServerErrorNotTaken,
    HangTaken,
    HangNotTaken,
    Refused,
    CutOffFromTeams,
    PauseAtWrite,
    PauseAtPost,
    ClockJump,
    RosterAway,
}

/// <summary>
/// The faults of one run. Those of the store strike at a numbered write, those of the Connector at a numbered post; the others at a moment.
/// </summary>
public sealed class FaultPlan
{
    private static readonly Fault[] AtWrite =
        [Fault.CrashBeforeWrite, Fault.CrashAfterWrite, Fault.WriteLost, Fault.WriteUnconfirmed, Fault.PauseAtWrite];

    private static readonly Fault[] AtPost =
    [
        Fault.CrashBeforePost, Fault.CrashAfterPost, Fault.Throttled, Fault.Conflict, Fault.ServerErrorTaken, Fault.ServerErrorNotTaken,
        Fault.HangTaken, Fault.HangNotTaken, Fault.Refused, Fault.PauseAtPost,
    ];

    private static readonly Fault[] AtMoment = [Fault.StoreAway, Fault.CutOffFromStore, Fault.SlowStore, Fault.CutOffFromTeams, Fault.ClockJump, Fault.RosterAway];

    private readonly Dictionary<int, Fault> writes = [];
    private readonly Dictionary<int, Fault> posts = [];
    private readonly Dictionary<Fault, int> struck = [];
    private bool hasBegun;
    private int writesSeen;
    private int postsSeen;

    public FaultPlan(Random random)
    {
        while (writes.Count < 5)
            writes[random.Next(24)] = AtWrite[random.Next(AtWrite.Length)];
        while (posts.Count < 3)
            posts[random.Next(7)] = AtPost[random.Next(AtPost.Length)];
        Moments = [.. Enumerable.Range(0, 3).Select(_ => AtMoment[random.Next(AtMoment.Length)])];
    }

    private FaultPlan() => Moments = [];

    public IReadOnlyList<Fault> Moments { get; }

    public bool IsHealed { get; private set; }

    public IReadOnlyDictionary<Fault, int> Struck => struck;

    /// <summary>Only these, each at the write or post of that number, from 0.</summary>
    public static FaultPlan Of((int Number, Fault Fault)? atWrite = null, (int Number, Fault Fault)? atPost = null)
    {
        var plan = new FaultPlan();
        if (atWrite is var (write, lost))
            plan.writes[write] = lost;
        if (atPost is var (post, failed))
            plan.posts[post] = failed;
        return plan;
    }

    /// <summary>Nothing strikes before.</summary>
    public void Begin() => hasBegun = true;

    public void Heal() => IsHealed = true;

    /// <summary>Counts a write, or counts a post and says what happens to it.</summary>
    public Fault? NextWrite() => hasBegun ? Strike(writes, writesSeen++) : null;

    public Fault? NextPost() => hasBegun ? Strike(posts, postsSeen++) : null;

    public void Count(Fault fault) => struck[fault] = struck.GetValueOrDefault(fault) + 1;

    private Fault? Strike(Dictionary<int, Fault> plan, int at)
    {
        if (IsHealed || !plan.TryGetValue(at, out var fault))
            return null;
        Count(fault);
        return fault;
    }
}
