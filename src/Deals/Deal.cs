using NodaTime;

namespace FollowUpBot.Deals;

public enum DealStatus
{
    Open,
    Won,
    Lost,
    Deleted,
}

/// <summary>What the CRM says of a deal.</summary>
/// <param name="Revision">Grows with every change in the CRM; null when the CRM gives none.</param>
/// <param name="Amount">In <paramref name="Currency"/>, an ISO 4217 code.</param>
public sealed record DealFacts(
    string Name,
    RepId Owner,
    DealStatus Status,
    long? Revision,
    decimal? Amount,
    string? Currency,
    string? Stage,
    LocalDate? CloseOn,
    Uri? Link)
{
    /// <summary>The CRM's pipeline that the deal is in; null when the CRM has one only, or does not say.</summary>
    public string? Pipeline { get; init; }

    /// <summary>An older revision never overwrites a newer one; without revisions the last one to arrive counts.</summary>
    public bool Replaces(DealFacts old) => Revision is { } mine ? old.Revision is not { } theirs || mine > theirs : old.Revision is null;
}

/// <summary>A deal and what is known of its follow-up.</summary>
public sealed record Deal
{
    public required string Id { get; init; }
    public required DealFacts Facts { get; init; }
    public required Instant FirstSeenAt { get; init; }

    /// <summary>End of the latest meeting that was held; null before the first.</summary>
    public Instant? LastMeetingAt { get; init; }

    public FollowUp? FollowUp { get; init; }

    /// <summary>What happened, for the stall rules; empty in deals stored before it was kept.</summary>
    public DealHistory History { get; init; } = DealHistory.Empty;

    /// <summary>Grows with everything that is said of the deal here; a press on a card that shows another version is stale.</summary>
    public int Version { get; init; }

    /// <summary>When its rep was last asked for the next step from a weekly card; null when that was answered or withdrawn.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>Neither the CRM nor anybody here has closed it.</summary>
    public bool IsOpen => Facts.Status == DealStatus.Open && State.Phase is not (DealPhase.Won or DealPhase.Lost);

    /// <summary>Where it stands with the buyer, as far as that was said here; won and lost come from the CRM too.</summary>
    public DealState State => LastState ?? DealState.OpenSince(FirstSeenAt, Facts.Owner);

    private DealState? LastState => History.States.LastOrDefault(state => state.TakenBackAt is null);

    private Mute? LastMute => History.Mutes.LastOrDefault(mute => mute.EndedAt is null);

    public static Deal New(string id, DealFacts facts, Instant now) =>
        new() { Id = id, Facts = facts, FirstSeenAt = now, History = DealHistory.Empty.Add(Seen(facts, now)) };

    public Deal With(DealFacts facts, Instant now) => facts.Replaces(Facts) ? this with { Facts = facts, History = Begun.Add(Seen(facts, now)) } : this;

    public Deal Log(Meeting meeting, Instant now) => this with
    {
        LastMeetingAt = meeting.Cancelled || meeting.End <= LastMeetingAt ? LastMeetingAt : meeting.End,
        History = Begun.Add(meeting, now),
    };

    public Deal Capture(FollowUp followUp) =>
        this with { FollowUp = followUp, History = Begun.Add(followUp), Version = Version + 1, AskedAt = null };

    /// <summary>An answer did not count after all; the deal knows what it knew before.</summary>
    public Deal TakeBack(FollowUp answer, FollowUp? before, Instant now) =>
        this with { FollowUp = before, History = Begun.TakeBack(answer, now), Version = Version + 1 };

    /// <summary>What became of the appointment; one that was held counts as the latest meeting.</summary>
    public Deal Tell(ToldOutcome told) => this with
    {
        History = Begun.Add(told),
        LastMeetingAt = told.HeldAs is null || told.StepAt <= LastMeetingAt ? LastMeetingAt : told.StepAt,
    };

    /// <summary>It was told by mistake; the deal knows what it knew before.</summary>
    public Deal TakeBack(ToldOutcome told, Instant now)
    {
        var history = Begun.TakeBack(told, now);
        var held = history.Meetings.Where(seen => seen.GoneAt is null).Max(seen => (Instant?)seen.End);
        return this with { History = history, LastMeetingAt = told.HeldAs is null ? LastMeetingAt : held };
    }

    public Deal Log(Touch touch) => this with { History = Begun.Add(touch) };

    public Deal Move(DealState state) => this with { History = Begun.Add(state), Version = Version + 1 };

    public Deal Silence(Mute mute) => this with { History = Begun.Add(mute), Version = Version + 1 };

    /// <param name="at">When a manager asked; null when nobody did.</param>
    public Deal Ask(Instant? at) => this with { AskedAt = at, Version = Version + 1 };

    public Deal WithdrawAsk() => this with { AskedAt = null, Version = Version + 1 };

    /// <summary>Who made the last move or mute that stands, and when; null when none does.</summary>
    public (Instant At, RepId By)? LastMend => (LastState, LastMute) switch
    {
        ({ } state, var mute) when !(mute?.Since > state.Since) => (state.Since, state.By),
        (_, { } mute) => (mute.Since, mute.By),
        _ => null,
    };

    /// <summary>The last move or mute did not count after all; what stood before stands again.</summary>
    public Deal TakeBackMend(Instant now) => (LastState, LastMute) switch
    {
        ({ } state, var mute) when !(mute?.Since > state.Since) => this with { History = History.TakeBack(state, now), Version = Version + 1 },
        (_, { } mute) => this with { History = History.End(mute, now), Version = Version + 1 },
        _ => this,
    };

    /// <summary>The mute in force; null when there is none.</summary>
    public Mute? MuteAt(Instant now, DateTimeZone zone) =>
        History.Mutes.LastOrDefault(mute => mute.IsKnown(now) && WallClock.At(mute.Until, LocalTime.Midnight, zone) > now);

    /// <summary>The firm step, unless a meeting held since then has used it up.</summary>
    public NextStep? NextStepStanding =>
        FollowUp?.NextStep is { } step && !(LastMeetingAt >= step.At) ? step : null;

    /// <summary>The history, with what was known before one was kept.</summary>
    private DealHistory Begun
    {
        get
        {
            var history = History.Facts.Count > 0 ? History : History.Add(Seen(Facts, FirstSeenAt));
            if (history.Meetings.Count == 0 && LastMeetingAt is { } met)
                history = history with { Meetings = [new MeetingSeen("", met, Instant.Min(met, FirstSeenAt), GoneAt: null)] };
            return history.Answers.Count == 0 && FollowUp is { } said ? history.Add(said) : history;
        }
    }

    private static FactsSeen Seen(DealFacts facts, Instant at) => new(at, facts.Status, facts.Stage, facts.CloseOn, facts.Amount, facts.Currency);
}
