using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>What whoever set a weekly card up reads when it did not come: the reason and the fix.</summary>
public static class LostDigestWords
{
    public static string NotInTeam(string channel) => LostDigestText.NotInTeam.With(channel);

    public static string ChannelGone(string channel) => LostDigestText.ChannelGone.With(channel);

    public static string Refused(string channel, string? detail) =>
        detail is null ? LostDigestText.Refused.With(channel) : LostDigestText.RefusedAs.With(channel, detail);

    public static string NotTaken(string channel) => LostDigestText.NotTaken.With(channel);

    public static string InDoubt(string channel) => LostDigestText.InDoubt.With(channel);

    public static string Missed(string channel, int cards) =>
        cards == 1 ? LostDigestText.OneMissed.With(channel) : LostDigestText.Missed.With(cards, channel);

    /// <summary>A team's General channel has no name of its own.</summary>
    public static string Channel(string? name) => name is null ? LostDigestText.General : LostDigestText.Channel.With(name);
}
