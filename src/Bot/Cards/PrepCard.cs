using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>Before an appointment: their reason, how urgent it is, what was promised, and what to ask for at the end.</summary>
public static class PrepCard
{
    private const int LongestFallback = 400;
    private const int LongestText = 500;

    /// <param name="buyer">A first name; null when nobody is known.</param>
    public static Card Of(Deal deal, string? buyer, Instant now)
    {
        var said = deal.FollowUp;
        var step = said?.NextStep is { } next && next.At > now ? next : null;
        var body = new List<CardElement>
        {
            Theirs(deal.Facts.Name, TextWeight.Bolder, TextSize.Large),
            Theirs(step is null ? PrepWords.NoStep : PrepWords.When(step), subtle: true) with { Spacing = Spacing.None },
        };
        if (step is not null)
            body.Add(Row(PrepCardText.Promised, Shorten(step.What ?? PrepWords.OnlyTheTime, LongestText)) with { Spacing = Spacing.Medium });
        body.Add(Row(PrepCardText.Why, said is { HasBuyersReason: true, Reason: { } reason } ? Shorten(reason, LongestText) : PrepWords.NoReason(buyer)));
        body.Add(Row(PrepCardText.Urgency, Shorten(UrgencyLine.Of(said), LongestText)));
        body.Add(Row(PrepCardText.AtTheEnd, AppointmentWords.AskAtTheEnd(step?.Kind ?? StepKind.Other), TextWeight.Bolder));
        return new Card { FallbackText = Shorten(PrepWords.Summary(deal.Facts.Name, step), LongestFallback), Body = body };
    }
}
