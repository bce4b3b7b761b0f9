using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Mends;

/// <summary>What somebody does with a stalled deal, other than agreeing a step with the buyer.</summary>
public abstract record Mend
{
    private Mend()
    {
    }

    public sealed record Move(DealMove What) : Mend;

    public sealed record Mute(LocalDate Until) : Mend;
}

/// <summary>Who mends, when, and which day that is on their wall.</summary>
public sealed record Mender(RepId By, Instant Now, LocalDate Today);

/// <summary>What became of a mend.</summary>
public abstract record MendResult
{
    private MendResult()
    {
    }

    /// <param name="Told">What happened, in words for whoever did it.</param>
    public sealed record Done(Stored<Deal> Deal, string Told) : MendResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Why">What is missing or not possible, with what to do.</param>
    public sealed record Refused(string Why) : MendResult;

    /// <summary>Somebody else changed the deal first, and nothing was written.</summary>
    public sealed record Overtaken : MendResult;
}
