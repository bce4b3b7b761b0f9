using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;

namespace FollowUpBot.Bot.Cards;

/// <summary>What the settings card of a channel shows.</summary>
/// <param name="Configured">What is not set is inherited from here.</param>
/// <param name="Pipelines">Those that can be chosen.</param>
public sealed record SettingsView(ChannelDocument Channel, DigestOptions Configured, IReadOnlyList<string> Pipelines)
{
    /// <summary>Names that can be chosen one by one; a larger team is followed as a whole (teams rule 39).</summary>
    public const int MostReps = 60;

    public const int MostPipelines = 20;
}

/// <summary>The names of the fields on the settings card.</summary>
public static class SettingsFields
{
    public const string Reps = "reps";
    public const string Pipelines = "pipelines";
    public const string Motion = "motion";
    public const string Rules = "rules";
    public const string Amber = "amber";
    public const string Red = "red";
    public const string Quiet = "quiet";
    public const string Still = "still";
    public const string Large = "large";
    public const string Rows = "rows";
    public const string Day = "day";
    public const string Time = "time";
    public const string Zone = "zone";
    public const string Nothing = "nothing";
    public const string Quotes = "quotes";
}
