using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What a rep hears of their own stalled deals.</summary>
public static class HeadsUpWords
{
    public static string Title(int count) => count switch
    {
        0 => HeadsUpText.NoDeal,
        1 => HeadsUpText.OneDeal,
        _ => HeadsUpText.Deals.With(count),
    };

    public static string Reason(string channel, ZonedDateTime cardAt) => HeadsUpText.Reason.With(channel, Spoken.ShortMoment(cardAt));
}
