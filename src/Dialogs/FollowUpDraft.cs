using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>A mail to the buyer for the rep to copy: their own words, and exactly one question with a date. Nothing in it is invented.</summary>
/// <param name="Body">Paragraphs with an empty line between them.</param>
public sealed record FollowUpDraft(string Subject, string Body)
{
    private const int LongestReason = 240;

    private static readonly LocalTime Morning = new(10, 0);

    /// <param name="said">What is known of the deal; null before anything was answered.</param>
    /// <param name="buyer">A first name; null when nobody is known.</param>
    /// <param name="calendar">The rep's: the day asked for is one of their working days.</param>
    public static FollowUpDraft Of(FollowUp? said, string? buyer, WorkingCalendar calendar, Instant now)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var step = said?.NextStep is { } next && next.At > now ? next : null;
        var reason = said is { HasBuyersReason: true, Reason: { Length: > 0 and <= LongestReason } text } ? BuyersWords.ToThem(text) : null;
        var day = calendar.NextWorkingDay(calendar.NextWorkingDay(calendar.DateAt(now)));
        var plain = Write(buyer, null, null, step, day);
        FollowUpDraft[] best = [Write(buyer, reason, said?.NeededBy, step, day), Write(buyer, null, said?.NeededBy, step, day)];
        return best.FirstOrDefault(draft => ContactCheck.Read(draft.Body).Count == 0) ?? plain;
    }

    private static FollowUpDraft Write(string? buyer, string? reason, LocalDate? neededBy, NextStep? step, LocalDate day)
    {
        var paragraphs = new List<string> { buyer is null ? DraftText.Hello : DraftText.HelloTo.With(buyer) };
        if (reason is not null)
            paragraphs.Add(neededBy is { } by ? $"{DraftText.WhatStayed.With(reason)} {DraftText.SettledBy.With(Spoken.Day(by))}" : DraftText.WhatStayed.With(reason));
        paragraphs.Add(Ask(reason is not null, step, day));
        paragraphs.Add(DraftText.Regards);
        return new FollowUpDraft(
            step is null ? DraftText.AnyDaySubject : DraftText.DaySubject.With(Spoken.Day(step.Local.Date)),
            string.Join("\n\n", paragraphs));
    }

    private static string Ask(bool hasReason, NextStep? step, LocalDate day) => (hasReason, step) switch
    {
        (true, { } firm) => Bring(firm.Kind).With(Spoken.Slot(firm.Local)),
        (false, { } firm) => DraftText.WhatWouldChangeAndBring.With(Spoken.Slot(firm.Local)),
        (true, null) => DraftText.LookTogether.With(Spoken.Slot(day + Morning)),
        _ => DraftText.TellWhatWouldChange.With(Spoken.Slot(day + Morning)),
    };

    private static string Bring(StepKind kind) => kind switch
    {
        StepKind.DecisionCall => DraftText.BringDoubts,
        StepKind.ProposalReview => DraftText.BringRemarks,
        StepKind.ReferenceCall => DraftText.BringQuestion,
        StepKind.BusinessCase => DraftText.BringFigures,
        StepKind.ExecutiveVisit or StepKind.PeerMeeting => DraftText.BringPoint,
        _ => DraftText.BringExample,
    };
}
