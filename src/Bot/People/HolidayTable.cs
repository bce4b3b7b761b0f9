using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUpBot.Bot.People;

/// <summary>Public holidays by country and region, from a text file that an admin can replace (docs/settings.md).</summary>
public sealed class HolidayTable
{
    /// <summary>For a holiday of every year: as far as anybody looks ahead or back.</summary>
    private const int FirstYear = 2024;

    private const int LastYear = 2035;

    private readonly Dictionary<string, Dictionary<LocalDate, string>> days;
    private readonly Dictionary<string, IReadOnlySet<LocalDate>> sets;

    private HolidayTable(Dictionary<string, Dictionary<LocalDate, string>> days)
    {
        this.days = days;
        sets = days.Keys.ToDictionary(region => region, region => (IReadOnlySet<LocalDate>)days[region].Keys.Concat(days.GetValueOrDefault(CountryIn(region))?.Keys.AsEnumerable() ?? []).ToHashSet(), StringComparer.Ordinal);
    }

    /// <summary>The countries and regions of the file, in its words: <c>DE</c>, <c>DE-BY</c>.</summary>
    public IReadOnlyList<string> Regions => [.. days.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a file, or says of every line that is wrong what is wrong with it.</summary>
    /// <param name="text">Lines <c>DE-BY, 2026-06-04, Corpus Christi</c>; the year may be <c>*</c>, and a line may begin with <c>#</c>.</param>
    public static (HolidayTable Table, IReadOnlyList<string> Mistakes) Read(string text)
    {
        var (days, mistakes) = (new Dictionary<string, Dictionary<LocalDate, string>>(StringComparer.Ordinal), new List<string>());
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim() is { Length: > 0 } said && said[0] != '#' && Wrong(said, days) is { } wrong)
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"line {number + 1}: {wrong}"));
        }

        return (new HolidayTable(days), mistakes);
    }

    /// <summary>A region has its country's holidays, too; a region that the file does not know has those of its country.</summary>
    public IReadOnlySet<LocalDate> Of(string? region) =>
        region is not null && (sets.TryGetValue(region, out var own) || sets.TryGetValue(CountryIn(region), out own)) ? own : new HashSet<LocalDate>();

    public string? NameOf(string? region, LocalDate day) => region is null ? null
        : days.GetValueOrDefault(region)?.GetValueOrDefault(day) ?? days.GetValueOrDefault(CountryIn(region))?.GetValueOrDefault(day);

    /// <summary>Takes a line in, or says what is wrong with it.</summary>
    private static string? Wrong(string line, Dictionary<string, Dictionary<LocalDate, string>> days)
    {
        if (line.Split(',', 3, StringSplitOptions.TrimEntries) is not [var region, var date, { Length: > 0 } name])
            return "is not a country, a date and a name with commas between them, such as: DE, 2026-04-03, Good Friday";
        if (region.Length < 2 || !region.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-') || !region[..2].All(char.IsAsciiLetterUpper) || (region.Length > 2 && region[2] != '-'))
            return $"'{region}' is no country such as DE, and no region such as DE-BY";
        var dates = DatesOf(date).ToList();
        if (dates.Count == 0)
            return $"'{date}' is no date such as 2026-12-25, or *-12-25 for every year";
        if (!days.TryGetValue(region, out var known))
            days[region] = known = [];
        foreach (var day in dates)
            known[day] = name;
        return null;
    }

    private static IEnumerable<LocalDate> DatesOf(string date)
    {
        var years = date.StartsWith("*-", StringComparison.Ordinal)
            ? Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => year.ToString(CultureInfo.InvariantCulture) + date[1..])
            : [date];
        return years.Select(LocalDatePattern.Iso.Parse).Where(parsed => parsed.Success).Select(parsed => parsed.Value);
    }

    private static string CountryIn(string region) => region.Split('-', 2)[0];
}
