using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>What the bot says about when it may speak: always what holds now, and how to change it.</summary>
public static class SettingReplies
{
    public const string PauseUntil = "Until when? A day is enough, for example \"Thursday\" or \"5 January\".";

    public const string PauseNotRead = "I could not find a day ahead of us in that. Until when shall I be quiet? For example: \"pause until Thursday\".";

    public const string MuteNotRead = "I could not find a day ahead of us in that. For example: \"mute Contoso until Thursday\".";

    public const string NothingPaused = "Nothing is paused. Say \"settings\" to see your hours, or \"pause until Thursday\".";

    public const string Started = "Welcome back. I write again from now on; what waited comes one after the other, in your working hours.";

    public const string NotStopped = "I am listening already. Say \"help\" to see what I can do, or \"my deals\" to see what is next.";

    public const string HoursNotKept = "I could not use those hours: the day must end after it begins. For example: \"my hours are 8 to 5\".";

    public const string NoDaysLeft = "That would leave no working day. To hear nothing for a while, say \"pause until Thursday\".";

    public const string Undone = "Taken back. Your settings are as they were before; say \"settings\" to see them.";

    public const string WhichDealToMute = "Which deal? Say its name, for example \"mute Contoso until Thursday\".";

    public const string NothingHeldBack = "Nothing was held back in the last days: whatever was due has been sent. Say \"my deals\" to see what is open.";

    public const string Saved = "Saved.";

    private static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture);

    public static string Paused(ZonedDateTime until) => $"I'll be quiet until {Spoken.Moment(until)}. What comes up waits for you; say \"resume\" to hear me sooner.";

    public static string Resumed(int waiting) => waiting == 0
        ? "I'm with you again. Nothing was waiting."
        : $"I'm with you again. {Count(waiting)} waited and {(waiting == 1 ? "comes" : "come")} now, in your working hours.";

    public static string Stopped(int pending) =>
        "No more messages from me until you say \"start\". " + (pending == 0
            ? "Nothing is open right now, and I still answer when you write."
            : $"{Count(pending)} {(pending == 1 ? "stays" : "stay")} open in \"my deals\", to answer whenever you like.");

    public static string Hours(LocalTime from, LocalTime to, string days, string zone) =>
        $"Noted: {days}, {Clock.Format(from)} to {Clock.Format(to)}, {zone}. I only write in these hours; say \"settings\" to change the rest.";

    public static string Zone(string zoneId, ZonedDateTime now) => $"Noted: {zoneId}, where it is {Spoken.Slot(now.LocalDateTime)} now. All times I name are yours.";

    public static string UnknownZone(string words) => $"I know no time zone called \"{words}\". Say a city, for example \"my time zone is London\".";

    public static string UnknownCountry(string words) => $"I know no country called \"{words}\". Its two letters work too, for example \"my country is DE\".";

    public static string Muted(string deal, ZonedDateTime? until) => until is { } end
        ? $"I won't ask about {deal} until {Spoken.Moment(end)}. It stays in \"my deals\"; say \"unmute {deal}\" to hear of it sooner."
        : $"I won't ask about {deal} until you say \"unmute {deal}\", or the deal closes. It stays in \"my deals\".";

    public static string Unmuted(string deal) => $"I ask about {deal} again.";

    public static string NotMuted(string? deal) => deal is null ? "No deal is muted." : $"{deal} is not muted. Say \"settings\" to see what is.";

    public static string NoSuchDeal(string name) => $"I know no open deal of yours called \"{name}\". Say \"my deals\" to see their names.";

    public static string WhichDeal(string name, IEnumerable<string> deals) => $"Several of your deals fit \"{name}\": {string.Join(", ", deals.Take(5))}. Say the whole name.";

    /// <summary>"Monday to Friday", "Monday, Tuesday and Thursday".</summary>
    public static string Days(IReadOnlyList<IsoDayOfWeek> days) => days switch
    {
        [] => "Monday to Friday",
        [var only] => only.ToString(),
        [var first, .., var last] when days.Count > 2 && last - first == days.Count - 1 => $"{first} to {last}",
        _ => $"{string.Join(", ", days.Take(days.Count - 1))} and {days[^1]}",
    };

    private static string Count(int followUps) => followUps == 1 ? "One follow-up" : string.Create(CultureInfo.InvariantCulture, $"{followUps} follow-ups");
}
