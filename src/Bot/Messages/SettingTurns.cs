using FollowUpBot.Bot.Attention;
using FollowUpBot.Bot.Cards;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.People;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs;
using FollowUpBot.Dialogs.Settings;
using FollowUpBot.Teams.Protocol;
using NodaTime;

namespace FollowUpBot.Bot.Messages;

/// <summary>What a person types about when they may be spoken to.</summary>
public sealed class SettingTurns(PeopleDirectory directory, PreferenceLedger preferences, Introductions introductions, QuietAnswers quiet, HolidayChoice holidays)
{
    /// <returns>Null when the message is about something else.</returns>
    public async Task<Activity?> HandleAsync(PersonDocument person, string text, Instant now, CancellationToken cancellationToken) =>
        SettingCommand.Parse(text) switch
        {
            SettingCommand.Show => await ShowAsync(person, now),
            SettingCommand.Pause pause => Message.Of(await PauseAsync(person, pause.Until, now, cancellationToken)),
            SettingCommand.Resume => Message.Of(await ResumeAsync(person, now, cancellationToken)),
            SettingCommand.Stop => Message.Of(await StopAsync(person, now, cancellationToken)),
            SettingCommand.Start when person.Preferences.StoppedAt is not null => Message.Of(await StartAsync(person, now, cancellationToken)),
            SettingCommand.Hours hours => Message.Of(await HoursAsync(person, hours.Said, now, cancellationToken)),
            SettingCommand.Zone zone => Message.Of(await ZoneAsync(person, zone, now, cancellationToken)),
            SettingCommand.Country country => Message.Of(await CountryAsync(person, country, now, cancellationToken)),
            SettingCommand.Mute mute => Message.Of(await MuteAsync(person, mute, now, cancellationToken)),
            SettingCommand.Unmute unmute => Message.Of(await UnmuteAsync(person, unmute, now, cancellationToken)),
            SettingCommand.WhyQuiet => Message.Of(await quiet.OfAsync(person, now, cancellationToken)),
            null when IsUndo(text) && person.Before is { } before => await UndoAsync(person, before, now, cancellationToken),
            _ => null,
        };

