using System.Globalization;
using FollowUpBot.Dialogs.Sentences;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Dialogs.Settings;

/// <summary>What the bot says about when it may speak: always what holds now, and how to change it.</summary>
public static class SettingReplies
{
    public static string PauseUntil => OwnSettingsText.PauseUntil;

    public static string PauseNotRead => OwnSettingsText.PauseNotRead;

    public static string MuteNotRead => OwnSettingsText.MuteNotRead;

    public static string NothingPaused => OwnSettingsText.NothingPaused;

    public static string Started => OwnSettingsText.Started;

    public static string HoursNotKept => OwnSettingsText.HoursNotKept;

    public static string NoDaysLeft => OwnSettingsText.NoDaysLeft;

    public static string Undone => OwnSettingsText.Undone;

    public static string WhichDealToMute => OwnSettingsText.WhichDealToMute;

    public static string NothingHeldBack => OwnSettingsText.NothingHeldBack;

    private static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture);

    public static string Paused(ZonedDateTime until) => OwnSettingsText.Paused.With(Spoken.Moment(until));

    public static string Resumed(int waiting) => waiting switch
    {
        0 => OwnSettingsText.ResumedNoneWaiting,
        1 => OwnSettingsText.ResumedOneWaiting,
        _ => OwnSettingsText.Resumed.With(waiting),
    };

    public static string Stopped(int pending) => pending switch
    {
        0 => OwnSettingsText.StoppedNoneOpen,
        1 => OwnSettingsText.StoppedOneOpen,
        _ => OwnSettingsText.Stopped.With(pending),
    };

    public static string Hours(LocalTime from, LocalTime to, string days, string zone) =>
        OwnSettingsText.Hours.With(days, Clock.Format(from), Clock.Format(to), zone);

    public static string Zone(string zoneId, ZonedDateTime now) => OwnSettingsText.Zone.With(PlaceNames.NameOfZone(zoneId), Spoken.Slot(now.LocalDateTime));

    public static string UnknownZone(string words) => OwnSettingsText.UnknownZone.With(words);

    public static string UnknownCountry(string words) => OwnSettingsText.UnknownCountry.With(words);

    public static string Muted(string deal, ZonedDateTime? until) =>
        until is { } end ? OwnSettingsText.MutedUntil.With(deal, Spoken.Moment(end)) : OwnSettingsText.Muted.With(deal);

    public static string Unmuted(string deal) => OwnSettingsText.Unmuted.With(deal);

    public static string NotMuted(string? deal) => deal is null ? OwnSettingsText.NothingMuted : OwnSettingsText.NotMuted.With(deal);

    public static string NoSuchDeal(string name) => OwnSettingsText.NoSuchDeal.With(name);

    public static string WhichDeal(string name, IEnumerable<string> deals) => OwnSettingsText.WhichDeal.With(name, string.Join(", ", deals.Take(5)));

    /// <summary>"Monday to Friday", "Monday, Tuesday and Thursday".</summary>
    public static string Days(IReadOnlyList<IsoDayOfWeek> days) => days switch
    {
        [] => OwnSettingsText.MondayToFriday,
        [var only] => only.ToString(),
        [var first, .., var last] when days.Count > 2 && last - first == days.Count - 1 => OwnSettingsText.DaysFromTo.With(first, last),
        _ => OwnSettingsText.DaysAnd.With(string.Join(", ", days.Take(days.Count - 1)), days[^1]),
    };
}
