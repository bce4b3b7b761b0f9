using System.Globalization;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>The words of a channel's settings.</summary>
public static class SettingsWords
{
    public const string Stale = "Somebody has changed these settings since this card was made. Here is how they stand now; nothing was changed by your press.";

    public const string NoZone = "I do not know that time zone. Take its name from the IANA list, such as Europe/Berlin or America/New_York.";

    public const string NoTime = "I did not understand that time. Write it as 08:00.";

    public const string RedBeforeAmber = "A deal is at risk before it is stalled, so the second number of working days cannot be smaller than the first.";

    public const string AmberDays = "Working days until a deal without a next step is at risk";

    public const string RedDays = "Working days until a deal without a next step is stalled";

    public const string QuietDays = "Days in which nothing happened";

    public const string StillDays = "Days in which nothing moved";

    public const string LargeAmount = "The amount of a large deal";

    public const string Rows = "Deals on the card";

    public static string Saved(ZonedDateTime next) => $"Saved. The next weekly card comes {Spoken.Moment(next)}. \"Undo the last change\" takes it back.";

    public static string Undone(ZonedDateTime next) => $"Taken back. The next weekly card comes {Spoken.Moment(next)}.";

    public static string OutOfRange(string what, int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: please give a number from {least} to {most}.");

    public static string Motion(Motion motion) => motion switch
    {
        Deals.Stalls.Motion.OneCall => "In one call",
        Deals.Stalls.Motion.Smb => "To small companies",
        Deals.Stalls.Motion.Enterprise => "To large companies",
        _ => "To mid-size companies",
    };

    public static string Rule(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => "No firm next step",
        StallRule.NextStepPassed => "Next step passed, no outcome",
        StallRule.NoActivity => "Nothing happened for days",
        StallRule.Ghosted => "The buyer does not answer",
        StallRule.StageAge => "Long in its stage",
        StallRule.CloseDatePassed => "Close date passed",
        StallRule.CloseDatePushed => "Close date pushed",
        StallRule.NextStepPushed => "Next step pushed",
        StallRule.SingleThreaded => "One person carries a large deal",
        StallRule.NoDecisionMaker => "Nobody who decides was met",
        StallRule.ProposalAlone => "Proposal not followed up",
        StallRule.NoMovement => "Nothing moved for days",
        StallRule.NoReason => "No reason of the buyer's",
        StallRule.NoUrgency => "Late, and not urgent",
        StallRule.Drifting => "Meetings without a firm step",
        StallRule.Chasing => "We do the talking",
        StallRule.DelayExpired => "Agreed delay is over",
        StallRule.LosingMomentum => "Pauses keep doubling",
        StallRule.MissingFields => "Fields of the forecast are empty",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No words for this rule."),
    };
}
