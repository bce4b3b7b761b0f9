using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Dialogs.Reasons;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What the bot says in an interview: short, warm, plain, and always with what to do next.</summary>
public static class Say
{
    /// <param name="buyer">A first name; null when nobody is known.</param>
    public static string Ask(Question question, string deal, string? buyer) => question switch
    {
        Question.Reason => InterviewText.AskReason.With(deal),
        Question.Urgency => InterviewText.AskUrgency.With(deal),
        _ => buyer is null ? InterviewText.AskStep.With(deal) : InterviewText.AskStepWith.With(deal, buyer),
    };

    /// <summary>The same question in other words, after words that answer nothing.</summary>
    public static string AskOtherwise(Question question, AsideKind aside, string deal)
    {
        var again = question switch
        {
            Question.Reason => InterviewText.AskReasonOtherwise.With(deal),
            Question.Urgency => InterviewText.AskUrgencyOtherwise.With(deal),
            _ => InterviewText.AskStepOtherwise.With(deal),
        };
        return aside switch
        {
            AsideKind.NotHeld => InterviewText.NotHeld.With(deal),
            AsideKind.Doubting => $"{InterviewText.WhatFor} {again}",
            _ => again,
        };
    }

    /// <summary>What to do with an answer that was given to the wrong deal.</summary>
    public static string OtherDeal(string here, string meant, bool isAskedAbout) =>
        (isAskedAbout ? InterviewText.OtherDeal : InterviewText.OtherDealNotAsked).With(here, meant);

    /// <summary>A reason that is ours, or true of any deal, is asked about once, in the rep's own words.</summary>
    /// <param name="driver">What they said drives the urgency; null when they have not.</param>
    public static string AskWhoseReason(ReasonGrade weak, string? driver, InterviewContext context)
    {
        var heard = PlainWords.IsPraiseOfTheMeeting(weak.Why) ? InterviewText.WentWell.With(context.DealName)
            : (weak.Quality == ReasonQuality.Seller ? InterviewText.AboutUs : InterviewText.TrueOfMany).With(context.DealName, weak.Why);
        var ask = (driver, context.Buyer) switch
        {
            (null, null) => InterviewText.WhatChanges,
            (null, { } buyer) => InterviewText.WhatChangesFor.With(buyer),
            ({ } said, null) => InterviewText.DriverChanges.With(said),
            ({ } said, { } buyer) => InterviewText.DriverChangesFor.With(said, buyer),
        };
        return $"{heard} {ask} {InterviewText.NotComeUp}";
    }

    /// <summary>What an answer deserves to hear back at once: that an unknown reason is fine, that a date of ours is no urgency, and that a day is off.</summary>
    public static string? Remark(InterviewState before, InterviewState after, InterviewContext context)
    {
        var isUnknown = after.Reason is { } reason && reason != before.Reason && ReasonGrader.Grade(reason.Text ?? "").Quality == ReasonQuality.Unknown;
        var isOurDate = after.IsOurDate && !before.IsOurDate;
        var step = after.NextStep?.Step is { } said && said != before.NextStep?.Step ? said : null;
        string?[] all = [isUnknown ? InterviewText.ReasonNotKnown.With(Discovery(context.Buyer)) : null, isOurDate ? OurDate : null, step is null ? null : DayOff(step, context.Calendar)];
        var lines = all.OfType<string>().ToList();
        return lines.Count == 0 ? null : string.Join(" ", lines);
    }

