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
            body.Add(new ActionSet([.. shownWaiting.Select(reminder => AnswerButton(reminder, NameOf(reminder, names, shownWaiting, calendar.Zone)))]));
        body.AddRange(deals.OrderBy(deal => deal.NextStepStanding?.At ?? Instant.MinValue).Take(MostDeals).Select(deal => Line(deal, calendar, now)));
        if (deals.Count > MostDeals)
            body.Add(Small(DealsCardText.More.With(deals.Count - MostDeals)));
        return new Card { FallbackText = title, Body = body };
    }

    /// <summary>Two meetings of one deal are told apart by when they were.</summary>
    private static string NameOf(ReminderDocument reminder, Dictionary<string, string> names, List<ReminderDocument> shown, DateTimeZone zone)
    {
        var name = Shorten(names[reminder.DealId], LongestName);
        return shown.Count(other => other.DealId == reminder.DealId) > 1
            ? DealsCardText.NameAndMeeting.With(name, Spoken.Slot(reminder.Meeting.Start.InZone(zone).LocalDateTime))
            : name;
    }

    private static ExecuteAction AnswerButton(ReminderDocument reminder, string name) =>
        Button.Execute(ReminderCardText.Answer.With(name), Verbs.Open, Ids(reminder));

    private static ColumnSet Line(Deal deal, WorkingCalendar calendar, Instant now)
    {
        var step = deal.NextStepStanding;
        var next = step switch
        {
            null => WithoutStep(deal, calendar.DateAt(now)),
            _ when step.At <= now => DealsCardText.WasDue.With(Spoken.Slot(step.Local)),
            _ when deal.FollowUp is { IsHope: true } => DealsCardText.Hope.With(Spoken.Slot(step.Local)),
            _ => Spoken.Slot(step.Local),
        };
        if (PromiseWords.Moved(StepPromises.Of(deal, calendar, now).Moves) is { } moved && step is not null)
            next = $"{next}, {moved}";
        var isOpen = step is null && !IsWaiting(deal, calendar.DateAt(now));
        return new ColumnSet(
        [
            new Column([Theirs(Shorten(deal.Facts.Name, LongestName))]) { Width = "3" },
            new Column([Theirs(next, isOpen ? TextWeight.Bolder : null, subtle: !isOpen)]) { Width = "2" },
        ])
        {
            Spacing = Spacing.Small,
        };
    }

    private static string WithoutStep(Deal deal, LocalDate today) => deal.State switch
    {
        { Phase: DealPhase.Nurture, Until: { } day } when day > today => DealsCardText.NurtureUntil.With(Spoken.Day(day)),
        { Phase: DealPhase.Nurture, Until: null } => DealsCardText.Nurture,
        { Phase: DealPhase.Delayed, Until: { } day } => (day > today ? DealsCardText.DelayedUntil : DealsCardText.DelayEnded).With(Spoken.Day(day)),
        _ when HaveSaidNo(deal) => DealsCardText.SaidNo,
        _ => DealsCardText.NoStep,
    };

    /// <summary>A deal that waits on purpose is not forgotten.</summary>
    private static bool IsWaiting(Deal deal, LocalDate today) =>
        HaveSaidNo(deal) || (deal.State.Phase is DealPhase.Nurture or DealPhase.Delayed && !(deal.State.Until <= today));

    /// <summary>The last appointment brought a no, and nobody met them since.</summary>
    private static bool HaveSaidNo(Deal deal) =>
        deal.History.Outcomes.LastOrDefault(told => told.TakenBackAt is null) is { Outcome: StepOutcome.No } no && !(deal.LastMeetingAt > no.StepAt);
}
