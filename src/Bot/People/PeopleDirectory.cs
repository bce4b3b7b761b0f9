using System.Collections.Concurrent;
using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Deals;
using FollowUpBot.Dialogs.NextSteps;
using FollowUpBot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>Who is who: people by object id or e-mail address, with their zone and calendar.</summary>
public sealed class PeopleDirectory(IDocumentStore store, IOptions<BotOptions> options, HolidayTable holidays)
{
    private const int MostRemembered = 10_000;

    private static readonly Duration Remembered = Duration.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Tenant, RepId Rep), (WorkingCalendar Calendar, Instant At)> calendars = new();

    public async Task<PersonDocument?> FindAsync(string tenant, RepId rep, CancellationToken cancellationToken)
    {
        var objectId = rep.Value;
        if (rep.IsEmail)
        {
            var alias = await store.FindAsync(
                Keys.AliasPartition(tenant, rep), Keys.Alias, BotJson.Default.AliasDocument, cancellationToken);
            if (alias is null)
                return null;
            objectId = alias.Value.ObjectId;
        }

        var person = await store.FindAsync(
            Keys.PersonPartition(tenant, objectId), Keys.Person, BotJson.Default.PersonDocument, cancellationToken);
        return person?.Value;
    }

    public DateTimeZone ZoneOf(PersonDocument? person) =>
        ((person?.Preferences.ZoneId ?? person?.ZoneId) is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null)
        ?? DateTimeZoneProviders.Tzdb[options.Value.DefaultZone];

    public WorkingCalendar CalendarOf(PersonDocument? person)
    {
        var said = person?.Preferences ?? Preferences.None;
        var usual = new WorkingCalendar(
            ZoneOf(person), said.From ?? LocalTime.FromTimeOnly(options.Value.WorkFrom), said.To ?? LocalTime.FromTimeOnly(options.Value.WorkTo))
        {
            Holidays = holidays.Of(CountryOf(person)),
        };
        return said.Days.Count == 0 ? usual : usual with { Days = said.Days };
    }

    /// <summary>As they have said, or the region of their language: <c>GB</c> of <c>en-GB</c>; null when neither is known.</summary>
    public static string? CountryOf(PersonDocument? person) => person?.Preferences.Country
        ?? person?.Locale?.Split('-').Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetter))?.ToUpperInvariant();

    /// <summary>
    /// A person's calendar as it was at most 15 minutes ago, without a read when it is known; good for plans, which are looked at again
    /// when their time has come. Somebody who has not met the bot is looked for every time.
    /// </summary>
    public async Task<WorkingCalendar> RecentCalendarAsync(string tenant, RepId rep, Instant now, CancellationToken cancellationToken)
    {
        if (calendars.TryGetValue((tenant, rep), out var known) && Duration.Max(now - known.At, known.At - now) < Remembered)
            return known.Calendar;
        var person = await FindAsync(tenant, rep, cancellationToken);
        var calendar = CalendarOf(person);
        if (calendars.Count >= MostRemembered)
            calendars.Clear();
        if (person is not null)
            calendars[(tenant, rep)] = (calendar, now);
        return calendar;
    }

    /// <summary>What a person said about their hours counts at once for what is planned on this server.</summary>
    public void ForgetCalendars() => calendars.Clear();

    public string LocaleOf(PersonDocument? person) => person?.Locale ?? options.Value.DefaultLocale;

    /// <summary>How a day and a time in their words are meant.</summary>
    public ReadingContext ReadingOf(PersonDocument person, Instant now) => new(now, ZoneOf(person), LocaleOf(person));

    /// <summary>Every open deal of a person, under whichever name the CRM knows them.</summary>
    public async Task<IReadOnlyList<Deal>> OpenDealsOfAsync(string tenant, IEnumerable<RepId> names)
    {
        var deals = new List<Deal>();
        foreach (var name in names)
        {
            await foreach (var deal in store.AllOwnedAsync(Keys.Owner(tenant, name), Keys.Deal, BotJson.Default.Deal))
                deals.Add(deal.Value);
        }

        return deals;
    }

    /// <summary>The deals that a person has muted, as they are called now; a deal that is not open is quiet anyway.</summary>
    public async Task<IReadOnlyList<MutedName>> MutedNamesOfAsync(PersonDocument person, Instant now)
    {
        if (person.Preferences.Muted.Count == 0)
            return [];
        var deals = await OpenDealsOfAsync(person.Tenant, person.Names);
        return
        [
            .. from muted in person.Preferences.Muted
               where muted.Until is null || muted.Until > now
               join deal in deals on muted.DealId equals deal.Id
               select new MutedName(deal.Id, deal.Facts.Name, muted.Until),
        ];
    }

    /// <summary>Every follow-up of a person that has not ended.</summary>
    public Task<IReadOnlyList<Stored<ReminderDocument>>> OpenRemindersOfAsync(PersonDocument person) =>
        OpenRemindersOfAsync(person.Tenant, person.Names);

    /// <summary>Every follow-up that has not ended of somebody whom the bot may not have met.</summary>
    public async Task<IReadOnlyList<Stored<ReminderDocument>>> OpenRemindersOfAsync(string tenant, IEnumerable<RepId> names)
    {
        var reminders = new List<Stored<ReminderDocument>>();
        foreach (var name in names)
        {
            await foreach (var reminder in store.AllOwnedAsync(
                Keys.Owner(tenant, name), ReminderDocument.Kind, BotJson.Default.ReminderDocument))
            {
                reminders.Add(reminder);
            }
        }

        return reminders;
    }

    /// <summary>
    /// The follow-up that "undo" takes back: what the person saved last, by card or by words, since they last said so. It is looked for
    /// when they say it, so that no answer needs a second write to remember it.
    /// </summary>
    /// <param name="dealId">Of this deal alone; null for any.</param>
    public async Task<ReminderDocument?> LastSavedAsync(PersonDocument person, string? dealId = null)
    {
        ReminderDocument? last = null;
        foreach (var owner in person.Names.SelectMany(name => (string[])[Keys.Owner(person.Tenant, name), Keys.PastOwner(person.Tenant, name)]))
        {
            await foreach (var (reminder, _) in store.AllOwnedAsync(owner, ReminderDocument.Kind, BotJson.Default.ReminderDocument))
            {
                if ((dealId is null || reminder.DealId == dealId) && reminder.SavedAt > (last?.SavedAt ?? person.UndoneAt ?? Instant.MinValue))
                    last = reminder;
            }
        }

        return last;
    }
}
