using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Reasons;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What the bot says in an interview: short, warm, plain, and always with what to do next.</summary>
public static class Say
{
    public static string Ask(Question question, string deal) => question switch
    {
        Question.Reason => $"{deal}: why do they want it, in their own words? If you don't know yet, say \"don't know\".",
        Question.Urgency => $"{deal}: how urgent is it to them, and what drives it? For example: \"high, their audit is in April\".",
        _ => $"{deal}: what is the next step, with a day and a time? For example: \"Demo with Dana, Tuesday at 3\".",
    };

    /// <summary>A reason that is ours, or true of any deal, is asked about once, in the rep's own words.</summary>
    /// <param name="driver">What they said drives the urgency; null when they have not.</param>
    public static string AskWhoseReason(ReasonGrade weak, string? driver, InterviewContext context)
    {
        var heard = weak.Quality == ReasonQuality.Seller ? "is good to hear, and it is about us" : "is true of many deals";
        var who = context.Buyer ?? "them";
        var ask = driver is null
            ? $"What changes for {who} if they have it?"
            : $"You said \"{driver}\" drives it: what changes for {who} then?";
        return $"{context.DealName}: \"{weak.Why}\" {heard}. Whose reason is that? {ask} If it has not come up, say \"don't know\".";
    }

    /// <summary>What an answer deserves to hear back at once: that an unknown reason is fine, and that a date of ours is no urgency.</summary>
    /// <param name="buyer">A first name; null when nobody is known.</param>
    public static string? Remark(InterviewState before, InterviewState after, string? buyer)
    {
        var isUnknown = after.Reason is { } reason && reason != before.Reason && ReasonGrader.Grade(reason.Text ?? "").Quality == ReasonQuality.Unknown;
        var isOurDate = after.IsOurDate && !before.IsOurDate;
        var lines = new[] { isUnknown ? $"Fine, noted as not known. To ask next time: \"{Discovery(buyer)}\"" : null, isOurDate ? OurDate : null }.OfType<string>().ToList();
        return lines.Count == 0 ? null : string.Join(" ", lines);
    }

    /// <summary>One question that brings out a reason of the buyer's.</summary>
    public static string Discovery(string? buyer) =>
        buyer is null ? "What would change for you with this in place?" : $"{buyer}, what would change for you with this in place?";

    public const string OurDate = "That date is ours, not theirs, so the urgency is noted as not known. Next time, ask which date matters to them.";

    /// <summary>What is stored, and an offer where the step is contact for its own sake.</summary>
    public static string SavedWithOffer(string deal, FollowUp followUp) =>
        StepWording.Of(followUp) is { } wording ? $"{Saved(deal, followUp)} {wording.Offer}" : Saved(deal, followUp);

    public static string Saved(string deal, FollowUp followUp) => followUp switch
    {
        { NextStep: null } => $"Saved. {deal} has no firm next step yet. When you have agreed a day and a time, press Change on its card.",
        { IsHope: true, NextStep: { } step } =>
            $"Saved. Next step with {deal}, hope so far: {Appointment(step)}. The date is firm; a reason of theirs would make it more. Say \"undo\" to change it.",
        { NextStep: { } step } => $"Saved. Next step with {deal}, firm: {Appointment(step)}. Say \"undo\" to change it.",
    };

    /// <summary>"Tue 24 Nov 2026, 10:00 CET with Dana, a demo"; where the kind is not known, as the rep said it.</summary>
    public static string Appointment(NextStep step) => KindOf(step.Kind) is { } kind
        ? $"{Spoken.Moment(step.Zoned)}{(step.With is { } who ? $" with {who}" : "")}, {kind}"
        : Step(step);

    private static string? KindOf(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => "a demo",
        StepKind.ProofOfConcept => "a trial",
        StepKind.ReferenceCall => "a reference call",
        StepKind.ExecutiveVisit => "an executive visit",
        StepKind.PeerMeeting => "a meeting among peers",
        StepKind.JointContent => "a story to write together",
        StepKind.BusinessCase => "the business case",
        StepKind.DecisionCall => "a decision",
        StepKind.ProposalReview => "the proposal",
        StepKind.Discovery => "discovery",
        _ => null,
    };

    /// <summary>"Demo with Dana, Tue 24 Nov 2026, 10:00 CET".</summary>
    public static string Step(NextStep step) => step.What is { } what ? $"{what}, {Spoken.Moment(step.Zoned)}" : Spoken.Moment(step.Zoned);

    /// <summary>As a rep could type it, so that the form reads it again as the same moment: "Demo with Dana, Tue 24 Nov 2026, 10:00".</summary>
    public static string StepInFull(NextStep step) =>
        step.What is { } what ? $"{what}, {Spoken.DatedSlot(step.Local)}" : Spoken.DatedSlot(step.Local);

    /// <summary>Why the answer is not yet an appointment, and two slots when there are two.</summary>
    /// <param name="earlierAsks">How often this was asked before, so that it is not said twice in the same words.</param>
    public static string AskForSlot(Reading reading, IReadOnlyList<ZonedDateTime> slots, int earlierAsks) =>
        $"{WhyNotYet(reading, earlierAsks)} {Offer(slots)}";

    private static string WhyNotYet(Reading reading, int earlierAsks) => reading.Kind switch
    {
        ReadingKind.Vague when earlierAsks == 0 => "Nearly there: that is a window, and an appointment needs a day and a time.",
        ReadingKind.Vague => "That still leaves the day or the time open.",
        ReadingKind.Past when reading.Start is { } start => $"{Spoken.Moment(start)} is over already.",
        ReadingKind.Past => "That day is over already.",
        ReadingKind.Recurring => "A rhythm is good. Let's fix the first date.",
        ReadingKind.Invalid => Impossibility(reading.Impossible),
        _ when earlierAsks == 0 => "I could not find a day and a time in that.",
        _ => "No day and time yet. If nothing is agreed, say \"none\" and it is noted that way.",
    };

    private static string Impossibility(Impossible? impossible) => impossible switch
    {
        Impossible.WeekdayContradictsDate => "The weekday and the date do not match.",
        Impossible.SkippedByDaylightSaving => "The clocks go forward then, so that time does not exist.",
        Impossible.NoSuchTime => "There is no such time on the clock.",
        _ => "There is no such day in the calendar.",
    };

    private static string Offer(IReadOnlyList<ZonedDateTime> slots) => slots.Count == 2
        ? $"Is {Spoken.Slot(slots[0].LocalDateTime)} or {Spoken.Slot(slots[1].LocalDateTime)} better ({slots[0].GetZoneInterval().Name})? Another time is fine too."
        : "Which day and time suit them? For example: \"Tuesday at 3\".";
}
