using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is said of nurture, delays, closing and mutes: what happened, in plain words, and what to do when it cannot be.</summary>
public static class MendWords
{
    public static string NothingToUndo => MendText.NothingToUndo;

    public static string ClosedInCrm => MendText.ClosedInCrm;

    public static string MuteEnds => MendText.MuteEnds;

    public static string ChangedMeanwhile => MendText.ChangedMeanwhile;

    public static string NotOnCard => MendText.NotOnCard;

    public static string NotUnderstood => MendText.NotUnderstood;

    public static string MendRefused => MendText.MendRefused;

    /// <summary>What has just happened, to whoever did it.</summary>
    public static string Moved(string deal, DealState state) => state.Phase switch
    {
        DealPhase.Nurture => InNurture(deal, state),
        DealPhase.Delayed => $"{WithCount(Delayed(deal, state), state)} {MendText.CountsAgain}",
        DealPhase.Won => MendText.Won.With(deal),
        DealPhase.Lost => MendText.Lost.With(deal),
        _ => MendText.OpenAgain.With(deal),
    };

    public static string Muted(string deal, LocalDate until) => MendText.Muted.With(deal, Spoken.Day(until));

    public static string TakenBack(string deal) => MendText.TakenBack.With(deal);

    public static string Refused(MoveFault fault, DealPhase from) => fault switch
    {
        MoveFault.EvidenceMissing => MendText.EvidenceMissing,
        MoveFault.EvidenceNotNew => MendText.EvidenceNotNew,
        MoveFault.DayOutOfRange => MendText.DayOutOfRange,
        MoveFault.IntervalOutOfRange => MendText.IntervalOutOfRange,
        MoveFault.TriggerMissing => MendText.TriggerMissing,
        _ => NoStepFrom(from),
    };

    public static string SayUndo => MendText.SayUndo;

    /// <summary>What a request in words still needs, with an example.</summary>
    public static string NotYet(MendRequest request, bool hasDay) => request switch
    {
        { Kind: MendKind.Nurture } => MendText.NurtureWhen.With(request.DealName),
        { Kind: MendKind.Delay } when hasDay => MendText.DelayWhy.With(request.DealName),
        { Kind: MendKind.Delay } => MendText.DelayWhen.With(request.DealName),
        { ClosedAs: DealPhase.Lost } => MendText.LostWhy.With(request.DealName),
        _ => MendText.WonOrLost.With(request.DealName),
    };

    /// <summary>How a deal that is not stalled stands, for somebody who looks at it.</summary>
    public static string Standing(Judgement judgement, DateTimeZone zone) => judgement.Deal.State switch
    {
        { Phase: DealPhase.Won } => MendText.StandsWon,
        { Phase: DealPhase.Lost } => MendText.StandsLost,
        _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) && judgement.ExemptUntil is { } at => MendText.StandsFirm.With(Spoken.ShortMoment(at.InZone(zone))),
        { Phase: DealPhase.Nurture, Until: { } day } => MendText.StandsInNurtureUntil.With(Spoken.Day(day)),
        { Phase: DealPhase.Nurture } => MendText.StandsInNurture,
        { Phase: DealPhase.Delayed, Until: { } day } state => WithCount(MendText.StandsDelayedUntil.With(Spoken.Day(day), KindOf(state.Delay)), state),
        { Phase: DealPhase.Delayed } state => WithCount(MendText.StandsDelayed.With(KindOf(state.Delay)), state),
        _ when judgement.Exempt.HasFlag(Exemptions.Mute) && judgement.ExemptUntil is { } at => MendText.StandsMuted.With(Spoken.Day(at.InZone(zone).Date)),
        _ => MendText.StandsNotStalled,
    };

    public static string AskWithdrawn => AskText.Withdrawn;

    public static string AskedNow(string rep, ZonedDateTime at) => AskText.Now.With(rep, Spoken.ShortMoment(at));

    public static string AskedUnreached(string rep) => AskText.Unreached.With(rep);

    public static string AskedAlready(string rep, ZonedDateTime at) => AskText.Already.With(rep, Spoken.Day(at.Date));

    public static string AboutToBeAsked(string rep, ZonedDateTime at) => AskText.About.With(rep, Spoken.ShortMoment(at));

    /// <summary>A message that a channel has caused says where from (teams rule 59).</summary>
    public static string AskedFrom(string place, string? by) => by is null ? AskText.From.With(place) : AskText.FromBy.With(place, by);

    public static string AskedFor(string? buyer) => buyer is null ? AskText.For : AskText.ForBuyer.With(buyer);

    public static string Asked(LocalDate on) => AskText.On.With(Spoken.Day(on));

    public static string KindOf(DelayKind? kind) => kind switch
    {
        DelayKind.OtherPriority => MendText.OtherPriority,
        DelayKind.Absence => MendText.Absence,
        DelayKind.Restructuring => MendText.Restructuring,
        DelayKind.Budget => MendText.Budget,
        DelayKind.Legal => MendText.Legal,
        DelayKind.Procurement => MendText.Procurement,
        _ => MendText.OtherReason,
    };

    private static string InNurture(string deal, DealState state) => (state.Until, state.Trigger) switch
    {
        ({ } day, { } trigger) => MendText.NurtureUntilOr.With(deal, Spoken.Day(day), trigger),
        ({ } day, null) => MendText.NurtureUntil.With(deal, Spoken.Day(day)),
        (null, { } trigger) => MendText.NurtureOr.With(deal, trigger),
        _ => MendText.Nurture.With(deal),
    };

    private static string Delayed(string deal, DealState state) => state.Until is { } day
        ? MendText.DelayedUntil.With(deal, Spoken.Day(day), KindOf(state.Delay))
        : MendText.Delayed.With(deal, KindOf(state.Delay));

    /// <summary>An alibi is counted from its second time on.</summary>
    private static string WithCount(string delayed, DealState state) => state.DelaysInARow switch
    {
        <= 1 => delayed,
        2 => $"{delayed} {MendText.SecondDelay}",
        3 => $"{delayed} {MendText.ThirdDelay}",
        4 => $"{delayed} {MendText.FourthDelay}",
        5 => $"{delayed} {MendText.FifthDelay}",
        var number => $"{delayed} {MendText.NthDelay.With(Spoken.Ordinal(number))}",
    };

    private static string NoStepFrom(DealPhase phase) => phase switch
    {
        DealPhase.Nurture => MendText.NoStepFromNurture,
        DealPhase.Delayed => MendText.NoStepFromDelayed,
        DealPhase.Won => MendText.NoStepFromWon,
        DealPhase.Lost => MendText.NoStepFromLost,
        _ => MendText.NoStepFromOpen,
    };
}
