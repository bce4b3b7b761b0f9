using NodaTime;

namespace FollowUpBot.Deals;

/// <summary>What the CRM said of a deal from a moment on; written down whenever one of these changes.</summary>
public sealed record FactsSeen(Instant At, DealStatus Status, string? Stage, LocalDate? CloseOn, decimal? Amount, string? Currency);

/// <summary>A meeting with its end, from the moment it was heard of until it was cancelled or moved.</summary>
public sealed record MeetingSeen(string Id, Instant End, Instant SeenAt, Instant? GoneAt);

/// <summary>Someone of the buyer, from the first meeting that named them.</summary>
public sealed record BuyerSeen(string Name, string? Role, Instant SeenAt);

/// <summary>A captured follow-up; counts from its capture until it was taken back.</summary>
public sealed record Answer(FollowUp Said, Instant? TakenBackAt);

public enum TouchDirection
{
    /// <summary>From us to the buyer.</summary>
    Outbound,

    /// <summary>From the buyer to us.</summary>
    Inbound,
}

public enum TouchChannel
{
    Call,
    Mail,
    Message,
}

/// <summary>A logged call, mail or message; no meeting.</summary>
/// <param name="Id">The sender's id; the same touch is taken once.</param>
public sealed record Touch(string Id, Instant At, TouchDirection Direction, TouchChannel Channel, Instant SeenAt);

/// <summary>
/// Everything that happened to a deal, each with the moment at which it was known, so that a verdict of any past day can be made again.
/// It stands in the deal's own document: a digest reads one document a deal.
/// </summary>
public sealed record DealHistory
{
    /// <summary>Entries kept of each kind; the oldest go first. With 1,000 characters a reason the document stays far below the store's limit.</summary>
    public const int Most = 60;

    public static DealHistory Empty { get; } = new();

    public IReadOnlyList<FactsSeen> Facts { get; init; } = [];

    public IReadOnlyList<MeetingSeen> Meetings { get; init; } = [];

    public IReadOnlyList<BuyerSeen> Buyers { get; init; } = [];

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary>Nurture, delays and what ended them; the CRM's won and lost stand in <see cref="Facts"/>.</summary>
    public IReadOnlyList<DealState> States { get; init; } = [];

    public IReadOnlyList<Mute> Mutes { get; init; } = [];

    /// <summary>What became of the appointments, as far as it was told.</summary>
    public IReadOnlyList<ToldOutcome> Outcomes { get; init; } = [];

    public DealHistory Add(FactsSeen seen) =>
        Facts.Count > 0 && (seen with { At = Facts[^1].At }) == Facts[^1] ? this : this with { Facts = Insert(Facts, seen, it => it.At) };

    /// <summary>A meeting as it is now: new, moved, cancelled, or as it was.</summary>
    public DealHistory Add(Meeting meeting, Instant now)
    {
        var standing = Meetings.FirstOrDefault(seen => seen.Id == meeting.Id && seen.GoneAt is null);
        if (standing is not null && !meeting.Cancelled && standing.End == meeting.End)
            return WithBuyers(meeting, now);
        var meetings = Meetings;
        if (standing is not null)
            meetings = [.. meetings.Select(seen => seen == standing ? seen with { GoneAt = now } : seen)];
        if (meeting.Cancelled)
            return this with { Meetings = meetings };
        var added = new MeetingSeen(meeting.Id, meeting.End, now, GoneAt: null);
        return (this with { Meetings = Insert(meetings, added, it => it.End) }).WithBuyers(meeting, now);
    }

    public DealHistory Add(FollowUp said) => this with { Answers = Insert(Answers, new Answer(said, TakenBackAt: null), it => it.Said.CapturedAt) };

    public DealHistory TakeBack(FollowUp said, Instant now) => this with
    {
        Answers = [.. Answers.Select(answer => answer.TakenBackAt is null && answer.Said == said ? answer with { TakenBackAt = now } : answer)],
    };

    public DealHistory Add(Touch touch) =>
        Touches.Any(known => known.Id == touch.Id) ? this : this with { Touches = Insert(Touches, touch, it => it.At) };

    public DealHistory Add(DealState state) => this with { States = Insert(States, state, it => it.Since) };

    public DealHistory TakeBack(DealState state, Instant now) => this with
    {
        States = [.. States.Select(known => known == state ? known with { TakenBackAt = now } : known)],
    };

    public DealHistory Add(Mute mute) => this with { Mutes = Insert(Mutes, mute, it => it.Since) };

    public DealHistory End(Mute mute, Instant now) => this with
    {
        Mutes = [.. Mutes.Select(known => known == mute ? known with { EndedAt = now } : known)],
    };

    /// <summary>An appointment that was held is a meeting, too.</summary>
    public DealHistory Add(ToldOutcome told) => this with
    {
        Outcomes = Insert(Outcomes, told, it => it.At),
        Meetings = told.HeldAs is { } id ? Insert(Meetings, new MeetingSeen(id, told.StepAt, told.At, GoneAt: null), it => it.End) : Meetings,
    };

    public DealHistory TakeBack(ToldOutcome told, Instant now) => this with
    {
        Outcomes = [.. Outcomes.Select(known => known == told ? known with { TakenBackAt = now } : known)],
        Meetings = [.. Meetings.Select(seen => seen.Id == told.HeldAs && seen.GoneAt is null ? seen with { GoneAt = now } : seen)],
    };

    /// <summary>Each buyer once, from when they were first named.</summary>
    private DealHistory WithBuyers(Meeting meeting, Instant now)
    {
        var named = meeting.Buyers.Where(buyer => !Buyers.Any(known => IsSame(known, buyer) && known.SeenAt <= now)).ToList();
        if (named.Count == 0)
            return this;
        var others = Buyers.Where(known => !named.Any(buyer => IsSame(known, buyer)));
        return this with { Buyers = [.. others.Concat(named.Select(buyer => new BuyerSeen(buyer.Name, buyer.Role, now))).OrderBy(buyer => buyer.SeenAt).TakeLast(Most)] };
    }

    private static bool IsSame(BuyerSeen known, Buyer buyer) =>
        string.Equals(known.Name, buyer.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(known.Role, buyer.Role, StringComparison.OrdinalIgnoreCase);

    /// <summary>In the order of the moments, whichever arrives first.</summary>
    private static IReadOnlyList<T> Insert<T>(IReadOnlyList<T> entries, T entry, Func<T, Instant> at)
    {
        var place = entries.Count;
        while (place > 0 && at(entries[place - 1]) > at(entry))
            place--;
        return [.. entries.Take(place).Append(entry).Concat(entries.Skip(place)).TakeLast(Most)];
    }
}
