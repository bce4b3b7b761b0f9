using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using NodaTime;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>"my deals": what waits for an answer first, the oldest meeting leading, then every open deal with its next step.</summary>
public static class DealsCard
{
    private const int MostWaiting = 5;
    private const int MostDeals = 15;
    private const int LongestName = 60;

    public static Card Of(IReadOnlyList<Deal> deals, IReadOnlyList<ReminderDocument> waiting, WorkingCalendar calendar, Instant now)
    {
        var names = deals.ToDictionary(deal => deal.Id, deal => deal.Facts.Name);
        var title = deals.Count == 1 ? DealsCardText.Deal : DealsCardText.Deals.With(deals.Count);
        var body = new List<CardElement> { Heading(title) };
        var shownWaiting = waiting.Where(reminder => names.ContainsKey(reminder.DealId)).OrderBy(reminder => reminder.Meeting.End).Take(MostWaiting).ToList();
        if (shownWaiting.Count > 0)
            body.Add(new ActionSet([.. shownWaiting.Select(reminder => AnswerButton(reminder, names[reminder.DealId]))]));
        body.AddRange(deals.OrderBy(deal => deal.NextStepStanding?.At ?? Instant.MinValue).Take(MostDeals).Select(deal => Line(deal, calendar, now)));
        if (deals.Count > MostDeals)
            body.Add(Small(DealsCardText.More.With(deals.Count - MostDeals)));
        return new Card { FallbackText = title, Body = body };
    }

    private static ExecuteAction AnswerButton(ReminderDocument reminder, string name) =>
        Button.Execute(ReminderCardText.Answer.With(Shorten(name, LongestName)), Verbs.Open, Ids(reminder));

    private static ColumnSet Line(Deal deal, WorkingCalendar calendar, Instant now)
    {
        var step = deal.NextStepStanding;
        var next = step switch
        {
            null => DealsCardText.NoStep,
            _ when step.At <= now => DealsCardText.WasDue.With(Spoken.Slot(step.Local)),
            _ when deal.FollowUp is { IsHope: true } => DealsCardText.Hope.With(Spoken.Slot(step.Local)),
            _ => Spoken.Slot(step.Local),
        };
        if (PromiseWords.Moved(StepPromises.Of(deal, calendar, now).Moves) is { } moved && step is not null)
            next = $"{next}, {moved}";
        return new ColumnSet(
        [
            new Column([Theirs(Shorten(deal.Facts.Name, LongestName))]) { Width = "3" },
            new Column([Theirs(next, step is null ? TextWeight.Bolder : null, subtle: step is not null)]) { Width = "2" },
        ])
        {
            Spacing = Spacing.Small,
        };
    }
}
