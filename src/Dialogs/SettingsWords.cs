using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>The words of a channel's settings.</summary>
public static class SettingsWords
{
    public static string Stale => ChannelSettingsText.Stale;

    public static string NoZone => ChannelSettingsText.NoZone;

    public static string NoTime => ChannelSettingsText.NoTime;

    public static string RedBeforeAmber => ChannelSettingsText.RedBeforeAmber;

    public static string AmberDays => ChannelSettingsText.AmberDays;

    public static string RedDays => ChannelSettingsText.RedDays;

    public static string QuietDays => ChannelSettingsText.QuietDays;

    public static string StillDays => ChannelSettingsText.StillDays;

    public static string LargeAmount => ChannelSettingsText.LargeAmount;

    public static string Rows => ChannelSettingsText.Rows;

    public static string Saved(ZonedDateTime next) => ChannelSettingsText.Saved.With(Spoken.Moment(next));

    public static string Undone(ZonedDateTime next) => ChannelSettingsText.Undone.With(Spoken.Moment(next));

    public static string OutOfRange(string what, int least, int most) => ChannelSettingsText.OutOfRange.With(what, least, most);

    public static string Motion(Motion motion) => motion switch
    {
        Deals.Stalls.Motion.OneCall => ChannelSettingsText.OneCall,
        Deals.Stalls.Motion.Smb => ChannelSettingsText.Smb,
        Deals.Stalls.Motion.Enterprise => ChannelSettingsText.Enterprise,
        _ => ChannelSettingsText.MidMarket,
    };

    public static string Rule(StallRule rule) => rule switch
    {
        StallRule.NoNextStep => ChannelSettingsText.NoNextStep,
        StallRule.NextStepPassed => ChannelSettingsText.NextStepPassed,
        StallRule.NoActivity => ChannelSettingsText.NoActivity,
        StallRule.Ghosted => ChannelSettingsText.Ghosted,
        StallRule.StageAge => ChannelSettingsText.StageAge,
        StallRule.CloseDatePassed => ChannelSettingsText.CloseDatePassed,
        StallRule.CloseDatePushed => ChannelSettingsText.CloseDatePushed,
        StallRule.NextStepPushed => ChannelSettingsText.NextStepPushed,
        StallRule.SingleThreaded => ChannelSettingsText.SingleThreaded,
        StallRule.NoDecisionMaker => ChannelSettingsText.NoDecisionMaker,
        StallRule.ProposalAlone => ChannelSettingsText.ProposalAlone,
        StallRule.NoMovement => ChannelSettingsText.NoMovement,
        StallRule.NoReason => ChannelSettingsText.NoReason,
        StallRule.NoUrgency => ChannelSettingsText.NoUrgency,
        StallRule.Drifting => ChannelSettingsText.Drifting,
        StallRule.Chasing => ChannelSettingsText.Chasing,
        StallRule.DelayExpired => ChannelSettingsText.DelayExpired,
        StallRule.LosingMomentum => ChannelSettingsText.LosingMomentum,
        StallRule.MissingFields => ChannelSettingsText.MissingFields,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No words for this rule."),
    };
}
