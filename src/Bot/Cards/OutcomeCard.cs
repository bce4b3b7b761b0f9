using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>After an appointment: how did it go? Answered in one tap; what is asked next takes the card's place.</summary>
public static class OutcomeCard
{
    private const int LongestName = 120;

    public static Card Of(ReminderDocument reminder, Deal deal)
    {
        var name = Shorten(deal.Facts.Name, LongestName);
        var question = deal.FollowUp?.NextStep is { } step ? OutcomeWords.Question(step with { With = step.With is { } who ? Shorten(who, LongestName) : null }, name) : name;
        return new Card
        {
            FallbackText = question,
            Body =
            [
                Theirs(question, TextWeight.Bolder, TextSize.Medium),
                Theirs(deal.FollowUp?.NextStep?.With is null ? OutcomeWords.OneTap : $"{name}. {OutcomeWords.OneTap}", subtle: true) with { Spacing = Spacing.Small },
                new ActionSet([.. OutcomeWords.Taps.Take(3).Select(tap => Tap(reminder, tap))]),
                new ActionSet([.. OutcomeWords.Taps.Skip(3).Select(tap => Tap(reminder, tap))]) { Spacing = Spacing.Small },
            ],
        };
    }

    private static ExecuteAction Tap(ReminderDocument reminder, (StepOutcome Outcome, string Title) tap) =>
        Button.Execute(tap.Title, Verbs.Outcome, [.. Ids(reminder), (Fields.Outcome, tap.Outcome.ToString())]);
}
