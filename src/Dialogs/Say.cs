using FollowUpBot.Deals;
using FollowUpBot.Dialogs.Interviews;
using FollowUpBot.Dialogs.NextSteps;
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

    public static string Saved(string deal, FollowUp followUp) => followUp.NextStep is { } step
        ? $"Saved. Next step with {deal}: {Step(step)}. Say \"undo\" to change it."
        : $"Saved. {deal} has no firm next step yet. When you have agreed a day and a time, press Change on its card.";

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
