namespace FollowUpBot.Deals.Stalls;

/// <summary>How long won deals stayed in one stage.</summary>
public sealed record StageNorm(double MedianDays, int Deals);

/// <summary>How long won deals stayed in each stage: medians, because a few slow deals must not excuse the rest.</summary>
public sealed class StageNorms
{
    /// <summary>Fewer won deals say nothing.</summary>
    public const int EnoughDeals = 20;

    private readonly Dictionary<string, StageNorm> _stages;

    private StageNorms(Dictionary<string, StageNorm> stages) => _stages = stages;

    public static StageNorms None { get; } = new([]);

    /// <summary>From the histories of won deals; others are left out.</summary>
    public static StageNorms Of(IEnumerable<Deal> deals)
    {
        var stays = deals.Where(deal => deal.Facts.Status == DealStatus.Won).SelectMany(Stays).ToLookup(stay => stay.Stage, stay => stay.Days, StringComparer.OrdinalIgnoreCase);
        return new(stays.ToDictionary(stage => stage.Key, stage => new StageNorm(Median([.. stage.Order()]), stage.Count()), StringComparer.OrdinalIgnoreCase));
    }

    public static StageNorms Of(IReadOnlyDictionary<string, StageNorm> stages) => new(new(stages, StringComparer.OrdinalIgnoreCase));

    /// <summary>Null until enough deals were won.</summary>
    public StageNorm? Find(string stage) => _stages.TryGetValue(stage, out var norm) && norm.Deals >= EnoughDeals ? norm : null;

    /// <summary>The days that a deal stayed in each stage before it moved on; a stage that it came back to counts once, with all its days.</summary>
    private static IEnumerable<(string Stage, double Days)> Stays(Deal deal)
    {
        var seen = deal.History.Facts;
        return seen.Zip(seen.Skip(1))
            .Where(step => step is { First: { Stage: not null, Status: DealStatus.Open } })
            .GroupBy(step => step.First.Stage ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(stays => (stays.Key, stays.Sum(step => (step.Second.At - step.First.At).TotalDays)));
    }

    private static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
