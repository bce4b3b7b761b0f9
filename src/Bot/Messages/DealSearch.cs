using FollowUpBot.Deals;

namespace FollowUpBot.Bot.Messages;

/// <summary>Finds deals by what people call them.</summary>
public static class DealSearch
{
    /// <summary>The deals with exactly this name, else those whose name has every word of it.</summary>
    public static IReadOnlyList<Deal> Find(IReadOnlyList<Deal> deals, string name)
    {
        var wanted = name.Trim();
        var exact = deals.Where(deal => deal.Facts.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count > 0)
            return exact;
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. deals.Where(deal => words.All(word => deal.Facts.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }
}
