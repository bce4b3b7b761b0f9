using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>Questions back when a rep logs a meeting and the deal is not clear.</summary>
public static class LogCards
{
    private const int MostChoices = 5;
    private const int LongestName = 80;

    public static Card Unknown(string name, Instant ended) => new()
    {
        FallbackText = Replies.UnknownDeal(name),
        Body = [Theirs(Replies.UnknownDeal(name))],
        Actions = [Button.Execute(LogCardText.AddDeal, Verbs.AddDeal, (Fields.Name, name), (Fields.Ended, Text(ended)))],
    };

    public static Card Which(string name, IReadOnlyList<Deal> fitting, Instant ended) => new()
    {
        FallbackText = Replies.WhichOfThese(name),
        Body =
        [
            Theirs(Replies.WhichOfThese(name)),
            new ActionSet([.. fitting.Take(MostChoices).Select(deal =>
                Button.Execute(Shorten(deal.Facts.Name, LongestName), Verbs.LogFor, (Fields.Deal, deal.Id), (Fields.Ended, Text(ended))))]),
        ],
    };

    /// <summary>Takes the place of the question, so that it is not answered twice.</summary>
    public static Card Done(string reply) => new() { FallbackText = reply, Body = [Theirs(reply)] };

    private static string Text(Instant instant) => InstantPattern.General.Format(instant);
}