    public async Task<string> StopAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        await preferences.ChangeAsync(person, "stopped", said => said with { StoppedAt = said.StoppedAt ?? now }, now, cancellationToken);
        return SettingReplies.Stopped((await directory.OpenRemindersOfAsync(person)).Count(stored => stored.Value.Meeting.End <= now));
    }

    public async Task<string> StartAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        await preferences.ChangeAsync(person, "started", said => said with { StoppedAt = null }, now, cancellationToken);
        return SettingReplies.Started;
    }

    public async Task<string> ResumeAsync(PersonDocument person, Instant now, CancellationToken cancellationToken)
    {
        if (person.Preferences.StoppedAt is not null)
            return await StartAsync(person, now, cancellationToken);
        if (person.Preferences.Pause is not { } pause || pause.Until <= now)
            return SettingReplies.NothingPaused;
        var waiting = (await directory.OpenRemindersOfAsync(person)).Count(stored => stored.Value.HeldFor == AttentionReason.Paused);
        await preferences.ChangeAsync(person, "resumed", said => said with { Pause = null }, now, cancellationToken);
        return SettingReplies.Resumed(waiting);
    }

    private async Task<Activity> ShowAsync(PersonDocument person, Instant now)
    {
        var card = SettingsCard.Of(person.Preferences, directory.CalendarOf(person), await directory.MutedNamesOfAsync(person, now), now);
        return Message.Of(card, card.FallbackText);
    }

    /// <summary>A pause always has an end; one without is asked for.</summary>
    private async Task<string> PauseAsync(PersonDocument person, string? words, Instant now, CancellationToken cancellationToken)
    {
        var calendar = directory.CalendarOf(person);
        if (words is not null && UntilReader.Read(words, calendar, directory.LocaleOf(person), now) is { } until)
        {
            await preferences.ChangeAsync(person, "paused", said => said with { Pause = new Pause(now, until) }, now, cancellationToken);
            return SettingReplies.Paused(until.InZone(calendar.Zone));
        }

        await AskAsync(person, new OpenQuestion(QuestionTopic.Pause, now), cancellationToken);
        return words is null ? SettingReplies.PauseUntil : SettingReplies.PauseNotRead;
    }

    private async Task<string> HoursAsync(PersonDocument person, WorkHours hours, Instant now, CancellationToken cancellationToken)
    {
        var calendar = directory.CalendarOf(person);
        var (from, to) = (hours.From ?? calendar.From, hours.To ?? calendar.To);
        var days = (hours.Days ?? calendar.Days).Except(hours.FreeDays).Order().ToList();
        if (days.Count == 0)
            return SettingReplies.NoDaysLeft;
        if (to <= from)
            return SettingReplies.HoursNotKept;
        await preferences.ChangeAsync(person, "hours changed", said => said with { From = from, To = to, Days = days }, now, cancellationToken);
        return SettingReplies.Hours(from, to, SettingReplies.Days(days), calendar.Zone.Id);
    }

    private async Task<string> ZoneAsync(PersonDocument person, SettingCommand.Zone zone, Instant now, CancellationToken cancellationToken)
    {
        if (zone.ZoneId is not { } id || DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not { } known)
            return SettingReplies.UnknownZone(zone.Words);
        await preferences.ChangeAsync(person, "zone changed", said => said with { ZoneId = id }, now, cancellationToken);
        return SettingReplies.Zone(id, now.InZone(known));
    }

    private async Task<string> CountryAsync(PersonDocument person, SettingCommand.Country country, Instant now, CancellationToken cancellationToken)
    {
        if (country.Code is not { } code)
            return SettingReplies.UnknownCountry(country.Words);
        return await holidays.ChooseAsync(person, code, now, cancellationToken);
    }

    private async Task<string> MuteAsync(PersonDocument person, SettingCommand.Mute mute, Instant now, CancellationToken cancellationToken)
    {
        var calendar = directory.CalendarOf(person);
        var (deal, objection) = await DealAsync(person, mute.DealName);
        if (deal is null)
            return objection;
        Instant? until = mute.Until is { } words ? UntilReader.Read(words, calendar, directory.LocaleOf(person), now) : null;
        if (mute.Until is not null && until is null)
            return SettingReplies.MuteNotRead;
        await preferences.ChangeAsync(person, "deal muted", said => said.Mute(new MutedDeal(deal.Id, now, until)), now, cancellationToken);
        return SettingReplies.Muted(deal.Facts.Name, until?.InZone(calendar.Zone));
    }

    private async Task<string> UnmuteAsync(PersonDocument person, SettingCommand.Unmute unmute, Instant now, CancellationToken cancellationToken)
    {
        var muted = await directory.MutedNamesOfAsync(person, now);
        if (unmute.DealName is null && muted is not [_])
        {
            var (focused, _) = await DealAsync(person, name: null);
            muted = [.. muted.Where(each => each.DealId == focused?.Id)];
        }

        var fitting = unmute.DealName is not { } name ? muted : [.. muted.Where(each => each.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        if (fitting is not [var one])
            return fitting.Count == 0 ? SettingReplies.NotMuted(unmute.DealName) : SettingReplies.WhichDeal(unmute.DealName ?? "", fitting.Select(each => each.Name));
        await preferences.ChangeAsync(person, "deal unmuted", said => said.Unmute(one.DealId), now, cancellationToken);
        return SettingReplies.Unmuted(one.Name);
    }

    /// <summary>"undo" means what was done last: a setting, or else an answer.</summary>
    private async Task<Activity?> UndoAsync(PersonDocument person, PreferencesBefore before, Instant now, CancellationToken cancellationToken) =>
        await directory.LastSavedAsync(person with { UndoneAt = Instant.Max(before.ChangedAt, person.UndoneAt ?? Instant.MinValue) }) is null
        && await preferences.UndoAsync(person, now, cancellationToken)
            ? Message.Of(SettingReplies.Undone)
            : null;

    /// <summary>The deal with this name; without one, the deal that is being talked about.</summary>
    private async Task<(Deal? Deal, string Objection)> DealAsync(PersonDocument person, string? name)
    {
        var deals = await directory.OpenDealsOfAsync(person.Tenant, person.Names);
        if (name is not null)
        {
            var found = DealSearch.Find(deals, name);
            return found is [var only] ? (only, "")
                : (null, found.Count == 0 ? SettingReplies.NoSuchDeal(name) : SettingReplies.WhichDeal(name, found.Select(deal => deal.Facts.Name)));
        }

        var asked = (await directory.OpenRemindersOfAsync(person)).Select(stored => stored.Value).Where(reminder => reminder.IsAnswerable).ToList();
        var dealId = person.Focus?.DealId ?? asked.MaxBy(reminder => reminder.AskedAt ?? Instant.MinValue)?.DealId;
        return deals.FirstOrDefault(deal => deal.Id == dealId) is { } current ? (current, "") : (null, SettingReplies.WhichDealToMute);
    }

    private Task AskAsync(PersonDocument person, OpenQuestion question, CancellationToken cancellationToken) =>
        introductions.ChangeAsync(person, known => known with { Asked = question }, cancellationToken);

    private static bool IsUndo(string text) => PersonalCommand.Parse(text) is PersonalCommand.Undo;
}
