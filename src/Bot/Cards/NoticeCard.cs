using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>A follow-up that a list names.</summary>
/// <param name="IsDoubtful">Its card may not have arrived.</param>
public sealed record NamedFollowUp(ReminderDocument Reminder, Deal Deal, bool IsDoubtful);

/// <summary>A rep's lists, one button a follow-up: the morning's, and the first questions about several meetings.</summary>
public static class NoticeCard
{
    /// <summary>Teams shows six buttons at most (teams rule 57); what does not fit joins the next list.</summary>
    public const int MostRows = 6;

    private const int LongestName = 40;

    /// <summary>What may not have arrived, and what is still open.</summary>
    public static Card Morning(IReadOnlyList<NamedFollowUp> named)
    {
        var doubtful = named.Where(each => each.IsDoubtful).ToList();
        var open = named.Where(each => !each.IsDoubtful).ToList();
        var stillOpen = open is [var only] ? StillOpen(only) : NoticeCardText.SeveralOpen;
        List<CardElement> body = [];
        if (doubtful.Count > 0)
        {
            body.Add(Heading(NoticeCardText.MayNotHaveReached));
            body.Add(Small(NoticeCardText.PressOne));
            body.Add(Buttons(doubtful));
        }

        if (open.Count > 0)
        {
            body.Add(open.Count == 1 ? Theirs(stillOpen, TextWeight.Bolder, TextSize.Medium) : Heading(stillOpen));
            body.Add(Small(open.Count == 1 ? NoticeCardText.HearLessOfIt : NoticeCardText.HearLess));
            body.Add(Buttons(open));
        }

        return new Card { FallbackText = doubtful.Count > 0 ? NoticeCardText.MayNotHaveReached : stillOpen, Body = body };
    }

    /// <summary>Meetings that ended close together, or while nothing could be sent.</summary>
    public static Card SeveralMeetings(IReadOnlyList<NamedFollowUp> named)
    {
        var title = NoticeCardText.Meetings.With(named.Count);
        return new Card
        {
            FallbackText = title,
            Body =
            [
                Heading(title),
                Small(NoticeCardText.ThreeAnswers),
                Buttons(named),
            ],
        };
    }

    /// <summary>The question that is missing, so that it can be answered at once.</summary>
    private static string StillOpen(NamedFollowUp named)
    {
        var name = Shorten(named.Deal.Facts.Name, LongestName);
        return named.Reminder.Interview.Missing switch
        {
            Question.Reason => NoticeCardText.ReasonOpen.With(name),
            Question.Urgency => NoticeCardText.UrgencyOpen.With(name),
            _ => NoticeCardText.StepOpen.With(name),
        };
    }

    private static ActionSet Buttons(IReadOnlyList<NamedFollowUp> named) =>
        new([.. named.Select(each => Button.Execute(ReminderCardText.Answer.With(Shorten(each.Deal.Facts.Name, LongestName)), Verbs.Open, Ids(each.Reminder)))]);
}
