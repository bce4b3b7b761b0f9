using System.Globalization;
using FollowUpBot.Deals.Stalls;

namespace FollowUpBot.Dialogs;

/// <summary>How a deal's appointments went, in a few words.</summary>
public static class PromiseWords
{
    /// <summary>"moved twice"; null when it was not.</summary>
    public static string? Moved(int moves) => moves switch
    {
        <= 0 => null,
        1 => "moved once",
        2 => "moved twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"moved {moves} times"),
    };

    /// <summary>"Its next step was moved twice. 3 of 4 appointments took place."; null when there is nothing to tell.</summary>
    public static string? Line(StepPromises promises)
    {
        var moved = Moved(promises.Moves) is { } times ? $"Its next step was {times}." : null;
        var kept = promises.Told switch
        {
            0 => null,
            1 => promises.Kept == 1 ? "The one appointment that you told me of took place." : "The one appointment that you told me of did not take place.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{promises.Kept} of {promises.Told} appointments took place."),
        };
        return (moved, kept) switch
        {
            (null, null) => null,
            _ => string.Join(' ', new[] { moved, kept }.OfType<string>()),
        };
    }
}
