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

    public bool IsOpen => Facts.Status == DealStatus.Open;

    public static Deal New(string id, DealFacts facts, Instant now) => new() { Id = id, Facts = facts, FirstSeenAt = now };

    public Deal With(DealFacts facts) => facts.Replaces(Facts) ? this with { Facts = facts } : this;

    public Deal Log(Meeting meeting) =>
        meeting.Cancelled || meeting.End <= LastMeetingAt ? this : this with { LastMeetingAt = meeting.End };

    public Deal Capture(FollowUp followUp) => this with { FollowUp = followUp };

    /// <summary>The firm step, unless a meeting held since then has used it up.</summary>
    public NextStep? NextStepStanding =>
        FollowUp?.NextStep is { } step && !(LastMeetingAt >= step.At) ? step : null;

    /// <summary>The latest moment at which something really happened: a meeting or a captured answer, never a field edit.</summary>
    public Instant LastActivityAt =>
        Instant.Max(Instant.Max(LastMeetingAt ?? FirstSeenAt, FollowUp?.CapturedAt ?? FirstSeenAt), FirstSeenAt);
}
