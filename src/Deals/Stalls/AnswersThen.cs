using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>What reps had answered after a deal's meetings by a moment.</summary>
internal struct AnswersThen
{
    /// <summary>An answer changed so soon was a slip, and the change no move.</summary>
    private static readonly Duration Correction = Duration.FromHours(1);

    private Instant? _standing;

    public FollowUp? Last { get; private set; }

    /// <summary>When the firm step of the last answer is; null when there is none, or a meeting held since has used it up.</summary>
    public Instant? StepAt { get; private set; }

    /// <summary>How often the step that stands was moved to a later day.</summary>
    public int StepPushes { get; private set; }

    public Instant StepPushedAt { get; private set; }

    /// <summary>Answers without a firm step, in a row up to the last one.</summary>
    public int WithoutStep { get; private set; }

    public Instant WithoutStepSince { get; private set; }

    public static AnswersThen Of(Deal deal, in TalksThen talks, WorkingCalendar calendar, Instant now)
    {
        var then = default(AnswersThen);
        FollowUp? pending = null;
        var answers = deal.History.Answers;
        for (var i = 0; i < answers.Count; i++)
        {
            if (!IsKnown(answers[i], now))
                continue;
            var said = answers[i].Said;
            if (pending is not null && said.CapturedAt - pending.CapturedAt >= Correction)
                then.Settle(pending, deal, calendar);
            pending = said;
        }

        if (answers.Count == 0 && deal.FollowUp is { } only && only.CapturedAt <= now)
            pending = only;
        if (pending is not null)
            then.Settle(pending, deal, calendar);
        then.UseUp(talks.LastMet);
        return then;
    }

    public static bool IsKnown(Answer answer, Instant now) => answer.Said.CapturedAt <= now && !(answer.TakenBackAt <= now);

    private void Settle(FollowUp said, Deal deal, WorkingCalendar calendar)
    {
        var step = said.NextStep is { } next ? AtOf(next, calendar) : (Instant?)null;
        if (_standing is { } standing && WasHeld(deal, standing, said.CapturedAt))
            (StepPushes, _standing) = (0, null);
        if (step > _standing)
        {
            StepPushes++;
            StepPushedAt = said.CapturedAt;
        }

        if (step is null && WithoutStep == 0)
            WithoutStepSince = said.CapturedAt;
        WithoutStep = step is null ? WithoutStep + 1 : 0;
        (_standing, Last) = (step, said);
    }

    private void UseUp(Instant? lastMet)
    {
        if (_standing is null || lastMet >= _standing)
            StepPushes = 0;
        else
            StepAt = _standing;
    }

    /// <summary>A meeting at or after the step's time, before it was spoken of anew.</summary>
    private static bool WasHeld(Deal deal, Instant step, Instant by)
    {
        var meetings = deal.History.Meetings;
        for (var i = meetings.Count - 1; i >= 0 && meetings[i].End >= step; i--)
        {
            if (meetings[i].End <= by && meetings[i].SeenAt <= by && !(meetings[i].GoneAt <= by))
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="NextStep.At"/>, without looking up the zone that nearly every step of a rep is in.</summary>
    private static Instant AtOf(NextStep step, WorkingCalendar calendar) =>
        WallClock.At(step.Local, step.ZoneId == calendar.Zone.Id ? calendar.Zone : step.Zone);
}
