using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Contacts;
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
        var paragraphs = new List<string> { buyer is null ? "Hello," : $"Hi {buyer}," };
        if (reason is not null)
            paragraphs.Add($"What stayed with me from our talk, in your words: {reason}.{(neededBy is { } by ? $" You need that settled by {Spoken.Day(by)}." : "")}");
        paragraphs.Add(Ask(reason is not null, step, day));
        paragraphs.Add("Best regards");
        return new FollowUpDraft(step is null ? "The day that suits you" : $"For {Spoken.Day(step.Local.Date)}", string.Join("\n\n", paragraphs));
    }

    private static string Ask(bool hasReason, NextStep? step, LocalDate day) => (hasReason, step) switch
    {
        (true, { } firm) => $"Could you bring {Bring(firm.Kind)} to our appointment on {Spoken.Moment(firm.Zoned)}? Then we spend the time on your case.",
        (false, { } firm) => $"So that it is about you: what would change for you with this in place, and could you bring one example to {Spoken.Moment(firm.Zoned)}?",
        (true, null) => $"Could we look at exactly that together on {Spoken.Slot(day + Morning)}? Half an hour is enough.",
        _ => $"Could you tell me on {Spoken.Slot(day + Morning)} what would change for you with this in place? Half an hour is enough.",
    };

    private static string Bring(StepKind kind) => kind switch
    {
        StepKind.DecisionCall => "whatever still speaks against it",
        StepKind.ProposalReview => "your remarks on the paper",
        StepKind.ReferenceCall => "the one question you most want to ask them",
        StepKind.BusinessCase => "your own figures for it",
        StepKind.ExecutiveVisit or StepKind.PeerMeeting => "the one point that matters most to you",
        _ => "one real example of it",
    };
}
