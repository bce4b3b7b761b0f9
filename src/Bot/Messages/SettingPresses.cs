using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Protocol;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.Messages;

/// <summary>Presses on the settings' card. It is always the presser's own: nothing on it names a person.</summary>
public sealed class SettingPresses(PeopleDirectory directory, PreferenceLedger preferences, SettingTurns turns, HolidayTable holidays)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <returns>Null when the press is on another card.</returns>
    public async Task<InvokeResponse?> HandleAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        string? note = press.Verb switch
        {
            Verbs.SaveSettings => await SaveAsync(person, press, now, cancellationToken),
            Verbs.Unmute => await UnmuteAsync(person, press.Text(Fields.Deal) ?? "", now, cancellationToken),
            Verbs.Stop => await turns.StopAsync(person, now, cancellationToken),
            Verbs.Start => await turns.StartAsync(person, now, cancellationToken),
            Verbs.Resume => await turns.ResumeAsync(person, now, cancellationToken),
            _ => null,
        };
        if (note is null)
            return null;
        var current = RepId.TryParse(person.ObjectId, out var self) ? await directory.FindAsync(person.Tenant, self, cancellationToken) ?? person : person;
        return InvokeResponse.Card(SettingsCard.Of(
            current.Preferences, directory.CalendarOf(current), await directory.MutedNamesOfAsync(current, now), now, note));
    }

    /// <summary>Everything is checked before anything is stored; what is wrong is named, and the rest of the form comes back as stored.</summary>
    private async Task<string> SaveAsync(PersonDocument person, CardSubmission press, Instant now, CancellationToken cancellationToken)
    {
        if (Clock.Parse(press.Text(Fields.From) ?? "") is not { Success: true, Value: var from }
            || Clock.Parse(press.Text(Fields.To) ?? "") is not { Success: true, Value: var to } || to <= from)
        {
            return SettingReplies.HoursNotKept;
        }

        var days = DaysIn(press.Text(Fields.Days) ?? "");
        if (days.Count == 0)
            return SettingReplies.NoDaysLeft;
        var (zoneWords, countryWords) = (press.Text(Fields.Zone)?.Trim() ?? "", press.Text(Fields.Country)?.Trim() ?? "");
        if (PlaceNames.ZoneId(zoneWords) is not { } zoneId)
            return SettingReplies.UnknownZone(zoneWords);
        var country = countryWords == (person.Preferences.Country ?? "") ? person.Preferences.Country : PlaceNames.Country(countryWords);
        if (countryWords.Length > 0 && country is null)
            return SettingReplies.UnknownCountry(countryWords);
        if (country is not null && country != person.Preferences.Country && !holidays.Regions.Contains(country))
            return HolidayWords.Unknown(country, holidays.Regions);
        var back = press.Day(Fields.Until, now);
        if (back is null && press.Text(Fields.Until) is { Length: > 0 })
            return SettingReplies.PauseNotRead;
        var isSameZone = zoneId == directory.ZoneOf(person).Id;
        await preferences.ChangeAsync(
            person,
            "settings changed",
            said => Paused(
                said with { From = from, To = to, Days = days, Country = country, ZoneId = isSameZone ? said.ZoneId : zoneId },
                back, from, DateTimeZoneProviders.Tzdb[zoneId], now),
            now,
            cancellationToken);
        return SettingReplies.Hours(from, to, SettingReplies.Days(days), zoneId);
    }

    /// <summary>The first day back; an empty field ends a pause, the same day leaves it.</summary>
    private static Preferences Paused(Preferences said, LocalDate? back, LocalTime from, DateTimeZone zone, Instant now)
    {
        if (back is not { } day)
            return said with { Pause = null };
        var until = WallClock.At(day, from, zone);
        return said.Pause is { } pause && pause.Until.InZone(zone).Date == day || until <= now ? said : said with { Pause = new Pause(now, until) };
    }

    private async Task<string> UnmuteAsync(PersonDocument person, string dealId, Instant now, CancellationToken cancellationToken)
    {
        var name = (await directory.MutedNamesOfAsync(person, now)).FirstOrDefault(muted => muted.DealId == dealId)?.Name;
        if (name is null)
            return SettingReplies.NotMuted(deal: null);
        await preferences.ChangeAsync(person, "deal unmuted", said => said.Unmute(dealId), now, cancellationToken);
        return SettingReplies.Unmuted(name);
    }

    private static List<IsoDayOfWeek> DaysIn(string text) =>
    [
        .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Enum.TryParse<IsoDayOfWeek>(name, out var day) && Enum.IsDefined(day) ? day : IsoDayOfWeek.None)
            .Where(day => day != IsoDayOfWeek.None)
            .Distinct()
            .Order(),
    ];
}
