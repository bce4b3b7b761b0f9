using FollowUpBot.Dialogs.Sentences;
using FollowUpBot.Dialogs.Settings;
using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is said about public holidays.</summary>
public static class HolidayWords
{
    public static string Next(string country, string? name, LocalDate day)
    {
        var dated = Spoken.DatedDay(day);
        return name is null ? HolidayText.NextOn.With(PlaceNames.NameOf(country), dated) : HolidayText.Next.With(PlaceNames.NameOf(country), name, dated);
    }

    public static string NoneKnown(IReadOnlyCollection<string> regions) => HolidayText.NoneKnown.With(Listed(regions));

    public static string Unknown(string country, IReadOnlyCollection<string> regions) => HolidayText.Unknown.With(country, Listed(regions));

    private static string Listed(IReadOnlyCollection<string> regions) => string.Join(", ", regions);
}
