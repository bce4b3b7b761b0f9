using FollowUpBot.Bot.Documents;
using FollowUpBot.Dialogs;
using NodaTime;

namespace FollowUpBot.Bot.People;

/// <summary>"holidays DE": whose public holidays count for somebody, where their language does not tell it right.</summary>
public sealed class HolidayChoice(PeopleDirectory directory, PreferenceLedger preferences, HolidayTable table)
{
    /// <summary>Stored for somebody who has none.</summary>
    private const string None = "NONE";

    public async Task<string> ChooseAsync(PersonDocument person, string? country, Instant now, CancellationToken cancellationToken)
    {
        if (country is null)
            return Tell(person, now);
        if (country != None && !table.Regions.Contains(country))
            return HolidayWords.Unknown(country, table.Regions);
        return Tell(await preferences.ChangeAsync(person, "country changed", said => said with { Country = country }, now, cancellationToken) ?? person, now);
    }

    private string Tell(PersonDocument person, Instant now)
    {
        var calendar = directory.CalendarOf(person);
        var today = calendar.DateAt(now);
        var next = calendar.Holidays.Where(day => day >= today).Order().Cast<LocalDate?>().FirstOrDefault();
        return next is { } day
            ? HolidayWords.Next(PeopleDirectory.CountryOf(person) ?? "", table.NameOf(PeopleDirectory.CountryOf(person), day), day)
            : HolidayWords.NoneKnown(table.Regions);
    }
}
