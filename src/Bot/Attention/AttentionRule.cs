using FollowUpBot.Bot.Documents;
using FollowUpBot.Deals;
using NodaTime;

namespace FollowUpBot.Bot.Attention;

/// <summary>How a person stands at the moment when somebody would speak to them.</summary>
/// <param name="KeepsHours">Whether messages wait for working hours.</param>
/// <param name="Spent">Unasked messages that went today.</param>
/// <param name="MostADay">The day's budget.</param>
public sealed record PersonNow(WorkingCalendar Calendar, bool KeepsHours, Preferences Preferences, int Spent, int MostADay)
{
    /// <summary>Until then a question stands that they have just been busy with; null when none does.</summary>
    public Instant? TalkingUntil { get; init; }

    /// <summary>When the last of the other first questions is due that should come in one card with this one; null when there are none.</summary>
    public Instant? OthersDueBy { get; init; }
}

/// <summary>
/// Whether a message may go to a person now. Pure; every message to a person passes here before its fence. The first that applies decides:
/// stopped, muted, paused, asked for, quiet hours, talking, several at once, the budget.
/// </summary>
public static class AttentionRule
{
    /// <summary>So long after a person's last word to a question that stands, nothing else is put before them.</summary>
    public static readonly Duration TalkLasts = Duration.FromMinutes(5);

    /// <summary>First questions that are due so close together come in one card.</summary>
    public static readonly Duration CloseTogether = Duration.FromMinutes(10);

    /// <summary>Long enough that all that are due at this moment have joined.</summary>
    private static readonly Duration Gathering = Duration.FromSeconds(5);

    public static Ruling Decide(Approach approach, PersonNow person, Instant now) => Timely(approach, HeldBack(approach, person, now) ?? (approach.AskedForAt is null
        ? Unasked(approach, person, now)
        : new Ruling.Go()));

    /// <summary>What a person has said holds for all that they did not ask for since.</summary>
    private static Ruling? HeldBack(Approach approach, PersonNow person, Instant now)
    {
        var said = person.Preferences;
        if (said.StoppedAt is { } stopped && IsOlder(approach, stopped))
            return new Ruling.Hold(AttentionReason.Stopped);
        if (said.MuteOf(approach.DealId, now) is { } mute && IsOlder(approach, mute.Since))
            return mute.Until is { } heard ? new Ruling.Wait(Working(person, heard), AttentionReason.Muted) : new Ruling.Hold(AttentionReason.Muted);
        if (said.Pause is { } pause && pause.Until > now && IsOlder(approach, pause.Since))
            return new Ruling.Wait(Working(person, pause.Until), AttentionReason.Paused);
        return null;
    }

    private static Ruling Unasked(Approach approach, PersonNow person, Instant now)
    {
        var allowed = Working(person, now);
        if (allowed > now)
            return new Ruling.Wait(allowed, person.Calendar.IsWorkingDay(person.Calendar.DateAt(now)) ? AttentionReason.QuietHours : AttentionReason.DayOff);
        if (person.TalkingUntil is { } talking && talking > now)
            return new Ruling.Wait(talking, AttentionReason.Talking);
        if (approach.Kind == ApproachKind.Reminder && person.OthersDueBy is { } others)
            return new Ruling.Join(Instant.Max(now, Instant.Min(others, now + CloseTogether)) + Gathering);
        if (person.Spent >= ShareOf(approach.Kind, person.MostADay))
            return new Ruling.Wait(NextMorning(person, now), AttentionReason.Budget);
        return new Ruling.Go();
    }

    /// <summary>The last of the day's messages are kept for what matters most to the person.</summary>
    private static int ShareOf(ApproachKind kind, int most) => kind < ApproachKind.Reminder ? Math.Max(1, most - 1) : most;

    private static Ruling Timely(Approach approach, Ruling ruling) => ruling switch
    {
        Ruling.Wait wait when wait.Until >= approach.Expires => new Ruling.Drop(wait.Reason),
        Ruling.Hold hold when approach.Expires is not null => new Ruling.Drop(hold.Reason),
        _ => ruling,
    };

    private static bool IsOlder(Approach approach, Instant than) => approach.AskedForAt is not { } asked || asked < than;

    private static Instant Working(PersonNow person, Instant moment) => person.KeepsHours ? person.Calendar.WorkingMomentFrom(moment) : moment;

    private static Instant NextMorning(PersonNow person, Instant now)
    {
        var calendar = person.Calendar;
        var today = calendar.DateAt(now);
        return WallClock.At(person.KeepsHours ? calendar.NextWorkingDay(today) : today.PlusDays(1), calendar.From, calendar.Zone);
    }
}
