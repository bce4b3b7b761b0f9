using System.Globalization;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>What is different on a follow-up's card when it was brought to mend a stalled deal: why it comes, and no blame.</summary>
internal static class AskPieces
{
    private const int LongestReason = 300;
    private const int LongestWord = 80;

    public static IEnumerable<CardElement> Lines(Ask ask, ReminderDocument reminder, Deal deal)
    {
        if (ask.Place is { } place)
            yield return Theirs(MendWords.AskedFrom(Shorten(place, LongestWord), ask.ByName is { } name ? Shorten(name, LongestWord) : null), size: TextSize.Small, subtle: true) with { Spacing = Spacing.None };
        if (deal.FollowUp is { HasBuyersReason: true, Reason: { } reason })
            yield return Row(SavedCardText.Why, Shorten(reason, LongestReason)) with { Spacing = Spacing.Medium };
        yield return Theirs(MendWords.AskedFor(reminder.Meeting.BuyersFirstName)) with { Spacing = Spacing.Medium };
    }

    /// <summary>A deal without a next step may be nurtured, delayed or closed instead.</summary>
    public static ExecuteAction SomethingElse(Deal deal) => Button.Execute(
        ReminderCardText.SomethingElse, MendVerbs.Open, (Fields.Deal, deal.Id), (Fields.Version, deal.Version.ToString(CultureInfo.InvariantCulture))) with
    {
        AssociatedInputs = "none",
    };
}
