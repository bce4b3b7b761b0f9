using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;

namespace FollowUpBot.Bot.Cards;

/// <summary>How urgent it is to them, in a line: "High: their audit on 15 April (your guess)".</summary>
public static class UrgencyLine
{
    public static string Of(FollowUp? followUp)
    {
        var level = Spoken.Level(followUp?.Urgency.Level ?? UrgencyLevel.Unknown);
        var line = followUp switch
        {
            { Urgency.Driver: { } driver } => $"{level}: {driver}",
            { NeededBy: { } day } => SavedCardText.NeededBy.With(level, Spoken.Day(day)),
            _ => level,
        };
        return followUp?.UrgencyFrom == UrgencySource.Guess ? SavedCardText.YourGuess.With(line) : line;
    }
}
