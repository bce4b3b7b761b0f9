using System.Buffers;

namespace FollowUpBot.Deals.Stalls;

/// <summary>Whose reason a captured reason is.</summary>
public enum ReasonKind
{
    Unknown,

    /// <summary>True of any deal: "interested", "good fit".</summary>
    Generic,

    /// <summary>Ours, not the buyer's: our quarter, our quota.</summary>
    Seller,
    Buyer,
}

/// <summary>Tells a buyer's reason from hope, by a few words; what it does not know counts as the buyer's.</summary>
public static class BuyerReason
{
    /// <summary>A generic phrase in a longer text says nothing about the rest of it.</summary>
    private const int LongestGeneric = 48;

    private static readonly SearchValues<string> Seller = SearchValues.Create(
        ["our quarter", "our quota", "our target", "our pipeline", "my quota", "my target", "my number", "our number", "hit quota", "we need the deal", "we want to sell", "our discount", "my forecast"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Generic = SearchValues.Create(
        ["interested", "good fit", "follow up", "follow-up", "check in", "checking in", "touch base", "great call", "good call", "went well", "likes it", "like it", "liked it", "wants it", "wants a demo", "wants a quote", "wants to see", "sounds good", "looks good", "next steps", "no idea", "not sure", "don't know", "tbd", "n/a"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>By the grade that was stored with the answer; without one, by the words.</summary>
    public static bool IsIn(FollowUp said) =>
        said.Quality is { } quality ? quality >= ReasonQuality.Buyer : KindOf(said.Reason) == ReasonKind.Buyer;

    public static ReasonKind KindOf(string? reason)
    {
        var text = reason.AsSpan().Trim();
        if (text.Length < 3)
            return ReasonKind.Unknown;
        if (text.ContainsAny(Seller))
            return ReasonKind.Seller;
        return text.Length <= LongestGeneric && text.ContainsAny(Generic) && !text.Contains("because", StringComparison.OrdinalIgnoreCase)
            ? ReasonKind.Generic
            : ReasonKind.Buyer;
    }
}
