using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>How a deal's appointments went: how often the one that stands was moved, and how many of those told of took place.</summary>
/// <param name="Moves">To a later time, since the last appointment that was held; a correction within the hour does not count.</param>
/// <param name="Kept">Appointments that took place.</param>
/// <param name="Told">Appointments whose outcome is known.</param>
public sealed record StepPromises(int Moves, int Kept, int Told)
{
    /// <summary>Pure: the same deal, calendar and moment give the same figures.</summary>
    public static StepPromises Of(Deal deal, WorkingCalendar calendar, Instant now)
    {
        var talks = TalksThen.Of(deal, now);
        var told = deal.History.Outcomes.Where(outcome => outcome.At <= now && !(outcome.TakenBackAt <= now)).ToList();
        return new StepPromises(AnswersThen.Of(deal, talks, calendar, now).StepPushes, told.Count(outcome => outcome.HeldAs is not null), told.Count);
    }
}
