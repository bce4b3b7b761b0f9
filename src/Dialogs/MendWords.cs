using System.Globalization;
using FollowUpBot.Deals;
using FollowUpBot.Deals.Stalls;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is said of nurture, delays, closing and mutes: what happened, in plain words, and what to do when it cannot be.</summary>
public static class MendWords
{
    public const string NothingToUndo = "There is nothing to take back here.";

    public const string ClosedInCrm = "This deal is closed in the CRM, so there is nothing to mend.";

    public const string MuteEnds = "A mute needs a day on which it ends: after today, and at most 30 days away. For longer, choose nurture.";

    public const string ChangedMeanwhile = "This has changed since you looked. Here is how it stands now; nothing was written.";

    public const string NotOnCard = "That deal is not on this channel's card any more. Say \"@FollowUpBot digest now\" to see how things stand.";

    public const string NotUnderstood = "I could not read that form. Please open the row again; nothing was written.";

    public const string MendRefused =
        "Only a manager of this channel's card can mend a row here. If it is your own deal, open our chat and say, for example, \"nurture Contoso until March\".";

    /// <summary>What has just happened, to whoever did it.</summary>
    public static string Moved(string deal, DealState state) => state.Phase switch
    {
        DealPhase.Nurture => $"{deal} is in nurture{Until(state)}{(state.Trigger is { } trigger ? $", or until you hear of: {trigger}" : "")}. It leaves the weekly card and comes back by itself.",
        DealPhase.Delayed => $"{deal} is delayed{Until(state)}: {KindOf(state.Delay)}.{Counted(state)} I ask again when the day has come.",
        DealPhase.Won => $"{deal} is closed as won. Well done. Close it in the CRM, too.",
        DealPhase.Lost => $"{deal} is closed as lost. Thank you for saying so. Close it in the CRM, too.",
        _ => $"{deal} is open again.",
    };

    public static string Muted(string deal, LocalDate until) => $"{deal} is muted until {Spoken.Day(until)}. Then it is heard of again.";

    public static string TakenBack(string deal) => $"Taken back. {deal} stands as it did before.";

    public static string Refused(MoveFault fault, DealPhase from) => fault switch
    {
        MoveFault.EvidenceMissing => "Say in a few words who said so, or why. That is what makes it more than a wish.",
        MoveFault.EvidenceNotNew => "That is what was said for the last delay of this kind. What has the buyer said since?",
        MoveFault.DayOutOfRange => "That day is past or too far away. A delay takes up to 180 days, nurture up to two years.",
        MoveFault.IntervalOutOfRange => "Nurture looks at a deal again after 7 to 365 days.",
        MoveFault.TriggerMissing => "Say until when, or what would bring them back.",
        _ => $"It is {PhaseOf(from)}, and that is no step from there. Take that back first.",
    };

    public const string SayUndo = "Say \"undo\" to take it back.";

    /// <summary>What a request in words still needs, with an example.</summary>
    public static string NotYet(MendRequest request, bool hasDay) => request switch
    {
        { Kind: MendKind.Nurture } => $"Until when? For example: \"nurture {request.DealName} until March\".",
        { Kind: MendKind.Mute } => $"Until when? For example: \"mute {request.DealName} until Thursday\".",
        { Kind: MendKind.Delay } when hasDay => $"What do they wait for, and who said so? For example: \"delay {request.DealName} until 15 January, their budget year\".",
        { Kind: MendKind.Delay } => $"Until which day, and what do they wait for? For example: \"delay {request.DealName} until 15 January, their budget year\".",
        { ClosedAs: DealPhase.Lost } => $"Why was it lost? A word is enough, for example: \"close {request.DealName} lost: price\".",
        _ => $"Is it won or lost? For example: \"close {request.DealName} lost: price\", or \"close {request.DealName} won\".",
    };

    /// <summary>How a deal that is not stalled stands, for somebody who looks at it.</summary>
    public static string Standing(Judgement judgement, DateTimeZone zone) => judgement.Deal.State switch
    {
        { Phase: DealPhase.Won } => "Closed as won.",
        { Phase: DealPhase.Lost } => "Closed as lost.",
        _ when judgement.Exempt.HasFlag(Exemptions.FirmStepAhead) && judgement.ExemptUntil is { } at => $"A firm step lies ahead: {Spoken.ShortMoment(at.InZone(zone))}.",
        { Phase: DealPhase.Nurture } state => $"In nurture{Until(state)}.",
        { Phase: DealPhase.Delayed } state => $"Delayed{Until(state)}: {KindOf(state.Delay)}.{Counted(state)}",
        _ when judgement.Exempt.HasFlag(Exemptions.Mute) && judgement.ExemptUntil is { } at => $"Muted until {Spoken.Day(at.InZone(zone).Date)}.",
        _ => "Not stalled any more.",
    };

    public const string AskWithdrawn = "Taken back. The question is withdrawn, and the rep need not answer it.";

    public static string AskedNow(string rep, ZonedDateTime at) =>
        $"I ask {rep} for the next step, in their own chat, {Spoken.ShortMoment(at)}. The answer comes back to this row.";

    public static string AskedUnreached(string rep) => $"{rep} has not installed me yet. I ask as soon as I can reach them.";

    public static string AskedAlready(string rep, ZonedDateTime at) => $"{rep} was asked on {Spoken.Day(at.Date)} already. The answer comes back to this row.";

    public static string AboutToBeAsked(string rep, ZonedDateTime at) => $"{rep} hears of it {Spoken.ShortMoment(at)} anyway, so I do not ask twice.";

    /// <summary>A message that a channel has caused says where from (teams rule 59).</summary>
    public static string AskedFrom(string place, string? by) => by is null ? $"From the weekly card in {place}" : $"From the weekly card in {place}, at the wish of {by}";

    public static string AskedFor(string? buyer) =>
        $"What is the next step you can agree with {buyer ?? "them"}? A day and a time are enough. If there is none yet, \"none\" is a good answer, too.";

    public static string Asked(LocalDate on) => $"Asked for the next step on {Spoken.Day(on)}.";

    public static string KindOf(DelayKind? kind) => kind switch
    {
        DelayKind.OtherPriority => "another priority of theirs",
        DelayKind.Absence => "somebody is away",
        DelayKind.Restructuring => "they reorganise",
        DelayKind.Budget => "their budget",
        DelayKind.Legal => "their legal review",
        DelayKind.Procurement => "their procurement",
        _ => "their own reason",
    };

    /// <summary>An alibi is counted from its second time on.</summary>
    private static string Counted(DealState state) => state.DelaysInARow > 1 ? $" That is the {Ordinal(state.DelaysInARow)} delay of this kind in a row." : "";

    private static string Ordinal(int number) => number switch
    {
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}th"),
    };

    private static string Until(DealState state) => state.Until is { } day ? $" until {Spoken.Day(day)}" : "";

    private static string PhaseOf(DealPhase phase) => phase switch
    {
        DealPhase.Nurture => "in nurture",
        DealPhase.Delayed => "delayed",
        DealPhase.Won => "closed as won",
        DealPhase.Lost => "closed as lost",
        _ => "open",
    };
}
