using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Dialogs;

/// <summary>How a deal's appointments went, in a few words.</summary>
public static class PromiseWords
{
    /// <summary>"moved twice"; null when it was not.</summary>
    public static string? Moved(int moves) => moves switch
    {
        <= 0 => null,
        1 => PromiseText.MovedOnce,
        2 => PromiseText.MovedTwice,
        _ => PromiseText.Moved.With(moves),
    };

    /// <summary>"Its next step was moved twice. 3 of 4 appointments took place."; null when there is nothing to tell.</summary>
    public static string? Line(StepPromises promises)
    {
        var moved = promises.Moves switch
        {
            <= 0 => null,
            1 => PromiseText.StepMovedOnce,
            2 => PromiseText.StepMovedTwice,
            var moves => PromiseText.StepMoved.With(moves),
        };
        var kept = promises.Told switch
        {
            0 => null,
            1 => promises.Kept == 1 ? PromiseText.OneKept : PromiseText.OneNotKept,
            _ => PromiseText.Kept.With(promises.Kept, promises.Told),
        };
        return (moved, kept) switch
        {
            (null, null) => null,
            _ => string.Join(' ', new[] { moved, kept }.OfType<string>()),
        };
    }
}
