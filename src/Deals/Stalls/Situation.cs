using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>What a rule judges: a deal with what was known of it at a moment. Nothing later than the moment is in it.</summary>
internal readonly struct Situation
{
    public readonly FactsThen Facts;
    public readonly TalksThen Talks;
    public readonly AnswersThen Answers;

    private Situation(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now)
    {
        (Deal, Settings, Calendar, Now) = (deal, settings, calendar, now);
        Facts = FactsThen.Of(deal, settings, now);
        Talks = TalksThen.Of(deal, now);
        Answers = AnswersThen.Of(deal, Talks, calendar, now);
        Today = calendar.DateAt(now);
        (State, RestartedAt) = StateAt(deal, now);
        ResumesAt = State?.Until is { } until ? WallClock.At(until, LocalTime.Midnight, calendar.Zone) : null;
        MutedUntil = deal.History.Mutes.Count > 0 && deal.MuteAt(now, calendar.Zone) is { } mute
            ? WallClock.At(mute.Until, LocalTime.Midnight, calendar.Zone)
            : null;
        if (ResumesAt <= now)
            RestartedAt = Instant.Max(RestartedAt, ResumesAt ?? RestartedAt);
        Exempt = ExemptBy();
    }

    public Deal Deal { get; }

    public StallSettings Settings { get; }

    public WorkingCalendar Calendar { get; }

    public Instant Now { get; }

    /// <summary>On the rep's wall.</summary>
    public LocalDate Today { get; }

    /// <summary>The last state that was set here; null when none was.</summary>
    public DealState? State { get; }

    /// <summary>When a delay or a nurture with a day is over.</summary>
    public Instant? ResumesAt { get; }

    /// <summary>When a mute is over; null when none is in force.</summary>
    public Instant? MutedUntil { get; }

    /// <summary>Clocks of silence and standing still begin anew when a deal comes back.</summary>
    public Instant RestartedAt { get; }

    public Exemptions Exempt { get; }

    public bool IsOpen => Facts.Status == DealStatus.Open && State?.Phase is not (DealPhase.Won or DealPhase.Lost);

    public bool IsLate => Facts.Phase != StagePhase.Early;

    public Instant? StepAhead => Earlier(Answers.StepAt > Now ? Answers.StepAt : null, Talks.MeetingAhead);

    /// <summary>The latest moment at which something really happened: a meeting, a call, a mail or a captured answer, never a field edit.</summary>
    public Instant LastActivity
    {
        get
        {
            var last = Instant.Max(Deal.FirstSeenAt, RestartedAt);
            last = Instant.Max(last, Talks.LastMet ?? last);
            last = Instant.Max(last, Talks.LastTouch ?? last);
            return Instant.Max(last, Answers.Last?.CapturedAt ?? last);
        }
    }

    public static Situation Of(Deal deal, StallSettings settings, WorkingCalendar calendar, Instant now) => new(deal, settings, calendar, now);

    /// <summary>A rule is broken.</summary>
    public Verdict Break(StallRule rule, Severity severity, Instant since, double value, double threshold, ThresholdBasis basis = ThresholdBasis.Setting) =>
        new(rule, severity, since, value, threshold, basis, Exempt & (StallRules.HeldBackBy(rule) | Exemptions.Mute));

    /// <summary>A rule is broken from one of two moments on; null before the first.</summary>
    public Severity? From(Instant amberAt, Instant redAt) => Now >= redAt ? Severity.Red : Now >= amberAt ? Severity.Amber : null;

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;

    private static (DealState? State, Instant RestartedAt) StateAt(Deal deal, Instant now)
    {
        DealState? state = null;
        var restarted = Instant.MinValue;
        var states = deal.History.States;
        for (var i = 0; i < states.Count && states[i].Since <= now; i++)
        {
            if (states[i].TakenBackAt <= now)
                continue;
            state = states[i];
            restarted = state.Phase == DealPhase.Open ? state.Since : restarted;
        }

        return (state, restarted);
    }

    private Exemptions ExemptBy() =>
        (StepAhead is null ? Exemptions.None : Exemptions.FirmStepAhead)
        | (MutedUntil is null ? Exemptions.None : Exemptions.Mute)
        | (Facts.Phase == StagePhase.Paperwork ? Exemptions.Paperwork : Exemptions.None)
        | State switch
        {
            { Phase: DealPhase.Nurture } when !(ResumesAt <= Now) => Exemptions.Nurture,
            { Phase: DealPhase.Delayed } when ResumesAt > Now => Exemptions.Delay,
            _ => Exemptions.None,
        };
}
