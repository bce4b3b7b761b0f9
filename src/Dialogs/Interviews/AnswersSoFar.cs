using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Reasons;

namespace FollowUpBot.Dialogs.Interviews;

/// <summary>What a rep has told in an interview that is not over, on top of what the deal knew before.</summary>
public static class AnswersSoFar
{
    /// <returns>What was known, where nothing was told yet.</returns>
    public static FollowUp? Of(InterviewState state, FollowUp? known, Deal deal)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(deal);
        if (state is { Reason: null, Urgency: null })
            return known;
        var said = known ?? new FollowUp(Reason: null, new Urgency(UrgencyLevel.Unknown, Driver: null), NextStep: null, deal.Facts.Owner, deal.FirstSeenAt);
        if (state.Reason is { } reason)
        {
            var grade = ReasonGrader.Grade(reason.Text ?? "");
            said = said with { Reason = reason.Text, Quality = grade.Quality, Driver = grade.Driver };
        }

        return state.Urgency is { } urgency ? said with { Urgency = urgency, UrgencyFrom = state.UrgencyFrom, NeededBy = state.NeededBy } : said;
    }
}
