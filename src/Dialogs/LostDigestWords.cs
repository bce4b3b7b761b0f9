using System.Globalization;

namespace FollowUpBot.Dialogs;

/// <summary>What whoever set a weekly card up reads when it did not come: the reason and the fix.</summary>
public static class LostDigestWords
{
    private const string Lost = "The weekly card did not reach";

    public static string NotInTeam(string channel) =>
        $"{Lost} {channel}: I am not in its team any more. To have it again, add FollowUpBot to the team and say \"@FollowUpBot digest here\" in the channel.";

    public static string ChannelGone(string channel) =>
        $"{Lost} {channel}: Teams says that the channel is gone. Say \"@FollowUpBot digest here\" in the channel that should get it from now on.";

    public static string Refused(string channel, string? detail) =>
        $"{Lost} {channel}: Teams refused it{Said(detail)}. Please tell your admin. \"@FollowUpBot digest now\" in the channel shows it as soon as that is mended.";

    public static string NotTaken(string channel) =>
        $"{Lost} {channel}: Teams did not take it, though I tried for most of a day. Say \"@FollowUpBot digest now\" in the channel to see it.";

    public static string InDoubt(string channel) =>
        $"The weekly card may not have reached {channel}: Teams did not say. Please look there; if it is missing, say \"@FollowUpBot digest now\" in the channel.";

    public static string Missed(string channel, int cards) => cards == 1
        ? $"{Lost} {channel}: I was not running at its time, nor the day after. Say \"@FollowUpBot digest now\" in the channel to see it; the next one comes as planned."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{cards} weekly cards did not reach {channel}: I was not running at their times. Say \"@FollowUpBot digest now\" in the channel to see the latest; the next one comes as planned.");

    /// <summary>A team's General channel has no name of its own.</summary>
    public static string Channel(string? name) => name is null ? "your team's channel" : $"the channel {name}";

    private static string Said(string? detail) => detail is null ? "" : $" ({detail})";
}
