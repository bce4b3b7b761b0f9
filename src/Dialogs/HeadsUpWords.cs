using System.Globalization;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What a rep hears of their own stalled deals.</summary>
public static class HeadsUpWords
{
    public static string Title(int count) => count switch
    {
        0 => "None of your deals needs a hand",
        1 => "One of your deals could use a hand",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} of your deals could use a hand"),
    };

    public static string Reason(string channel, ZonedDateTime cardAt) =>
        $"You see this first. The weekly card in {channel} comes {Spoken.ShortMoment(cardAt)}; what is mended before then is not on it.";
}
