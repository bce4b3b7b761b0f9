namespace FollowUpBot.Deals;

/// <summary>How good an answer to "why do they want it?" is, worst first. The rules are in docs/talk.md.</summary>
public enum ReasonQuality
{
    /// <summary>No reason is given.</summary>
    Unknown,

    /// <summary>The reason lies with us: product, price, people, relationship, our wish.</summary>
    Seller,

    /// <summary>The buyer's, but nothing that could be checked on site: interest, "efficiency".</summary>
    Generic,

    /// <summary>A concrete outcome, problem, event or date of the buyer.</summary>
    Buyer,

    /// <summary>A buyer's reason with an owner, a consequence, a money amount or a quote.</summary>
    Strong,
}

/// <summary>What moves the buyer.</summary>
public enum ReasonDriver
{
    /// <summary>It hurts now, in daily work.</summary>
    Pain,

    /// <summary>A state they want to reach.</summary>
    Goal,

    /// <summary>An outer date: law, audit, end of a contract, season.</summary>
    Deadline,

    /// <summary>Something happened or changes: merger, move, retirement, incident.</summary>
    Event,

    /// <summary>Spend, loss or waste is the point.</summary>
    Money,

    /// <summary>Something bad that has not happened.</summary>
    Fear,
}
