using NodaTime;

namespace FollowUpBot.Deals.Stalls;

/// <summary>What the CRM had said of a deal by a moment, and how it had changed.</summary>
internal struct FactsThen
{
    private FactsSeen? _last;

    /// <summary>A day that was taken away and set again later is still pushed.</summary>
    private LocalDate? _latestClose;

    public DealStatus Status { get; private set; }

    public string? Stage { get; private set; }

    public StagePhase Phase { get; private set; }

    public Instant StageSince { get; private set; }

    /// <summary>How often the stage has changed.</summary>
    public int StageMoves { get; private set; }

    /// <summary>Since when it is at the proposal or further; null when it is earlier.</summary>
    public Instant? LateSince { get; private set; }

    /// <summary>When it came to the proposal; null when it never did.</summary>
    public Instant? ProposalSince { get; private set; }

    public LocalDate? CloseOn { get; private set; }

    public decimal? Amount { get; private set; }

    /// <summary>How often the close date was moved to a later day.</summary>
    public int ClosePushes { get; private set; }

    public Instant ClosePushedAt { get; private set; }

    /// <summary>One of the pushes went into another quarter.</summary>
    public bool LeftQuarter { get; private set; }

    /// <summary>The last change of stage, close date or amount.</summary>
    public Instant MovedAt { get; private set; }

    public static FactsThen Of(Deal deal, StallSettings settings, Instant now)
    {
        var then = default(FactsThen);
        for (var i = 0; i < deal.History.Facts.Count; i++)
        {
            if (deal.History.Facts[i] is var seen && seen.At <= now)
                then.See(seen, settings);
        }

        if (then._last is null)
            then.See(new FactsSeen(deal.FirstSeenAt, deal.Facts.Status, deal.Facts.Stage, deal.Facts.CloseOn, deal.Facts.Amount, deal.Facts.Currency), settings);
        return then;
    }

    private void See(FactsSeen seen, StallSettings settings)
    {
        SeeStage(seen, settings);
        SeeCloseDate(seen);
        if (_last is null || _last.Amount != seen.Amount)
            MovedAt = seen.At;
        (Status, Amount, _last) = (seen.Status, seen.Amount, seen);
    }

    private void SeeStage(FactsSeen seen, StallSettings settings)
    {
        if (_last is not null && string.Equals(_last.Stage, seen.Stage, StringComparison.OrdinalIgnoreCase))
            return;
        var phase = settings.PhaseOf(seen.Stage);
        StageMoves += _last is null ? 0 : 1;
        LateSince = phase == StagePhase.Early ? null : LateSince ?? seen.At;
        ProposalSince = phase == StagePhase.Proposal ? seen.At : ProposalSince;
        (Stage, Phase, StageSince, MovedAt) = (seen.Stage, phase, seen.At, seen.At);
    }

    private void SeeCloseDate(FactsSeen seen)
    {
        if (_last is not null && _last.CloseOn == seen.CloseOn)
            return;
        if (_latestClose is { } old && seen.CloseOn is { } day && day > old)
        {
            ClosePushes++;
            ClosePushedAt = seen.At;
            LeftQuarter |= (old.Year, (old.Month - 1) / 3) != (day.Year, (day.Month - 1) / 3);
        }

        _latestClose = seen.CloseOn ?? _latestClose;
        (CloseOn, MovedAt) = (seen.CloseOn, seen.At);
    }
}