    /// <summary>An appointment on a weekend or a holiday may be a slip; null on a working day.</summary>
    public static string? DayOff(NextStep step, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(step.Local.Date) ? null : InterviewText.DayOff.With(Spoken.Day(step.Local.Date));

    /// <summary>One question that brings out a reason of the buyer's.</summary>
    public static string Discovery(string? buyer) => buyer is null ? InterviewText.WouldChange : InterviewText.WouldChangeFor.With(buyer);

    public static string OurDate => InterviewText.OurDate;

    /// <summary>What is stored, and an offer where the step is contact for its own sake.</summary>
    public static string SavedWithOffer(string deal, FollowUp followUp) =>
        StepWording.Of(followUp) is { } wording ? $"{Saved(deal, followUp)} {wording.Offer}" : Saved(deal, followUp);

    /// <summary>The answer that was changed, said back; null for a next step, which "saved" tells.</summary>
    public static string? Changed(Question question, FollowUp now)
    {
        var told = question switch
        {
            Question.Reason => now.Reason is { } reason ? InterviewText.ReasonChanged.With(reason) : InterviewText.ReasonUnknownNow,
            Question.Urgency => InterviewText.UrgencyChanged.With(Spoken.Level(now.Urgency.Level)),
            _ => null,
        };
        return told is null || now.NextStep is not { } step ? told : $"{told} {InterviewText.StepStays.With(Spoken.Moment(step.Zoned))}";
    }

    public static string Saved(string deal, FollowUp followUp) => followUp switch
    {
        { NextStep: null } => InterviewText.SavedNoStep.With(deal),
        { IsHope: true, NextStep: { } step } => InterviewText.SavedHope.With(deal, Appointment(step)),
        { NextStep: { } step } => InterviewText.SavedFirm.With(deal, Appointment(step)),
    };

    /// <summary>The appointment that was agreed before and that nobody spoke against.</summary>
    public static string Kept(string deal, FollowUp followUp) =>
        followUp.NextStep is { } step ? InterviewText.SavedKept.With(deal, Appointment(step)) : Saved(deal, followUp);

    public static string CalledOff(string deal) => InterviewText.CalledOff.With(deal);

    /// <summary>"Tue 24 Nov 2026, 10:00 CET with Dana, a demo"; where the kind is not known, as the rep said it.</summary>
    private static string Appointment(NextStep step) => (KindOf(step.Kind) ?? PlainKind(step), step.With) switch
    {
        ({ } kind, { } who) => StepText.AppointmentWith.With(Spoken.Moment(step.Zoned), Spoken.People(who), kind),
        ({ } kind, null) => StepText.Appointment.With(Spoken.Moment(step.Zoned), kind),
        (null, { } who) when step.What is null => StepText.WhenWith.With(Spoken.Moment(step.Zoned), Spoken.People(who)),
        _ => Step(step),
    };

    private static string? KindOf(StepKind kind) => kind switch
    {
        StepKind.CustomDemo => StepText.Demo,
        StepKind.ProofOfConcept => StepText.Trial,
        StepKind.ReferenceCall => StepText.ReferenceCall,
        StepKind.ExecutiveVisit => StepText.ExecutiveVisit,
        StepKind.PeerMeeting => StepText.PeerMeeting,
        StepKind.JointContent => StepText.JointContent,
        StepKind.BusinessCase => StepText.BusinessCase,
        StepKind.DecisionCall => StepText.Decision,
        StepKind.ProposalReview => StepText.Proposal,
        StepKind.Discovery => StepText.Discovery,
        _ => null,
    };

    /// <summary>"Meeting with Lars" says no more than with whom; null for a step that says what it is for.</summary>
    private static string? PlainKind(NextStep step) => step.What is { } what && step.With is { } who
        ? string.Equals(what, $"meeting with {who}", StringComparison.OrdinalIgnoreCase) ? StepText.Meeting
        : string.Equals(what, $"call with {who}", StringComparison.OrdinalIgnoreCase) ? StepText.Call
        : null
        : null;

    /// <summary>"Demo with Dana, Tue 24 Nov 2026, 10:00 CET".</summary>
    private static string Step(NextStep step) =>
        step.What is { } what ? StepText.WhatAndWhen.With(what, Spoken.Moment(step.Zoned)) : Spoken.Moment(step.Zoned);

    /// <summary>As a rep could type it, so that the form reads it again as the same moment: "Demo with Dana, Tue 24 Nov 2026, 10:00".</summary>
    public static string StepInFull(NextStep step) =>
        step.What is { } what ? $"{what}, {Spoken.DatedSlot(step.Local)}" : Spoken.DatedSlot(step.Local);

    /// <summary>Why the answer is not yet an appointment, and two slots when there are two.</summary>
    /// <param name="earlierAsks">How often this was asked before, so that it is not said twice in the same words.</param>
    public static string AskForSlot(Reading reading, IReadOnlyList<ZonedDateTime> slots, int earlierAsks) =>
        $"{WhyNotYet(reading, earlierAsks)} {Offer(slots)}";

    private static string WhyNotYet(Reading reading, int earlierAsks) => reading.Kind switch
    {
        ReadingKind.Vague when earlierAsks == 0 => InterviewText.NearlyThere,
        ReadingKind.Vague => InterviewText.StillOpen,
        ReadingKind.Past when reading.Start is { } start => InterviewText.MomentOver.With(Spoken.Moment(start)),
        ReadingKind.Past => InterviewText.DayOver,
        ReadingKind.Recurring => InterviewText.Rhythm,
        ReadingKind.Invalid => Impossibility(reading.Impossible),
        _ when earlierAsks == 0 => InterviewText.NotFound,
        _ => InterviewText.NoneYet,
    };

    private static string Impossibility(Impossible? impossible) => impossible switch
    {
        Impossible.WeekdayContradictsDate => InterviewText.WeekdayAndDate,
        Impossible.SkippedByDaylightSaving => InterviewText.ClocksGoForward,
        Impossible.NoSuchTime => InterviewText.NoSuchTime,
        _ => InterviewText.NoSuchDay,
    };

    private static string Offer(IReadOnlyList<ZonedDateTime> slots) => slots.Count == 2
        ? InterviewText.OfferSlots.With(Spoken.Slot(slots[0].LocalDateTime), Spoken.Slot(slots[1].LocalDateTime), slots[0].GetZoneInterval().Name)
        : InterviewText.WhichDay;
}
