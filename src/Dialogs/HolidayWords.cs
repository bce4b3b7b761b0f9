using NodaTime;

namespace FollowUpBot.Dialogs;

/// <summary>What is said about public holidays.</summary>
public static class HolidayWords
{
    public static string Next(string country, string? name, LocalDate day) =>
        $"I count the public holidays of {country} for you; the next is {name ?? "on"} {Spoken.Day(day)} {day.Year}. On such a day I do not ask you anything, and no deal grows older. Say \"holidays DE\" for another country, or \"holidays none\".";

    public static string NoneKnown(IReadOnlyCollection<string> regions) =>
        $"I count no public holidays for you. Say \"holidays\" and one of {Listed(regions)}.";

    public static string Unknown(string country, IReadOnlyCollection<string> regions) =>
        $"I have no holidays of {country}. I know {Listed(regions)}; your admin can add others.";

    private static string Listed(IReadOnlyCollection<string> regions) => string.Join(", ", regions);
}
