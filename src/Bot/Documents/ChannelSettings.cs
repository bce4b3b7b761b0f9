using FollowUpBot.Bot.Host;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Bot.Documents;

/// <summary>What a channel has set for itself. What is null is as configured.</summary>
public sealed record ChannelSettings
{
    public static ChannelSettings None { get; } = new();

    /// <summary>Object ids of the reps whose deals are followed; null for the whole team.</summary>
    public IReadOnlyList<string>? Reps { get; init; }

    /// <summary>Names of the pipelines that are followed; null for all.</summary>
    public IReadOnlyList<string>? Pipelines { get; init; }

    public Motion? Motion { get; init; }

    /// <summary>Rules that the channel does without; null for none.</summary>
    public IReadOnlyList<StallRule>? RulesOff { get; init; }

    /// <summary>R1: working days until amber.</summary>
    public int? AmberWorkingDays { get; init; }

    /// <summary>R1: working days until red.</summary>
    public int? RedWorkingDays { get; init; }

    /// <summary>R3: calendar days.</summary>
    public int? QuietDays { get; init; }

    /// <summary>R12: calendar days.</summary>
    public int? StillDays { get; init; }

    /// <summary>R9: in the deal's own currency.</summary>
    public int? LargeAmount { get; init; }

    /// <summary>Deals that a card shows.</summary>
    public int? Rows { get; init; }

    public bool? SayNothingStalled { get; init; }

    public bool? ShowQuotes { get; init; }

    /// <summary>The channel's thresholds over the configured ones; a motion of its own brings the days of that motion.</summary>
    public StallSettings RulesOver(DigestOptions configured)
    {
        var inherited = configured.Rules();
        var usual = Motion is { } motion
            ? StallSettings.For(motion) with
            {
                NoNextStepAmberWorkingDays = inherited.NoNextStepAmberWorkingDays,
                NoNextStepRedWorkingDays = inherited.NoNextStepRedWorkingDays,
            }
            : inherited;
        return usual with
        {
            NoNextStepAmberWorkingDays = AmberWorkingDays ?? usual.NoNextStepAmberWorkingDays,
            NoNextStepRedWorkingDays = RedWorkingDays ?? usual.NoNextStepRedWorkingDays,
            QuietDays = QuietDays ?? usual.QuietDays,
            StillDays = StillDays ?? usual.StillDays,
            LargeAmount = LargeAmount ?? usual.LargeAmount,
            Off = RulesOff ?? [],
        };
    }

    public bool Follows(Deal deal) =>
        Pipelines is null || Pipelines.Contains(deal.Facts.Pipeline ?? "", StringComparer.OrdinalIgnoreCase);

    public bool Follows(RosterMember rep) => Reps is null || Reps.Contains(rep.ObjectId);
}

/// <summary>What the settings card changes at once, and takes back at once.</summary>
public sealed record ChannelPlan(ChannelSettings Settings, string ZoneId, IsoDayOfWeek Day, LocalTime Time);
