using FollowUpBot.Bot.Appointments;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Sentences;
using FollowUpBot.Dialogs;
using FollowUpBot.Teams.Cards;
using static FollowUpBot.Bot.Cards.Pieces;

namespace FollowUpBot.Bot.Cards;

/// <summary>What comes back at once for a firm step: its calendar file, a Teams meeting, and a mail to the buyer.</summary>
public static class StepCard
{
    /// <summary>The buttons alone, below a typed "saved".</summary>
    public static Card Of(ReminderDocument reminder, StepLinks links) => new()
    {
        FallbackText = StepCardText.WhatNow,
        Body = [Buttons(reminder, links)],
    };

    public static ActionSet Buttons(ReminderDocument reminder, StepLinks links)
    {
        var draft = Button.Execute(StepCardText.Draft, Verbs.Draft, Ids(reminder));
        CardAction[] open = [new OpenUrlAction(StepCardText.NewMeeting, links.Meeting), draft];
        return new ActionSet(links.Calendar is { } calendar ? [new OpenUrlAction(StepCardText.AddToCalendar, calendar), .. open] : open);
    }

    /// <summary>The way to Outlook, below a draft in words.</summary>
    public static Card OutlookOnly(FollowUpDraft draft, string to) => new()
    {
        FallbackText = StepCardText.OpenItInOutlook,
        Body = [new ActionSet([Outlook(draft, to)])],
    };

    /// <summary>The mail for the rep to copy, in place of the answers until they press Back. It is never sent from here.</summary>
    /// <param name="to">The buyer's address; null when it is not known.</param>
    public static Card WithDraft(ReminderDocument reminder, string dealName, FollowUpDraft draft, string? to)
    {
        var mail = draft.Body.Split("\n\n").Select(paragraph => Theirs(paragraph));
        var back = Button.Execute(StepCardText.Back, Verbs.Refresh, Ids(reminder));
        return new Card
        {
            FallbackText = Replies.DraftToCopy,
            Body =
            [
                Theirs(dealName, TextWeight.Bolder, TextSize.Large),
                Small(to is null ? Replies.DraftToCopy : Replies.DraftToOpen),
                new Container([.. mail]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium },
            ],
            Actions = to is null ? [back] : [Outlook(draft, to), back],
        };
    }

    private static OpenUrlAction Outlook(FollowUpDraft draft, string to) => new(StepCardText.OpenInOutlook, DeepLinks.Mail(to, draft.Subject, draft.Body));
}
