using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>The daily message about follow-ups whose cards may not have arrived: one button each.</summary>
public static class NoticeCard
{
    /// <summary>Teams shows six buttons at most (teams rule 57); what does not fit joins the next message.</summary>
    public const int MostRows = 6;

    private const int LongestName = 40;

    public static Card Of(IReadOnlyList<(ReminderDocument Reminder, Deal Deal)> doubtful) => new()
    {
        FallbackText = "These follow-ups may not have reached you",
        Body =
        [
            Heading("These follow-ups may not have reached you"),
            Small("Teams did not say whether they arrived. Press one to answer it, or say \"my deals\" to see them all."),
            new ActionSet([.. doubtful.Select(each => Button.Execute("Answer: " + Shorten(each.Deal.Facts.Name, LongestName), Verbs.Open, Ids(each.Reminder)))]),
        ],
    };
}
